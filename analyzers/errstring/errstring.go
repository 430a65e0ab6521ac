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
	places  []*place // of all text matches
	matches []*errflow.Match
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
		if p := newPlace(pass, root, m); p != nil {
			c.places = append(c.places, p)
		}
	}
	slices.SortFunc(c.places, func(p, q *place) int { return cmp.Compare(p.node().Pos(), q.node().Pos()) })

	faults := make(map[*token.File][]*fault)
	for _, p := range c.places {
		file := pass.Fset.File(p.node().Pos())
		if !report.Reported(pass, p.node().Pos()) {
			continue
		}
		if f := c.check(p); f != nil {
			faults[file] = append(faults[file], f)
		}
	}
	for _, fs := range faults {
		var editors []*fix.Editor
		for _, f := range fs {
			editors = append(editors, f.edit)
		}
		fix.DropImports(editors)
		for _, f := range fs {
			report.Report(pass, report.Finding{
				Range:     f.node(),
				Operation: f.origins.String(),
				Message:   "error of " + f.origins.String() + " is matched by its text; " + f.advice,
				Fix:       f.edit.Fix("match the error and not its text"),
			})
		}
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
	return &fault{place: p, origins: o, remedy: r, edit: c.edit(p, r)}
}
