package firstpage

import (
	"go/ast"

	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "firstpage",
	Group: rule.Lost,
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	for _, site := range append(pass.Flow.PassedOn(isV2), pass.Flow.Sites...) {
		if !isV2(site.Op) || site.Output == nil || pass.Flow.DoesMore(site) || site.Wraps() && !pass.Flow.OnlyPerforms(site) ||
			!pass.Reportable(site.Expr().Pos()) {
			continue
		}
		request := requestOf(pass.Flow, site)
		if request == nil {
			continue
		}
		// Have: a call that gets one page at most. Where the error is thrown away, discarded says so.
		if site.Lost() {
			continue
		}
		out := outputOf(site.Output)
		if out.escapes {
			continue
		}
		use := usageOf(pass.Flow.Program, site.Instr, out)
		if !use.any {
			continue
		}
		// Have: an output of which nobody but this package reads a list.
		in := inputOf(pass.Flow.Program, request.input)
		if in.bounded(site.Op) || use.empty && repeats(site.Instr.Block(), nil) {
			continue
		}
		svc := pass.Flow.ServiceOf(site)
		if svc == nil {
			continue
		}
		paginator, err := svc.Paginator(site.Op.Name)
		if err != nil || paginator == nil || in.pages(paginator) || out.asksForMore(paginator) {
			continue
		}
		// Have: a list that may have more pages, and nothing asks for them.
		filtered := site.Op.Service == "dynamodb" && in.members["FilterExpression"] != nil
		if !use.whole && !(filtered && use.any) {
			continue
		}
		// Have: a page that is taken for the whole.
		create := ensures(pass.Flow, site)
		f := rule.Finding{
			Range:     site.Expr(),
			Operation: site.Op.String(),
			Message:   message(site, filtered && !use.whole),
			Fix:       "read all pages of " + site.Op.String(),
			Edit:      func() *fix.Editor { return edit(pass, site) },
		}
		switch {
		case isKnown(pass, site):
			f.Severity, f.Edit = lint.SeverityInfo, nil // the comment would no longer be true
		case create != nil:
			f.Severity, f.Fix, f.Edit = lint.SeverityInfo, "", nil
			f.Message = "only the first page of " + site.Op.String() + " is read; drop the list, as " + create.String() + " also tells what exists"
		case site.Op.Service == "dynamodb" && site.Op.Name == "Query":
			f.Severity = lint.SeverityInfo // what one key has is seldom more than 1 MB
		}
		pass.Report(f)
	}
}

func isV2(op *awssdk.Operation) bool { return op.Generation == 2 }

// isKnown reports whether a comment says how long the list can be, or that there are pages: then it is no surprise.
func isKnown(pass *rule.Pass, site *errflow.Site) bool {
	if pass.Commented(site.Expr(), func(c *ast.Comment) bool { return knowledge.SpeaksOfPages(c.Text) }) {
		return true
	}
	around, ok := declarationAround(site.Call)
	if !ok {
		return false
	}
	fn, ok := around.Node().(*ast.FuncDecl)
	return ok && knowledge.SpeaksOfPages(fn.Doc.Text())
}

// message says what is lost, and what to use.
func message(site *errflow.Site, filtered bool) string {
	op := site.Op
	paginator := op.Service + ".New" + op.Name + "Paginator"
	switch {
	case op.Form == awssdk.Paginator:
		return "only the first page of " + op.String() + " is read, so the rest is lost; call NextPage while HasMorePages"
	case filtered:
		return op.String() + " filters each page after it is read, so matches on later pages are lost; use " + paginator
	}
	return "only the first page of " + op.String() + " is read, so the rest is lost; use " + paginator
}
