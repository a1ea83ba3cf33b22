package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"worklog/generator/internal/check"
	"worklog/generator/internal/diag"
	"worklog/generator/internal/generate"
	"worklog/generator/internal/publish"
	"worklog/generator/internal/site"
	"worklog/generator/internal/source"
)

type buildOptions struct {
	dir, out, baseURL string
	keepGoing         bool
}

func newBuild(env Env) *cobra.Command {
	o := buildOptions{dir: "."}
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Check a site and render it",
		Long: `Build reads and checks the weekly pages of a Hugo site, and renders the site. Where a finding is of
severity error it writes nothing and exits with 1, unless --keep-going is given.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, args []string) error { return build(cmd.Context(), env, o) },
	}
	cmd.Flags().StringVarP(&o.dir, "source", "s", o.dir, "folder of the site")
	cmd.Flags().StringVarP(&o.out, "destination", "d", "", "folder to write to (default: public in the site's folder)")
	cmd.Flags().StringVarP(&o.baseURL, "base-url", "b", "", "base URL in place of the configuration's")
	cmd.Flags().BoolVar(&o.keepGoing, "keep-going", false, "render in spite of errors, and exit with 0")
	return cmd
}

func build(ctx context.Context, env Env, o buildOptions) error {
	began := env.Now()
	p, err := open(env, o.dir)
	if err != nil {
		return err
	}
	if n := diag.Count(p.findings, diag.Error); n > 0 && !o.keepGoing {
		if err := p.print(env, p.findings); err != nil {
			return err
		}
		fmt.Fprintln(env.Stderr, "worklog: nothing was written: mend the errors above, or render all the same with --keep-going")
		return errFindings
	}
	out := filepath.Join(p.dir, "public")
	if o.out != "" {
		out = absolute(env, o.out)
	}
	total := p.total()
	result, err := p.render(ctx, env, o.baseURL, out)
	if err != nil {
		return err
	}
	if err := p.print(env, p.findings); err != nil {
		return err
	}
	fmt.Fprintf(env.Stdout, "%s, %s, %s in %.1f s\n", total, count(len(p.findings), "finding"),
		count(result.Pages, "page"), env.Now().Sub(began).Seconds())
	return nil
}

func (p *project) print(env Env, findings []diag.Diagnostic) error {
	if len(findings) == 0 {
		return nil
	}
	return printFindings(env.Stderr, findings, formatText, env.color(env.StderrColumns), env.StderrColumns)
}

// render renders the site into out. What Hugo had to get round joins the findings.
func (p *project) render(ctx context.Context, env Env, baseURL, out string) (result *site.Result, err error) {
	stage, err := publish.Prepare(ctx, publish.Options{
		Out: out, Source: p.dir, Reads: append(contentDirs(p.config), p.config.StaticDirs...),
		Wait: func() { fmt.Fprintln(env.Stderr, "worklog: waiting for another build of the same folder to end") },
	})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, stage.Discard()) }()
	layouts, static, err := ownFiles(env)
	if err != nil {
		return nil, err
	}
	root := basePath(p.config.BasePath, baseURL)
	generated, err := generate.Generate(p.site, generate.Options{
		BasePath: root, Drafts: p.config.BuildDrafts, UglyURLs: p.config.UglyURLs, Without: p.config.Without,
	})
	if err != nil {
		return nil, err
	}
	secrets := check.Secrets(p.site)
	p.site = nil // Hugo needs the memory
	runtime.GC()
	data := map[string]any{"worklog": generated.Data}
	if !slices.Contains(p.config.Without, "card") {
		data["card"] = cards{generated.Data}
	}
	result, err = site.Render(ctx, site.Options{
		Dir: p.dir, Layouts: layouts, Static: static, Pages: generated.Pages,
		Data: data, BaseURL: baseURL, Output: stage.Dir,
	})
	if refused := (*site.Error)(nil); errors.As(err, &refused) {
		return nil, err
	} else if err != nil {
		return nil, stage.Explain(err)
	}
	p.findings = append(p.findings, diag.Redact(fromHugo(result.Messages, generated), secrets)...)
	if err := writeDerived(stage.Dir, result, generated); err != nil {
		return nil, stage.Explain(err)
	}
	if err := writeSearch(stage.Dir, root, result, generated); err != nil {
		return nil, stage.Explain(err)
	}
	var files []fs.FS
	for i := len(result.StaticDirs) - 1; i >= 0; i-- { // publish lets the last win
		files = append(files, os.DirFS(result.StaticDirs[i]))
	}
	_, err = stage.Commit(files...)
	return result, err
}

func ownFiles(env Env) (layouts, static fs.FS, err error) {
	if layouts, err = fs.Sub(env.Files, "layouts"); err != nil {
		return nil, nil, err
	}
	static, err = fs.Sub(env.Files, "static")
	return layouts, static, err
}

// ruleHugo marks what Hugo had to get round, which no setting of rules switches off.
const ruleHugo = "hugo"

// fromHugo turns what Hugo had to get round into findings.
func fromHugo(messages []site.Message, generated *generate.Output) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, m := range messages {
		d := diag.Diagnostic{Rule: ruleHugo, Severity: diag.Warning, Message: m.Text}
		if f, ok := generated.Source[m.File]; ok {
			d.File = f
			d.Span = placeOf(m, f, source.NewFile(m.File, generated.Pages[m.File]))
		} else {
			d.File = source.NewFile(m.File, nil)
		}
		out = append(out, d)
	}
	return out
}

// placeOf finds in an author's file what a message means in the generated one: the rest of the line is
// the same there and here. A shortcode is underlined as far as it goes.
func placeOf(m site.Message, f, generated *source.File) source.Span {
	line := f.LineSpan(m.Line)
	if m.Column < 1 {
		return line
	}
	rest := generated.Text(generated.LineSpan(m.Line))
	for range m.Column - 1 {
		_, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
	}
	if rest == "" || !strings.HasSuffix(f.Text(line), rest) {
		return line
	}
	line.Start = line.End - len(rest)
	if end := strings.Index(rest, "}}"); end >= 0 && strings.HasPrefix(rest, "{{") {
		line.End = line.Start + end + len("}}")
	}
	return line
}

// total says how much the worklog holds.
func (p *project) total() string {
	var weeks, tasks, references int
	for _, l := range p.site.Languages {
		weeks += len(l.Weeks)
		for _, w := range l.Weeks {
			for _, t := range w.Tables {
				for _, task := range t.Tasks {
					if !task.Group {
						tasks++
					}
					references += len(task.References)
				}
			}
		}
	}
	return count(weeks, "week") + ", " + count(tasks, "task") + ", " + count(references, "reference")
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// basePath is the path of the base URL that the site is rendered for, with a slash at both ends.
func basePath(configured, override string) string {
	if override == "" {
		return configured
	}
	u, err := url.Parse(override)
	if err != nil {
		return "/"
	}
	return path.Join("/", u.Path, "/") + strings.Repeat("/", min(len(strings.Trim(u.Path, "/")), 1))
}
