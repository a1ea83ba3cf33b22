package check

import (
	"fmt"
	"maps"
	"slices"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/suggest"
)

// Configure reads severities by rule as the site's configuration has them: off, info, warning or
// error, or false for off and true for the rule's own. It returns an error for a rule that does not
// exist, with the one that was probably meant, and for any other severity.
func Configure(settings map[string]string) (map[string]diag.Severity, error) {
	own := map[string]diag.Severity{}
	var ids []string
	for _, r := range Rules() {
		own[r.ID] = r.Severity
		ids = append(ids, r.ID)
	}
	out := make(map[string]diag.Severity, len(settings))
	for _, id := range slices.Sorted(maps.Keys(settings)) {
		if _, ok := own[id]; !ok {
			if near, ok := suggest.Nearest(id, ids); ok {
				return nil, fmt.Errorf("there is no rule %q: did you mean %q?", id, near)
			}
			return nil, fmt.Errorf("there is no rule %q: the rules are %s", id, list(ids))
		}
		switch name := settings[id]; name {
		case "true":
			out[id] = own[id]
		case "false":
			out[id] = diag.Off
		default:
			s, err := diag.ParseSeverity(name)
			if err != nil {
				return nil, fmt.Errorf("rule %s: %w", id, err)
			}
			out[id] = s
		}
	}
	return out, nil
}
