package main

// topic is what the made-up interns work on for a day.
type topic struct {
	name    string
	link    string
	details []string
}

// topics is the stock that weeks are made from. Its words are ours; the shape of a cell is the one
// that most public worklogs have.
func topics() []topic {
	return []topic{
		{"Container images", "[Image guide](https://docs.example.org/images)", []string{
			"Write a Dockerfile with two build stages", "Compare image sizes before and after", "Scan the layers for known holes", "Tag images by commit (never latest)",
		}},
		{"Object storage", "[Storage handbook](https://docs.example.org/storage)", []string{
			"Create a private bucket with versioning", "Set a lifecycle rule for old versions", "Serve a static page through a distribution", "Deny requests without encryption in transit",
		}},
		{"Virtual networks", "<https://docs.example.org/networks>", []string{
			"Plan address ranges for two zones", "Build public and private subnets", "Route outgoing traffic through a gateway", "Record rejected packets in flow logs",
		}},
		{"Identity and access", "[Access rules](https://docs.example.org/access)", []string{
			"Read how policies are evaluated", "Replace long-lived keys by roles", "Write a policy with `Condition` on the source address", "Review who may assume which role",
		}},
		{"Relational database", "[Database notes](https://docs.example.org/database)", []string{
			"Start a small instance in the private subnet", "Restore the last snapshot into a copy", "Measure a slow query with `EXPLAIN`", "Turn on automatic backups",
		}},
		{"Serverless functions", "[Functions](https://docs.example.org/functions)", []string{
			"Write a handler that resizes pictures", "Trigger it from new objects in the bucket", "Limit memory & watch the cost", "Send failures to a queue",
		}},
		{"Monitoring", "[Monitoring](https://docs.example.org/monitoring)", []string{
			"Collect metrics from three machines", "Draw a dashboard for latency and errors", "Alarm when the disk is nearly full", "Keep logs for 30 days",
		}},
		{"Delivery pipeline", "[Pipelines](https://docs.example.org/pipelines)", []string{
			"Run tests on every push", "Build the image once and promote it", "Ask for approval before production", "Roll back by redeploying the last tag",
		}},
		{"Infrastructure as code", "[Templates](https://docs.example.org/templates)", []string{
			"Describe the network as a template", "Split the stack by lifetime", "Review the change set before applying", "Detect drift once a day",
		}},
		{"Weekly summary", "", []string{
			"Write down what went wrong and why", "Clean up resources that cost money", "Prepare questions for the mentor",
		}},
		{"Team meeting", "", []string{
			"Show the state of the project", "Agree on the tasks of the next days", "Split the work into tickets",
		}},
	}
}
