package site

import "fmt"

// kind sorts faults, so that a page of thousands is told of a few of each.
type kind int

const (
	malformed kind = iota // Hugo cannot read the tag
	unknown               // there is no such shortcode
	unclosed              // content begins and does not end
	unopened              // content ends and has not begun
)

// change is what becomes of a tag that Hugo would refuse.
type change struct {
	fault        // its text is empty where the author need not be told
	with  []byte // stands in the tag's place, on as many lines
}

// balance finds the tags that Hugo would refuse once it knows the templates, in their order.
func balance(page []byte, list []call, of lookup) []change {
	var changes []change
	closing := map[string]int{} // where the last closing tag of a name stands
	for _, c := range list {
		if c.closing {
			closing[c.name] = c.start
		}
	}
	var nested []call
	for _, c := range list {
		is := of(c.name)
		switch {
		case c.name == "":
			changes = append(changes, shown(page, c, malformed, "a shortcode needs a name"))
		case c.inline:
		case !is.ok && !c.closing && (c.selfClosed || closing[c.name] < c.start):
			changes = append(changes, shown(page, c, unknown, told(is, "there is no shortcode %q here", c.name)))
		case !is.ok:
			text := told(is, "there is no shortcode %q here: only its content is shown", c.name)
			if c.closing {
				text = ""
			}
			changes = append(changes, change{fault{c, unknown, text}, content(page, c)})
		case is.inner:
			nested = append(nested, c)
		case c.closing:
			changes = append(changes, change{fault{call: c}, content(page, c)})
		case c.selfClosed:
			with := append([]byte(nil), page[c.start:c.end]...)
			with[c.slash-c.start] = ' '
			changes = append(changes, change{fault{call: c}, with})
		}
	}
	if accepted(nested) {
		return changes
	}
	return append(changes, byName(page, nested)...)
}

// accepted tells Hugo's opinion, which lets any closing tag end the innermost shortcode.
func accepted(list []call) bool {
	open := 0
	for _, c := range list {
		switch {
		case c.closing:
			open--
		case !c.selfClosed:
			open++
		}
		if open < 0 {
			return false
		}
	}
	return open == 0
}

// byName finds the tags without a counterpart: where something stays open, names tell which tag it is.
func byName(page []byte, list []call) []change {
	var changes []change
	var open []call
	count := map[string]int{} // of open ones
	end := func(reports bool) {
		c := open[len(open)-1]
		open = open[:len(open)-1]
		count[c.name]--
		if reports {
			text := fmt.Sprintf("shortcode %q is not closed: write {{%% /%s %%}} after its content", c.name, c.name)
			changes = append(changes, shown(page, c, unclosed, text))
		}
	}
	for _, c := range list {
		switch {
		case c.selfClosed:
		case !c.closing:
			open = append(open, c)
			count[c.name]++
		case count[c.name] == 0:
			text := fmt.Sprintf("shortcode %q is closed but was not opened", c.name)
			changes = append(changes, shown(page, c, unopened, text))
		default:
			for open[len(open)-1].name != c.name {
				end(true)
			}
			end(false)
		}
	}
	for len(open) > 0 {
		end(true)
	}
	return changes
}

// shown has a tag shown as the author typed it.
func shown(page []byte, c call, k kind, text string) change {
	if text != "" {
		text += ": shown as text"
	}
	return change{fault{c, k, text}, asText(page, c)}
}

// told is empty for a shortcode of which the author knows that it is set aside.
func told(is known, format, name string) string {
	if is.setAside {
		return ""
	}
	return fmt.Sprintf(format, name)
}
