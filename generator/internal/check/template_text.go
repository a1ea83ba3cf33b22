package check

import (
	"fmt"

	"worklog/generator/internal/diag"
)

func templateText() Rule {
	return Rule{
		ID:       "template-text",
		Severity: diag.Warning,
		Doc:      "The tasks on the page are the template's own, word for word: nothing else on such a page is judged (one finding a page).",
		Wrong:    "| 2 | - Get acquainted with FCJ members <br> - Read and take note of internship unit rules and regulations | 08/11/2025 | 08/11/2025 | |\n| 5 | - Learn basic EC2: <br>&emsp; + Instance types <br>&emsp; + AMI <br>&emsp; + EBS <br>&emsp; + ... <br> - SSH connection methods to EC2 <br> - Learn about Elastic IP | 08/14/2025 | 08/15/2025 | |\n| 6 | - **Practice:** <br>&emsp; + Launch an EC2 instance <br>&emsp; + Connect via SSH <br>&emsp; + Attach an EBS volume | 08/15/2025 | 08/15/2025 | |",
		Right:    "| 2 | - Met the team <br> - Read the house rules | 11/08/2025 | 11/08/2025 | |",
		run: func(p *pass) {
			for _, w := range p.weeks {
				if !w.template {
					continue
				}
				n := 0
				var first *row
				for _, r := range w.rows {
					if isTemplateTask(r.Task) {
						if n++; first == nil {
							first = r
						}
					}
				}
				p.report(w.file, first.taskSpan(),
					fmt.Sprintf("%d of %s are the template's own, word for word", n, count(len(w.rows), "task")),
					"write what you did in this week")
			}
		},
	}
}
