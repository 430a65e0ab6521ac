package lambdaasync

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdadrop"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdaasync",
	Group:    rule.Lambda,
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Requires: []*analysis.Analyzer{quietAnalyzer},
	Fixes:    true,
	Options:  []string{"may-lose"},
})

func run(pass *rule.Pass) {
	// have: a package that can have events
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool { return awspath.Within(imp.Path(), awspath.LambdaLib) }) {
		return
	}
	for _, w := range newChecker(pass).works() {
		w.check()
		w.reportQuiet()
	}
}

// A checker checks one package.
type checker struct {
	*rule.Pass
	drops *lambdadrop.Finder
}

func newChecker(pass *rule.Pass) checker {
	return checker{pass, lambdadrop.New(pass.Pass, pass.Root, pass.Handlers, pass.Responses, func(ast.Node) bool { return false })}
}

// A work is a function that does something for an event, and that alone: a handler, or a function that only such call.
type work struct {
	checker
	fn      inspector.Cursor // *ast.FuncDecl or *ast.FuncLit
	body    *ast.BlockStmt
	sig     *types.Signature
	handler *handler.Handler // nil if it is none that is known
	helps   bool             // it is none, but only such call it

	all     map[ast.Node]*work
	given   map[types.Object]bool // what holds something of the event
	dropped []*lambdadrop.Branch
	lists   map[*fix.Editor]string // of errors that fixes declare
}

// check reports the branches of the function that drop the failure of what it does.
func (w *work) check() {
	for b := range w.drops.Scope(w.fn, w.body, w.fn).Dropped() {
		// have: { log.Print(err); continue }, and nobody else learns of the error
		if w.matters(b) {
			w.dropped = append(w.dropped, b)
		}
	}
	for _, b := range w.dropped {
		w.report(b)
	}
}

func (w *work) report(b *lambdadrop.Branch) {
	subject, operation := "this error", ""
	if o := w.Flow.Origins(b.Value); o.AWS() {
		operation = o.String()
		subject = "the error of " + operation
		if fn := b.Callee(); fn != nil && fn.Pkg() != nil && knowledge.IsStd(fn.Pkg().Path()) {
			subject = "the error of reading " + operation + "'s body"
		}
	}
	f := rule.Finding{
		Range:     b.Body.List[0],
		Operation: operation,
		Lost:      operation != "",
		Message:   subject + " is only logged, so Lambda considers the event done; " + w.remedy(b),
		Fix:       "return the error",
		Edit:      func() *fix.Editor { return w.edit(b) },
	}
	if b.IsAccepted() {
		f.Severity, f.Edit = lint.SeverityInfo, nil
	}
	w.Report(f)
}

// remedy says what to do.
func (w *work) remedy(b *lambdadrop.Branch) string {
	_, behind := w.sends(b)
	switch {
	case b.Inner != w.fn:
		return "let the handler return it"
	case w.helps && w.runsBeside():
		return "pass it to the handler"
	case w.sig.Results().Len() == 0 && w.helps:
		return "return it to the handler"
	case w.sig.Results().Len() == 0:
		return "add an error result and return it"
	case behind != nil:
		return "return it before " + behind.Name() + " is called"
	case loopOf(b, w.fn) != nil && !returns(b):
		return "return it after the loop"
	}
	return "return it"
}

// returns reports whether the branch ends the function.
func returns(b *lambdadrop.Branch) bool {
	_, ok := last(b.Body.List).(*ast.ReturnStmt)
	return ok
}

func last(list []ast.Stmt) ast.Stmt {
	if len(list) == 0 {
		return nil
	}
	return list[len(list)-1]
}
