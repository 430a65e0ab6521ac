package docs

import (
	"bytes"
	_ "embed"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"

	"github.com/rogpeppe/go-internal/diff"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// A rulePage is what the page of a rule shows.
type rulePage struct {
	*lint.Documentation
	Name     string
	Group    string
	Severity string
	Fixes    bool
	Options  []pageOption
	Flagged  string // the example, with its findings as comments
	Fixed    string // what -fix changes in it, as a diff; "" if nothing

	findings []Finding
}

func newRulePage(a *rule.Rule, findings []Finding) *rulePage {
	r := &rulePage{Documentation: a.Doc.Compile(), Name: a.Name, Group: a.Group, Fixes: a.Fixes, findings: findings}
	r.Severity = map[lint.Severity]string{
		lint.SeverityError: "error", lint.SeverityWarning: "warning", lint.SeverityInfo: "info", lint.SeverityHint: "hint",
	}[a.Doc.Severity]
	return r
}

// A pageOption is an option of a rule.
type pageOption struct{ Name, Default, Usage string }

func pageOptions(set *ruleset.Set, r *rule.Rule) []pageOption {
	var options []pageOption
	for _, f := range set.Options(r) {
		arg, usage := flag.UnquoteUsage(f)
		options = append(options, pageOption{strings.TrimSpace("-" + f.Name + " " + arg), f.DefValue, usage})
	}
	return options
}

// want matches the comments in fixtures that demand findings.
var want = regexp.MustCompile(`[ \t]*// want .*`)

// readExample reads the fixture that serves as the example of the rule.
func (r *rulePage) readExample(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("%s holds no example", dir)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		src = want.ReplaceAll(src, nil)
		r.Flagged += r.flag(filepath.Base(file), src)

		fixed, err := os.ReadFile(file + ".golden")
		if os.IsNotExist(err) {
			continue
		} else if err != nil {
			return err
		}
		d := diff.Diff(filepath.Base(file), src, filepath.Base(file), want.ReplaceAll(fixed, nil))
		_, d, _ = bytes.Cut(d, []byte("\n")) // the command line of diff
		r.Fixed += string(d)
	}
	return nil
}

// flag returns src, the content of the file called name, with each finding as a comment above its
// line.
func (r *rulePage) flag(name string, src []byte) string {
	messages := make(map[int][]string)
	for _, f := range r.findings {
		if f.File == name {
			messages[f.Line] = append(messages[f.Line], f.Message)
		}
	}
	var b strings.Builder
	for i, line := range strings.SplitAfter(string(src), "\n") {
		indent := line[:len(line)-len(strings.TrimLeft(line, "\t"))]
		for _, m := range messages[i+1] {
			fmt.Fprintf(&b, "%s// %s: %s\n", indent, r.Name, m)
		}
		b.WriteString(line)
	}
	return b.String()
}

//go:embed page.md.tmpl
var pageText string

var pageTemplate = template.Must(template.New("page").Parse(pageText))

// page returns the page of the rule.
func (r *rulePage) page() ([]byte, error) {
	var b bytes.Buffer
	err := pageTemplate.Execute(&b, r)
	return b.Bytes(), err
}
