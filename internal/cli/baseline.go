package cli

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/baseline"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/readfile"
	"github.com/awserrlint/awserrlint/internal/relpath"
	"github.com/awserrlint/awserrlint/internal/scope"
)

// A coverage tells what a run looked at.
type coverage struct {
	selection scope.Selection
	rules     []string
	tests     bool
	broken    []string // folders with what could not be analyzed
}

// coverage returns what a run on s with problems looks at. The settings for s must be applied.
func (inv *invocation) coverage(s scope.Selection, problems []finding.Problem) coverage {
	c := coverage{selection: s, tests: inv.Tests()}
	if analyzers, err := inv.Enabled(); err == nil {
		for _, a := range analyzers {
			c.rules = append(c.rules, a.Name)
		}
	}
	for _, p := range problems {
		file, _, _ := strings.Cut(p.Pos, ".go:")
		c.broken = append(c.broken, filepath.Dir(file))
	}
	return c
}

// unseen returns a function that reports whether a run that covered all these did not look for the
// finding of an entry of the baseline in file.
func (inv *invocation) unseen(file string, covered []coverage) func(baseline.Entry) bool {
	ctxt := scope.BuildContext(inv.tags)
	return func(e baseline.Entry) bool {
		name := filepath.Join(filepath.Dir(file), filepath.FromSlash(e.File))
		dir, base := filepath.Split(name)
		if match, err := ctxt.MatchFile(dir, base); !match && err == nil {
			return true
		}
		return !slices.ContainsFunc(covered, func(c coverage) bool {
			return c.selection.Covers(name) && slices.Contains(c.rules, e.Rule) && (c.tests || !strings.HasSuffix(base, "_test.go")) &&
				!slices.Contains(c.broken, filepath.Clean(dir))
		})
	}
}

// gone returns a finding for each entry of the baseline that accepts nothing any more, if -unused asks
// for them.
func (f *newFilter) gone() []finding.Finding {
	if f.match == nil || !f.unused() {
		return nil
	}
	var gone []finding.Finding
	file := f.match.File()
	for _, e := range f.match.Gone(f.unseen(file, f.covered)) {
		at := token.Position{Filename: file, Line: e.At, Column: 1}
		gone = append(gone, finding.Finding{
			Rule: f.Directives.Name, Severity: f.Severity(f.Directives.Name), URL: f.Directives.URL, Pos: at, End: at,
			Message: fmt.Sprintf("%s is no longer found in %s; write the baseline anew with -write-baseline", e.Rule, e.File),
		})
	}
	return gone
}

// saveBaseline writes the findings of res to the baseline and returns the exit code. What the run did not
// look at stays as it is.
func (inv *invocation) saveBaseline(res *result) (int, error) {
	file, err := inv.abs(inv.baseline)
	if err != nil {
		return program.Failed, err
	}
	old, err := baseline.Read(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return program.Failed, err
	}
	all := finding.Sort(slices.Concat(res.Findings, res.hidden))
	n, err := baseline.Write(file, all, readfile.Source, old, inv.unseen(file, res.covered))
	if err != nil {
		return program.Failed, err
	}
	fmt.Fprintf(inv.stderr, "%s: %s accepts %s\n", program.Name, relpath.File(file), counted(n, "finding"))
	if inv.printProblems(res) {
		return program.Failed, nil
	}
	return program.Clean, nil
}
