package site

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/hugolib"
)

// setAside takes away what an error blames: the innermost of the site's own templates, else a file
// of its data or translations, else a shortcode or the front matter of a page. Several errors of one
// attempt are dealt with at once. It reports whether there is a point in another attempt.
func (r *renderer) setAside(err error) (again bool, _ error) {
	for _, blamed := range blames(err) {
		done, err := r.setOneAside(blamed)
		if err != nil {
			return false, err
		}
		again = again || done
	}
	return again, nil
}

func (r *renderer) setOneAside(blamed []place) (bool, error) {
	for _, p := range slices.Backward(blamed) {
		file := filepath.Clean(filepath.FromSlash(p.file))
		if name, theirs, ok := r.templates.origin(file); ok && theirs {
			m := r.describe(p)
			aside := "set aside"
			if strings.HasPrefix(templateKey(strings.TrimPrefix(name, r.templates.dir+"/")), "shortcodes/") {
				aside = "set aside, and calls of it are shown as text,"
			}
			m.Text = fmt.Sprintf("this template is %s as it fails with Hugo %s: %s", aside, hugoVersion(), m.Text)
			m.SetAside = name
			r.messages = append(r.messages, m)
			if err := r.templates.drop(file); err != nil {
				return false, err
			}
			return true, r.dropAll()
		}
	}
	for _, p := range slices.Backward(blamed) {
		file := filepath.Clean(filepath.FromSlash(p.file))
		rel, ok := r.files.relative(file)
		if !ok || slices.Contains(r.files.disk.gone, file) {
			continue
		}
		if page, ok := r.o.Pages[rel]; ok {
			return r.easePage(rel, page, p)
		}
		m := r.describe(p)
		m.Text = fmt.Sprintf("this file is set aside: %s", m.Text)
		m.SetAside = rel
		r.messages = append(r.messages, m)
		r.files.disk.hide(file)
		return true, nil
	}
	return false, nil
}

// manyTemplates is how many of the site's own templates may fail before all of them are set aside:
// they are a copied theme then, and each costs an attempt.
const manyTemplates = 50

func (r *renderer) dropAll() error {
	if len(r.templates.gone) < manyTemplates || len(r.templates.theirs) == 0 {
		return nil
	}
	text := fmt.Sprintf("the other %d templates here are set aside too, as so many fail", len(r.templates.theirs))
	r.messages = append(r.messages, Message{File: r.templates.dir, Text: text, SetAside: r.templates.dir})
	for name := range r.templates.theirs {
		if err := r.templates.drop(r.files.path("layouts/" + name)); err != nil {
			return err
		}
	}
	return nil
}

// easePage changes a page on which Hugo failed all the same: first the shortcode at the place named
// becomes text, then all shortcodes do, at last the front matter is reduced to nothing.
func (r *renderer) easePage(name string, page []byte, p place) (bool, error) {
	r.repaired[name]++
	m := r.describe(p)
	path := r.onSite(name)
	current, err := r.current(name)
	if err != nil {
		return false, err
	}
	var eased []byte
	switch n := r.repaired[name]; {
	case n <= patience && hasTag(current):
		eased = blamedAsText(current, p)
		m.Text += ": the shortcode is shown as text"
	case n <= patience+2:
		r.repaired[name] = patience + 2
		eased = withoutFrontMatter(page)
		m.Text += ": the front matter is set aside"
	default:
		return false, nil
	}
	r.messages = append(r.messages, m)
	return true, r.files.write(path, eased)
}

// blamedAsText has the tag at the place shown as text, or the first one where there is none.
func blamedAsText(page []byte, p place) []byte {
	list, _ := calls(page, new(int))
	if len(list) == 0 {
		c := broken(page, nextTag(page))
		return slices.Concat(page[:c.start], asText(page, c), page[c.end:])
	}
	blamed := list[0]
	for _, c := range list {
		m := message(page, c.start, "", "")
		if m.Line > p.line {
			break
		}
		if !c.closing {
			blamed = c
		}
		if m.Line == p.line && c.start-bytes.LastIndexByte(page[:c.start], '\n') >= p.column {
			break
		}
	}
	return slices.Concat(page[:blamed.start], asText(page, blamed), page[blamed.end:])
}

// current gives a page as Hugo sees it at the moment.
func (r *renderer) current(name string) ([]byte, error) {
	return readAll(r.files.mem, r.onSite(name))
}

// repairPages looks at every page with the templates that Hugo has found, before it reads them.
func (r *renderer) repairPages(h *hugolib.HugoSites) error {
	of := r.shortcodes(h)
	for name, page := range r.o.Pages {
		if !hasTag(page) || r.twins[name] {
			continue
		}
		page, _ = guard(page)
		if r.repaired[name] > 0 { // changed after Hugo failed on it
			now, err := r.current(name)
			if err != nil {
				return err
			}
			page = now
		}
		fixed, messages := repair(page, of)
		if r.repaired[name] == 0 { // else it has been told, with places that are the author's
			for _, m := range messages {
				m.File = name
				r.messages = append(r.messages, m)
			}
		}
		if bytes.Equal(page, fixed) {
			continue
		}
		if err := r.files.write(r.onSite(name), fixed); err != nil {
			return err
		}
	}
	return nil
}

// shortcodes answers from the templates of a site and from what was set aside; it remembers, since a
// page may call a hundred tables.
func (r *renderer) shortcodes(h *hugolib.HugoSites) lookup {
	answers := map[string]known{}
	return func(name string) known {
		if is, ok := answers[name]; ok {
			return is
		}
		key := templateKey("shortcodes/" + name)
		is := known{setAside: r.templates.gone[key]}
		if t := h.GetTemplateStore().LookupShortcodeByName(name); t != nil {
			is.ok, is.inner = true, t.ParseInfo.IsInner
			is.html = r.templates.ours[key] && t.ParseInfo.Config.Version == 1
		}
		answers[name] = is
		return is
	}
}

// badData sets aside the data files that Hugo could not read: it logs them.
func (r *renderer) badData() error {
	found := false
	for _, line := range r.log.take() {
		m := r.logged(line)
		if m.File == "" {
			continue
		}
		found = true
		r.files.disk.hide(r.onSite(m.File))
		m.SetAside, m.Text = m.File, "this file is set aside: "+m.Text
		r.messages = append(r.messages, m)
	}
	if !found {
		return fmt.Errorf("the data folder of the site cannot be read: move it away")
	}
	return errAgain
}
