package topic

import (
	"slices"
	"sort"
	"strings"
	"testing"

	"worklog/generator/internal/fold"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

// TestRead reads what task cells name; the spellings of a cell are in the order of the text.
func TestRead(t *testing.T) {
	tests := []struct{ cell, want string }{
		{"- **Amazon ECR (Elastic Container Registry)**:<br>&emsp;+ push an image", "Amazon ECR (Elastic Container Registry)|Amazon ECR"},
		{"**Amazon ECR** (a registry): push", "Amazon ECR"},
		{"**Docker fundamentals**", "Docker"},
		{"**Amazon EC2 - launch & connect**", "Amazon EC2"},
		{"**Học máy cơ bản:** mô hình", "Học máy"},
		{"**Event-driven design** – queues", "Event-driven design"},
		{"**1. Message queues:**", "Message queues"},
		{"**🎯 Message queues**", "Message queues"},
		{"**CI/CD for containers**", "CI/CD"},
		{"**Serverless Lambda, S3, DynamoDB:**", "AWS Lambda|Amazon S3|Amazon DynamoDB"},
		{"Read about **every** queue", ""},
		{"**Very** slow day", ""},
		{"**Practice:** nothing else", ""},
		{"**Practice Lab 8**", ""},
		{"**Lab 01**", ""},
		{"**Lab 3: subnets**", ""},
		{"**Step 2** <br> **Note:**", ""},
		{"**Learn Terraform**", "Terraform"},
		{"**Login page**", ""},
		{"**Thực hành:** | ", ""},
		{"**Tìm hiểu hàng đợi**<br>**Ghi chú**<br>**Tổng kết tuần**<br>**Bài lab 2**", ""},
		{"**27/10/2025**<br>**2025**<br>**A**", ""},
		{"**The bold words of this line go on for much too long to be the name of anything**", ""},
		{"**We finished all of it.**", ""},
		{"**Step Functions:** states", "AWS Step Functions"},
		{"Use the Elastic Compute Cloud and Postgres", "Amazon EC2|PostgreSQL"},
		{"ran ec2, mysql and docker; lambda calculus", "Amazon EC2|MySQL"},
		{"Config files, AWS Config rules; a Backup, AWS Backup", "AWS Config|AWS Backup"},
		{"S3, S3 and Amazon S3", "Amazon S3"},
		{"VPC Flow Logs of the VPC", "VPC Flow Logs|Amazon VPC"},
		{"Node.js and node js, X-Ray", "Node.js|AWS X-Ray"},
		{"Hugoを, ÉGit, S3x", ""},
		{"`kubectl` and `docker build -t x .`", "kubectl"},
		{"`Dockerfile`", "Dockerfile"},
		{"`terragrunt`", "terragrunt"},
		{"`Apache JMeter`", "Apache JMeter"},
		{"`src/main.go` `main.go` `.env` `10.0.0.0/16` `--flag` `user_id` `getItem` `f()` `a b`", ""},
		{"`Vite.js` `ASP.NET`", "Vite.js|ASP.NET"},
		{"`" + strings.Repeat("long", 11) + "`", ""},
	}
	names := NewReader()
	for _, tt := range tests {
		text := "| Day | Task |\n|--|--|\n| Mon | " + strings.TrimSuffix(strings.TrimSpace(tt.cell), "|") + " |\n"
		p := page.NewParser().Parse(source.NewFile("content/week1.md", []byte(text)))
		site := worklog.Read([]*page.Page{p}, worklog.Options{Languages: []worklog.LanguageOptions{{Code: "en", ContentDir: "content"}}})
		var got []string
		var read func([]*worklog.Item)
		read = func(items []*worklog.Item) {
			for _, it := range items {
				names.Read(it.Runs, func(s *Spelling) {
					if !slices.Contains(got, s.Text) {
						got = append(got, s.Text)
					}
				})
				read(it.Items)
			}
		}
		for _, f := range site.Languages[0].Weeks[0].Tables[0].Tasks[0].Fields {
			if f.Role == worklog.RoleTask {
				read(f.Items())
			}
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: got %q, want %q", tt.cell, s, tt.want)
		}
	}
}

// TestKey holds each line of names to mean one topic.
func TestKey(t *testing.T) {
	for _, line := range []string{
		"Amazon S3|S3|s3|AWS S3",
		"AWS Lambda|Lambda|lambda",
		"Amazon ECR (Elastic Container Registry)|ECR|Amazon ECR",
		"Điện toán đám mây|ĐIỆN TOÁN ĐÁM MÂY|Dien toan dam may",
	} {
		names := strings.Split(line, "|")
		for _, name := range names[1:] {
			if keyOf(name) != keyOf(names[0]) {
				t.Errorf("%q is %q, %q is %q", names[0], keyOf(names[0]), name, keyOf(name))
			}
		}
	}
	if keyOf("AWS") != "aws" || keyOf("Amazon") != "amazon" {
		t.Error("a vendor on its own is no topic")
	}
}

// TestLists holds the lists to the form in which they are compared.
func TestLists(t *testing.T) {
	for name, list := range map[string][]string{"activities": activities(), "numbered": numbered(), "endings": endings(), "levels": levels()} {
		seen := map[string]bool{}
		for _, w := range list {
			if fold.Words(w) != w {
				t.Errorf("%s: %q is not folded", name, w)
			}
			if seen[w] {
				t.Errorf("%s: %q is there twice", name, w)
			}
			seen[w] = true
		}
	}
	for _, list := range [][]string{names(), branded()} {
		if !sort.SliceIsSorted(list, func(i, j int) bool { return strings.ToLower(list[i]) < strings.ToLower(list[j]) }) {
			t.Error("known names are not in order")
		}
		keys := map[string]string{}
		for _, line := range list {
			name, _, _ := strings.Cut(line, "=")
			if other := keys[keyOf(name)]; other != "" {
				t.Errorf("%s and %s are one", name, other)
			}
			keys[keyOf(name)] = name
		}
	}
}

// FuzzFromHead looks for names that are not stable: what is shown must be read as itself.
func FuzzFromHead(f *testing.F) {
	for _, seed := range []string{"Amazon ECR (x)", "1. a)", "🎯 Học máy cơ bản", "(((", ")", "S3 - part 2", "a: b", "Điện"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, read := range []func(string) *Spelling{fromHead, fromCode} {
			s := read(text)
			if s == nil {
				continue
			}
			if s.Text == "" || s.Key == "" || len([]rune(s.Text)) > headLength {
				t.Errorf("%q: %+v", text, s)
			}
		}
		newDictionary().find(text, func(*Spelling) {})
	})
}
