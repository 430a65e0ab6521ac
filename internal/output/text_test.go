package output

import (
	"bytes"
	"cmp"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/finding"
)

func TestText(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	name := filepath.Join(dir, "a.go")
	if err := os.WriteFile(name, []byte("package a\n\n\tübung := f(1,\n\t\t2)\n// \x1b[2J\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	at := func(line, column int) token.Position {
		return token.Position{Filename: name, Line: line, Column: column}
	}
	tests := []struct {
		name     string
		finding  finding.Finding
		colorful bool
		want     string
	}{
		{
			"one line", finding.Finding{Pos: at(3, 2), End: at(3, 8)}, false,
			"a.go:3:2: warning: m (r)\n\tübung := f(1,\n\t^~~~~\n",
		},
		{
			"to the end of the line", finding.Finding{Pos: at(3, 12), End: at(4, 5)}, false,
			"a.go:3:12: warning: m (r)\n\tübung := f(1,\n\t         ^~~~\n",
		},
		{
			"a point", finding.Finding{Pos: at(1, 1), End: at(1, 1)}, false,
			"a.go:1:1: warning: m (r)\npackage a\n^\n",
		},
		{
			"no source", finding.Finding{Pos: at(9, 1), End: at(9, 2)}, false,
			"a.go:9:1: warning: m (r)\n",
		},
		{
			"related", finding.Finding{Pos: at(9, 1), End: at(9, 2), Related: []finding.Related{{Message: "here", Pos: at(1, 1)}}}, false,
			"a.go:9:1: warning: m (r)\n\ta.go:1:1: here\n",
		},
		{
			"colors", finding.Finding{Pos: at(1, 1), End: at(1, 8), Severity: finding.Error}, true,
			"\x1b[1ma.go:1:1:\x1b[22m \x1b[31;1merror:\x1b[0;22m m \x1b[2m(r)\x1b[22m\npackage a\n\x1b[31;1m^~~~~~~\x1b[0;22m\n",
		},
		{
			"info in colors", finding.Finding{Pos: at(9, 1), End: at(9, 2), Severity: finding.Info, Fixes: []finding.Fix{{}}}, true,
			"\x1b[1ma.go:9:1:\x1b[22m \x1b[36;1minfo:\x1b[0;22m m \x1b[32m[fixable]\x1b[0m \x1b[2m(r)\x1b[22m\n",
		},
		{
			"a file with control characters", finding.Finding{Pos: token.Position{Filename: filepath.Join(dir, "\x1b[31mred\u202e.go"), Line: 1, Column: 1}}, false,
			"\ufffd[31mred\ufffd.go:1:1: warning: m (r)\n",
		},
		{
			"source with control characters", finding.Finding{Pos: at(5, 4), End: at(5, 5)}, false,
			"a.go:5:4: warning: m (r)\n// \ufffd[2J\n   ^\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.finding.Message, test.finding.Rule = "m", "r"
			test.finding.Severity = cmp.Or(test.finding.Severity, finding.Warning)
			print := func(terminal bool) string {
				var out bytes.Buffer
				err := printText(Output{&out, terminal, test.colorful}, &Report{Findings: []finding.Finding{test.finding}})
				if err != nil {
					t.Fatal(err)
				}
				return out.String()
			}
			if got := print(true); got != test.want {
				t.Errorf("got\n%q\nwant\n%q", got, test.want)
			}
			first, _, _ := strings.Cut(test.want, "\n")
			got := print(false)
			if got != first+"\n" {
				t.Errorf("where there is no terminal, got %q, want %q", got, first)
			}
			if !test.colorful && got != test.finding.String()+"\n" {
				t.Errorf("the finding says %q of itself, and the format %q", test.finding, got)
			}
		})
	}
}
