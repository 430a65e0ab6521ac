package output

import (
	"bytes"
	"cmp"
	"go/token"
	"os"
	"path/filepath"
	"testing"

	"github.com/fatih/color"

	"github.com/awserrlint/awserrlint/internal/finding"
)

func TestPretty(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	name := filepath.Join(dir, "a.go")
	if err := os.WriteFile(name, []byte("package a\n\n\tübung := f(1,\n\t\t2)\n"), 0o666); err != nil {
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
			"info in colors", finding.Finding{Pos: at(9, 1), End: at(9, 2), Severity: finding.Info}, true,
			"\x1b[1ma.go:9:1:\x1b[22m \x1b[36;1minfo:\x1b[0;22m m \x1b[2m(r)\x1b[22m\n",
		},
	}
	defer func(old bool) { color.NoColor = old }(color.NoColor)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			color.NoColor = !test.colorful
			test.finding.Message, test.finding.Rule = "m", "r"
			test.finding.Severity = cmp.Or(test.finding.Severity, finding.Warning)
			var out bytes.Buffer
			printPretty(&out, NewSources(), test.finding)
			if out.String() != test.want {
				t.Errorf("got\n%q\nwant\n%q", out.String(), test.want)
			}
		})
	}
}
