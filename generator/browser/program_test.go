package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/tools/txtar"
)

// lesson is what a made-up intern did on a day, in both languages.
type lesson struct{ name, link, en, vi string }

// lessons are the days of a week. Their Vietnamese has the words that the tests of search look for.
func lessons() [7]lesson {
	return [...]lesson{
		{"Docker", "https://docs.docker.com/get-started/", "Write a container file<br>&emsp; + Keep the image small<br>&emsp; + Run it beside a database", "Viết tệp container hóa<br>&emsp; + Giữ ảnh nhỏ gọn<br>&emsp; + Chạy cạnh cơ sở dữ liệu"},
		{"Amazon ECR", "https://docs.aws.amazon.com/ecr/", "Push an image<br>&emsp; + Scan it<br>&emsp; + Expire what is old", "Đóng gói và đẩy ảnh<br>&emsp; + Quét lỗ hổng<br>&emsp; + Dọn bản cũ"},
		{"Amazon ECS", "https://docs.aws.amazon.com/ecs/", "Run two tasks behind a balancer<br>&emsp; + Roll out a release<br>&emsp; + Take it back", "Chạy hai tác vụ sau bộ cân bằng tải<br>&emsp; + Phát hành bản mới<br>&emsp; + Quay lại bản cũ"},
		{"AWS IAM", "https://docs.aws.amazon.com/iam/", "Give a role as few rights as it needs<br>&emsp; + Read a policy<br>&emsp; + Test it", "Cấp quyền bảo mật tối thiểu<br>&emsp; + Đọc chính sách<br>&emsp; + Kiểm thử"},
		{"Amazon S3", "https://docs.aws.amazon.com/s3/", "Move old files to a cheaper class<br>&emsp; + Version a bucket", "Chuyển tệp cũ sang lớp rẻ hơn<br>&emsp; + Bật phiên bản"},
		{"CloudWatch", "https://docs.aws.amazon.com/cloudwatch/", "Draw a dashboard<br>&emsp; + Ring an alarm at half past nine", "Vẽ bảng theo dõi<br>&emsp; + Đặt cảnh báo"},
		{"Terraform", "https://developer.hashicorp.com/terraform/docs", "Write down what was clicked<br>&emsp; + Plan, apply, destroy", "Ghi lại hạ tầng bằng mã<br>&emsp; + Lập kế hoạch, áp dụng, gỡ bỏ"},
	}
}

// writeProgram writes a site of so many weeks in a row, seven days each, in each language.
func writeProgram(dir string, weeks int, languages ...string) error {
	config := "baseURL = \"https://example.org/\"\ntitle = \"Cloud internship\"\ndefaultContentLanguage = \"en\"\ndisableKinds = [\"taxonomy\", \"term\"]\n"
	files := map[string]string{}
	for _, language := range languages {
		config += fmt.Sprintf("[languages.%s]\n  locale = %q\n  label = %q\n", language, language, map[string]string{"en": "English", "vi": "Tiếng Việt"}[language])
		suffix := map[string]string{"en": ".md", "vi": ".vi.md"}[language]
		files["content/_index"+suffix] = "---\ntitle: \"Cloud internship\"\n---\n\nWhat was learned, week by week.\n"
		files["content/1-Worklog/_index"+suffix] = "---\ntitle: \"Worklog\"\nweight: 1\n---\n"
		for n := range weeks {
			files[fmt.Sprintf("content/1-Worklog/1.%d-Week%d/_index%s", n+1, n+1, suffix)] = week(n+1, language)
		}
	}
	files["hugo.toml"] = config
	return writeFiles(dir, files)
}

// week is the page of the n-th week, from Monday 8 September 2025 on.
func week(n int, language string) string {
	monday := time.Date(2025, 9, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*n)
	var b strings.Builder
	if language == "vi" {
		fmt.Fprintf(&b, "---\ntitle: \"Nhật ký tuần %d\"\ndate: %s\nweight: %d\n---\n\n### Mục tiêu tuần %d\n\n- Hiểu các dịch vụ của tuần, trên tài khoản riêng.\n\n### Công việc trong tuần\n\n| Thứ | Công việc | Ngày bắt đầu | Ngày hoàn thành | Nguồn tài liệu |\n| --- | --- | --- | --- | --- |\n", n, monday.Format(time.DateOnly), n, n)
	} else {
		fmt.Fprintf(&b, "---\ntitle: \"Week %d Worklog\"\ndate: %s\nweight: %d\n---\n\n### Objectives of week %d\n\n- Understand the services of the week, on an own account.\n\n### Tasks of the week\n\n| Day | Task | Start Date | Completion Date | References |\n| --- | --- | --- | --- | --- |\n", n, monday.Format(time.DateOnly), n, n)
	}
	names := map[string][]string{
		"en": {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
		"vi": {"Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Chủ nhật"},
	}[language]
	for i, l := range lessons() {
		text, date := l.en, monday.AddDate(0, 0, i).Format("02/01/2006")
		if language == "vi" {
			text = l.vi
		}
		fmt.Fprintf(&b, "| %s | - **%s**:<br>&emsp; + %s | %s | %s | [%s](%s) |\n", names[i], l.name, text, date, date, l.name, l.link)
	}
	if language == "vi" {
		fmt.Fprintf(&b, "\n### Kết quả tuần %d\n\n- Làm được những gì đã đọc.\n", n)
	} else {
		fmt.Fprintf(&b, "\n### Achievements of week %d\n\n- Did what the pages only said.\n", n)
	}
	return b.String()
}

// writeArchive writes a site of testdata. What would make an archive hard to read stands in it as
// LONG_CELL, 4,000 characters of words, and LONG_URL, an address of 300.
func writeArchive(dir, name string) error {
	archive, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		return err
	}
	long := strings.NewReplacer(
		"LONG_CELL", strings.Repeat("cloud ", 4000/len("cloud ")),
		"LONG_URL", "https://docs.example.org/"+strings.Repeat("a", 300-len("https://docs.example.org/")),
	)
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = long.Replace(string(f.Data))
	}
	return writeFiles(dir, files)
}

func writeFiles(dir string, files map[string]string) error {
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
