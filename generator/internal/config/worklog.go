package config

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/suggest"
)

// setWorklog reads [params.worklog].
func (c *Config) setWorklog(s *settings) error {
	at := []string{"params", "worklog"}
	errs := []error{s.checkKeys(at, "dateOrder", "repository", "rules", "without")}
	var err error
	if err := s.checkRepository(at); err != nil {
		errs = append(errs, err)
	}
	if c.DateOrder, err = s.dateOrder(DateOrder(0), at); err != nil {
		errs = append(errs, err)
	}
	if c.Without, err = s.without(at); err != nil {
		errs = append(errs, err)
	}
	rules := append(slices.Clone(at), "rules")
	if v := s.get(rules...); v != nil && s.table(rules...) == nil {
		errs = append(errs, s.place(rules...).Fault("rules is not a table",
			`write [params.worklog.rules] and below it lines such as week-gap = "off"`))
	}
	for _, name := range s.keys(rules...) {
		rule, err := s.rule(append(slices.Clone(rules), name))
		c.Rules, errs = append(c.Rules, rule), append(errs, err)
	}
	return errors.Join(errs...)
}

// setWorklog reads [languages.CODE.params.worklog]: translations may follow another date order.
func (l *Language) setWorklog(s *settings) error {
	at := []string{"languages", l.Code, "params", "worklog"}
	order, err := s.dateOrder(l.DateOrder, at)
	l.DateOrder = order
	rules := append(slices.Clone(at), "rules")
	if s.get(rules...) == nil {
		return errors.Join(err, s.checkKeys(at, "dateOrder"))
	}
	return errors.Join(err, s.checkKeys(at, "dateOrder", "rules"),
		s.place(rules...).KeyFault("rules cannot differ between languages", "move them to [params.worklog.rules]"))
}

// checkKeys returns an error for each key of a table that is not known.
func (s *settings) checkKeys(path []string, known ...string) error {
	if v := s.get(path...); v != nil && s.table(path...) == nil {
		return s.place(path...).Fault("worklog is not a table", "write [params.worklog] and the settings below it")
	}
	var errs []error
	for _, key := range s.keys(path...) {
		if slices.ContainsFunc(known, func(name string) bool { return strings.EqualFold(name, key) }) {
			continue
		}
		hint := "it takes " + strings.Join(known, " and ")
		if near, ok := suggest.Nearest(key, known); ok {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		errs = append(errs, s.place(append(slices.Clone(path), key)...).KeyFault(
			fmt.Sprintf("unknown setting %q in [%s]", key, strings.Join(path, ".")), hint))
	}
	return errors.Join(errs...)
}

// dateOrder reads the setting dateOrder of a table; without it the order is what it was.
func (s *settings) dateOrder(order DateOrder, path []string) (DateOrder, error) {
	path = append(slices.Clone(path), "dateorder")
	if s.get(path...) == nil {
		return order, nil
	}
	order, err := ParseDateOrder(s.text(path...))
	if err != nil {
		return order, s.place(path...).Fault(err.Error(), "")
	}
	return order, nil
}

// checkRepository checks the setting repository, which only the layouts read: where the site's sources
// are, for links to edit them.
func (s *settings) checkRepository(path []string) error {
	path = append(slices.Clone(path), "repository")
	if s.get(path...) == nil {
		return nil
	}
	u, err := url.Parse(s.text(path...))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return s.place(path...).Fault("repository is no web address",
			`write the repository's page, such as "https://github.com/NAME/REPOSITORY"`)
	}
	return nil
}

// Parts lists what is generated beside the pages that the author wrote and may be left out.
func Parts() []string {
	return []string{"report", "references", "topics", "search", "calendar", "card"}
}

// without reads the setting of that name: a list of Parts.
func (s *settings) without(path []string) ([]string, error) {
	path = append(slices.Clone(path), "without")
	value := s.get(path...)
	if value == nil {
		return nil, nil
	}
	hint := "write a list of " + strings.Join(Parts(), ", ")
	list, ok := value.([]any)
	if !ok {
		return nil, s.place(path...).Fault("without is no list", hint)
	}
	var out []string
	for _, v := range list {
		name := fmt.Sprint(v)
		if !slices.Contains(Parts(), name) {
			if near, ok := suggest.Nearest(name, Parts()); ok {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			return nil, s.place(path...).Fault(fmt.Sprintf("without names %q, which is no generated part", name), hint)
		}
		out = append(out, name)
	}
	return out, nil
}

// rule reads the setting of one rule: a severity, or whether it is on.
func (s *settings) rule(path []string) (Rule, error) {
	rule := Rule{Name: path[len(path)-1], Place: s.place(path...)}
	if on, ok := s.get(path...).(bool); ok {
		rule.Default = on
		return rule, nil
	}
	text := s.text(path...)
	severity, err := diag.ParseSeverity(strings.ToLower(text))
	if err != nil {
		hint := "use off, info, warning or error"
		if near, ok := suggest.Nearest(text, []string{"off", "info", "warning", "error"}); ok {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		return rule, rule.Place.Fault(fmt.Sprintf("unknown severity %q of rule %s", text, rule.Name), hint)
	}
	rule.Severity = severity
	return rule, nil
}
