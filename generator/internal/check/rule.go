package check

import "worklog/generator/internal/diag"

// Rule is one thing that is looked for.
type Rule struct {
	ID       string // kebab-case; what findings show and config.toml names
	Severity diag.Severity
	Doc      string // one sentence: what is found, and why it matters
	Wrong    string // a row, front matter or page that breaks the rule
	Right    string // the same, mended

	run func(*pass)
}

// Rules returns all rules, those about whole files first, then dates, weeks, references and text.
func Rules() []Rule {
	return []Rule{
		unreadableFile(),
		encoding(),
		pageTooLarge(),
		frontMatter(),
		duplicatePath(),
		generatedPage(),
		credential(),
		frontMatterDateUnreadable(),
		frontMatterDate(),
		frontMatterDateMissing(),
		unreadableDate(),
		unreadableDay(),
		impossibleDate(),
		mixedDateOrder(),
		undecidableDateOrder(),
		completionBeforeStart(),
		dateOutsideWeek(),
		weekdayMismatch(),
		futureDate(),
		weekNumber(),
		weekRepeated(),
		weekOrder(),
		weekOverlap(),
		weekGap(),
		translationMismatch(),
		noTable(),
		unmatchedHeader(),
		brokenRow(),
		missingCells(),
		extraCells(),
		referenceURL(),
		referenceScheme(),
		referencePunctuation(),
		plainHTTP(),
		repeatedReference(),
		textOnlyReference(),
		templateNotice(),
		templateText(),
		placeholder(),
	}
}
