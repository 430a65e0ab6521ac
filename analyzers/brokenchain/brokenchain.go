package brokenchain

import (
	"fmt"
	"go/ast"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "brokenchain",
	Doc:      Doc,
	Run:      run,
	Requires: []*analysis.Analyzer{asksAnalyzer},
	Fixes:    true,
})

// A broken is a cut of the package that takes away what matches ask for.
type broken struct {
	site      *errflow.CutSite
	by        string
	ops       errflow.Origins
	questions []*question
}

func run(pass *rule.Pass) {
	a := pass.ResultOf[asksAnalyzer].(*asks)
	var order []errflow.CutPoint
	here := make(map[errflow.CutPoint]*broken)
	for _, q := range a.questions {
		if !pass.Reportable(q.call.Pos()) {
			continue
		}
		// have: a match of what only the chain of an error has
		o, _ := pass.Flow.Open(q.err, q.call.Block())
		var elsewhere []errflow.Cut
		for _, cut := range o.Cuts {
			if !loses(pass, a, q, o, cut) {
				continue
			}
			// have: an error whose chain is cut, and would have had it
			site := pass.Flow.CutSite(cut.At)
			if site == nil {
				elsewhere = append(elsewhere, cut)
				continue
			}
			b := here[cut.At]
			if b == nil {
				b = &broken{site: site, by: cut.At.By}
				here[cut.At] = b
				order = append(order, cut.At)
			}
			if !slices.Contains(b.ops.Ops, cut.Op) {
				b.ops.Ops = append(b.ops.Ops, cut.Op)
			}
			if !slices.Contains(b.questions, q) {
				b.questions = append(b.questions, q)
			}
		}
		reportElsewhere(pass, q, elsewhere)
	}
	for _, at := range order {
		report(pass, here[at])
	}
}

// report reports a cut of the package, with the matches that fail.
func report(pass *rule.Pass, b *broken) {
	cur, ok := pass.Flow.Syntax(b.site.Instr)
	if !ok {
		return
	}
	first := b.questions[0].shown()
	at := pass.Fset.Position(first.call.Pos())
	match := fmt.Sprintf("%s at %s:%d", first.by, filepath.Base(at.Filename), at.Line)
	f := rule.Finding{Range: cur.Node(), Operation: b.ops.String(), Related: pass.Flow.Origins(b.site.Errs...).Calls()}
	switch {
	case b.site.Type != nil:
		f.Message = fmt.Sprintf("%s has no Unwrap, so %s never matches the error of %s; add it", b.by, match, f.Operation)
		f.Fix = "add Unwrap"
		f.Edit = func() *fix.Editor { return addUnwrap(pass, b.site.Type) }
	default:
		remedy := "use %w"
		switch {
		case b.by == "errors.New":
			remedy = "use fmt.Errorf with %w"
		case !strings.HasPrefix(b.by, "%"):
			remedy = "use errors.Wrap"
		}
		f.Message = fmt.Sprintf("%s cuts the error of %s off, so %s never matches it; %s", b.by, f.Operation, match, remedy)
		f.Fix = "wrap the error"
		f.Edit = func() *fix.Editor { return wrapErrors(pass, cur.Node().(*ast.CallExpr), b) }
	}
	for _, q := range b.questions {
		q = q.shown()
		n := q.syntax.Node()
		f.Related = append(f.Related, analysis.RelatedInformation{Pos: n.Pos(), End: n.End(), Message: q.by + " never matches it here"})
	}
	pass.Report(f)
}

// reportElsewhere reports that q never matches what other packages cut off.
func reportElsewhere(pass *rule.Pass, q *question, cuts []errflow.Cut) {
	if len(cuts) == 0 {
		return
	}
	// They are in order, so all runs name the same.
	first, more := cuts[0].At, make(map[errflow.CutPoint]bool)
	var ops errflow.Origins
	for _, cut := range cuts {
		if cut.At.By == first.By && !slices.Contains(ops.Ops, cut.Op) {
			ops.Ops = append(ops.Ops, cut.Op)
		}
		more[cut.At] = true
	}
	f := rule.Finding{Range: q.syntax.Node(), Operation: ops.String()}
	where := fmt.Sprintf("%s:%d", first.File, first.Line)
	if len(more) > 1 {
		where += fmt.Sprintf(" and %d more", len(more)-1)
	}
	switch {
	case strings.HasPrefix(first.By, "%"):
		f.Message = fmt.Sprintf("%s never matches the error of %s, which %s cuts off at %s; use %%w there", q.by, f.Operation, first.By, where)
	case strings.HasPrefix(first.By, "errors."):
		f.Message = fmt.Sprintf("%s never matches the error of %s, which %s cuts off at %s; wrap it there", q.by, f.Operation, first.By, where)
	default:
		f.Message = fmt.Sprintf("%s never matches the error of %s in %s, which has no Unwrap; add it", q.by, f.Operation, first.By)
	}
	pass.Report(f)
}

// shown returns the question that messages name: the call of a function that says yes or no, or what asks in the end.
func (q *question) shown() *question {
	for q.inner != nil {
		results := q.call.Call.Signature().Results()
		if results.Len() > 0 && isBool(results.At(results.Len()-1).Type()) {
			break
		}
		q = q.inner
	}
	return q
}
