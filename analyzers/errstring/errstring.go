package errstring

import (
	"slices"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "errstring",
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

// A checker checks one package.
type checker struct {
	pass   *rule.Pass
	flow   *errflow.Package
	faults []*fault // that are reported
}

// A fault is a text match that is wrong.
type fault struct {
	*place
	origins errflow.Origins
	remedy
}

func run(pass *rule.Pass) {
	c := &checker{pass: pass, flow: pass.Flow}
	texts := pass.Asked.Texts()
	if len(texts) == 0 {
		return
	}
	for _, m := range texts {
		if p := newPlace(pass, m); pass.Reportable(p.node().Pos()) {
			if f := c.check(p); f != nil && c.report(f) {
				c.faults = append(c.faults, f)
			}
		}
	}
}

// report reports f, and returns whether nothing suppresses it.
func (c *checker) report(f *fault) bool {
	return c.pass.Report(rule.Finding{
		Range:     f.node(),
		Operation: f.origins.String(),
		Message:   "error of " + f.origins.String() + " is matched by its text; " + f.advice,
		Fix:       "match the error and not its text",
		Edit:      func() *fix.Editor { return c.edit(f.place, f.remedy) },
		Related:   f.origins.Calls(),
	})
}

// check returns the fault that p is, nil if it is none.
func (c *checker) check(p *place) *fault {
	o := c.flow.Origins(p.match.Errs...)
	var r remedy
	var ok bool
	if o.AWS() {
		r, ok = c.remedyFor(p.match, o)
	} else if o.Unknown && slices.ContainsFunc(p.match.Errs, c.pass.Asked.FromOutside) {
		r, ok = c.remedyByText(p.match)
	}
	if !ok {
		return nil
	}
	return &fault{place: p, origins: o, remedy: r}
}
