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
	Group:    rule.Matched,
	Doc:      Doc,
	Run:      run,
	Requires: []*analysis.Analyzer{asksAnalyzer},
	Fixes:    true,
})

// A broken is a cut of the package that takes away what matches ask for.
type broken struct {
	site      *errflow.CutSite
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
				b = &broken{site: site}
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
		report(pass, at, here[at])
	}
}

// report reports a cut of the package, with the matches that fail.
func report(pass *rule.Pass, at errflow.CutPoint, b *broken) {
	cur, ok := pass.Flow.Syntax(b.site.Instr)
	if !ok {
		return
	}
	first := b.questions[0].shown()
	pos := pass.Fset.Position(first.call.Pos())
	f := rule.Finding{
		Range:     cur.Node(),
		Operation: b.ops.String(),
		Message:   message(at, b.ops.String(), fmt.Sprintf("%s at %s:%d", first.by, filepath.Base(pos.Filename), pos.Line)),
		Fix:       "wrap the error",
		Related:   pass.Flow.Origins(b.site.Errs...).Calls(),
	}
	switch at.How {
	case errflow.Formatted, errflow.Told:
		f.Edit = func() *fix.Editor { return wrapErrors(pass, cur.Node().(*ast.CallExpr), b) }
	case errflow.Hidden:
		f.Fix = "add Unwrap"
		f.Edit = func() *fix.Editor { return addUnwrap(pass, b.site.Type) }
	}
	for _, q := range b.questions {
		q = q.shown()
		n := q.syntax.Node()
		f.Related = append(f.Related, analysis.RelatedInformation{Pos: n.Pos(), End: n.End(), Message: q.by + " never matches it here"})
	}
	pass.Report(f)
}

// message returns the message for a cut of the error of the operation that match asks for.
func message(at errflow.CutPoint, operation, match string) string {
	switch at.How {
	case errflow.Hidden:
		return fmt.Sprintf("%s has no Unwrap, so %s never matches the error of %s; add it", at.By, match, operation)
	case errflow.LeftOut:
		return fmt.Sprintf("%s omits the error of %s, so %s never matches it; return it", unwrapOf(at), operation, match)
	case errflow.Repeated:
		return fmt.Sprintf("%s has only the text of %s's error, so %s never matches it; wrap it", at.By, operation, match)
	}
	remedy := "use %w"
	switch {
	case at.By == "errors.New":
		remedy = "use fmt.Errorf with %w"
	case at.How == errflow.Told:
		remedy = "use errors.Wrap"
	}
	return fmt.Sprintf("%s cuts the error of %s off, so %s never matches it; %s", at.By, operation, match, remedy)
}

// unwrapOf names the method Unwrap of the type that cuts: (*store.Error).Unwrap.
func unwrapOf(at errflow.CutPoint) string {
	if strings.HasPrefix(at.By, "*") {
		return "(" + at.By + ").Unwrap"
	}
	return at.By + ".Unwrap"
}

// reportElsewhere reports that q never matches what other packages cut off.
func reportElsewhere(pass *rule.Pass, q *question, cuts []errflow.Cut) {
	if len(cuts) == 0 {
		return
	}
	// They are in order, so all runs name the same.
	first, points := cuts[0].At, make(map[errflow.CutPoint]bool)
	var ops errflow.Origins
	for _, cut := range cuts {
		points[cut.At] = true
		if cut.At == first && !slices.Contains(ops.Ops, cut.Op) { // those of other cuts may also come uncut
			ops.Ops = append(ops.Ops, cut.Op)
		}
	}
	where := fmt.Sprintf("%s:%d", first.File, first.Line)
	if len(points) > 1 {
		where += fmt.Sprintf(" and %d more", len(points)-1)
	}
	f := rule.Finding{Range: q.syntax.Node(), Operation: ops.String()}
	f.Message = fmt.Sprintf("%s never matches the error of %s, ", q.by, f.Operation)
	switch first.How {
	case errflow.Formatted:
		f.Message += fmt.Sprintf("which %s cuts off at %s; use %%w there", first.By, where)
	case errflow.Told:
		f.Message += fmt.Sprintf("which %s cuts off at %s; wrap it there", first.By, where)
	case errflow.Hidden:
		f.Message += fmt.Sprintf("since %s at %s has no Unwrap; add it", first.By, where)
	case errflow.LeftOut:
		f.Message += fmt.Sprintf("since %s omits it at %s; return it", unwrapOf(first), where)
	case errflow.Repeated:
		f.Message += fmt.Sprintf("since %s at %s has only its text; wrap it there", first.By, where)
	}
	pass.Report(f)
}

// shown returns the question that messages name: the call of a function that says yes or no, or
// what asks in the end.
func (q *question) shown() *question {
	for q.inner != nil {
		results := q.call.Call.Signature().Results()
		if q.by != "" && results.Len() > 0 && isBool(results.At(results.Len()-1).Type()) {
			break
		}
		q = q.inner
	}
	return q
}
