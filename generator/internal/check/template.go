package check

import (
	"hash/fnv"
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

// leftTasks is the number of the template's tasks on a page that make it the template's page: its
// five tasks are also what many really do in their first week, in words of their own.
const leftTasks = 3

// isTemplate reports whether the tasks of a week are those that the program's template shows as an
// example.
func isTemplate(w *worklog.Week) bool {
	n := 0
	for _, t := range w.Tables {
		for _, task := range t.Tasks {
			if isTemplateTask(task) {
				n++
			}
		}
	}
	return n >= leftTasks
}

func isTemplateTask(t *worklog.Task) bool {
	for _, f := range t.Fields {
		if n := f.Cell.Span.Len(); f.Role == worklog.RoleTask && n > shortestTemplateTask && ofTemplate(fingerprint(f)) {
			return true
		}
	}
	return false
}

// taskSpan is where the words of a task stand.
func (r *row) taskSpan() source.Span {
	for _, f := range r.Fields {
		if f.Role == worklog.RoleTask && !f.Cell.Span.Empty() {
			return f.Cell.Span
		}
	}
	return r.Row.Span
}

// longestTemplateTask is the number of bytes of letters above which a task is not the template's.
const longestTemplateTask = 250

// shortestTemplateTask is the number of bytes below which a cell is not the template's.
const shortestTemplateTask = 80

// fingerprint is a hash of a cell's letters and digits, so that spacing, marks and markup do not
// matter; 0 for a long cell.
func fingerprint(f *worklog.Field) uint64 {
	letters := make([]byte, 0, longestTemplateTask+utf8.UTFMax)
	for _, run := range f.Runs {
		for _, r := range run.Text {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				continue
			}
			if letters = utf8.AppendRune(letters, unicode.ToLower(r)); len(letters) > longestTemplateTask {
				return 0
			}
		}
	}
	h := fnv.New64a()
	h.Write(letters)
	return h.Sum64()
}

// ofTemplate knows the fingerprints of the template's five tasks, in English and Vietnamese.
func ofTemplate(sum uint64) bool {
	switch sum {
	case 0xf445ffd28f16b35e, 0x133d8a95acf50533, 0xacdfd3cc435cf7d5, 0x6b1359e576d8ec04, 0xcad8b4bdf7552fa1,
		0x9a71242278ab81fd, 0x7cd3cf4aaaef8c32, 0xf0b9d6d02fe1c9b8, 0x1777623670110b48, 0x3c2a2877b5e76c56:
		return true
	}
	return false
}
