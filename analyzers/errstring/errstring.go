// Package errstring reports AWS errors that are matched by their text.
package errstring

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/report"
)

// Analyzer is the rule.
var Analyzer = &analysis.Analyzer{
	Name:             "errstring",
	Doc:              Doc.Title,
	URL:              report.URL("errstring"),
	Requires:         []*analysis.Analyzer{errflow.Analyzer, inspect.Analyzer, report.Analyzer},
	Run:              run,
	RunDespiteErrors: true,
}

// A checker checks one package.
type checker struct {
	pass    *analysis.Pass
	flow    *errflow.Package
	matches []*errflow.Match
	faults  []*fault
	fixes   *fix.Batch
}

// A fault is a text match that is to be reported.
type fault struct {
	*place
	origins errflow.Origins
	remedy
	edit *fix.Editor // nil without a fix
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{pass: pass, flow: pass.ResultOf[errflow.Analyzer].(*errflow.Package), fixes: fix.NewBatch()}
	texts := c.flow.TextMatches()
	if len(texts) == 0 {
		return nil, nil
	}
	c.matches = c.flow.Matches()
	root := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
	for _, m := range texts {
		if p := newPlace(pass, root, m); p != nil && report.Reported(pass, p.node().Pos()) && !report.Suppressed(pass, p.node()) {
			if f := c.check(p); f != nil {
				c.faults = append(c.faults, f)
			}
		}
	}
	slices.SortFunc(c.faults, func(f, g *fault) int { return cmp.Compare(f.node().Pos(), g.node().Pos()) })

	editors := make(map[*token.File][]*fix.Editor)
	for _, f := range c.faults {
		f.edit = c.edit(f.place, f.remedy)
		file := pass.Fset.File(f.node().Pos())
		editors[file] = append(editors[file], f.edit)
	}
	for _, es := range editors {
		fix.DropImports(es)
	}
	for _, f := range c.faults {
		report.Report(pass, report.Finding{
			Range:     f.node(),
			Operation: f.origins.String(),
			Message:   "error of " + f.origins.String() + " is matched by its text; " + f.advice,
			Fix:       f.edit.Fix("match the error and not its text"),
			Related:   f.origins.Calls(),
		})
	}
	return nil, nil
}

// check returns the fault that p is, nil if it is none.
func (c *checker) check(p *place) *fault {
	o := c.flow.Origins(p.match.Errs...)
	var r remedy
	var ok bool
	if o.AWS() {
		r, ok = c.remedyFor(p.match, o)
	} else if o.Unknown && slices.ContainsFunc(p.match.Errs, c.flow.FromOutside) {
		r, ok = c.remedyByText(p.match)
	}
	if !ok {
		return nil
	}
	return &fault{place: p, origins: o, remedy: r}
}
