package lambdaasync

import (
	"go/ast"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// quietAnalyzer finds the functions of a package that only log errors of AWS, for handlers in other packages.
var quietAnalyzer = &analysis.Analyzer{
	Name:             "awserrlintquiet",
	Doc:              "find functions that only log errors of AWS",
	URL:              "https://github.com/awserrlint/awserrlint",
	Requires:         []*analysis.Analyzer{inspect.Analyzer, errflow.Analyzer, handler.Analyzer, lambdaresp.Analyzer},
	FactTypes:        []analysis.Fact{new(Quiet)},
	ResultType:       reflect.TypeFor[quietFunc](),
	Run:              findQuiet,
	RunDespiteErrors: true,
}

// Quiet is a fact about a function that has no result, and only logs an error of AWS.
type Quiet struct{ Operation string }

// AFact marks Quiet as a fact.
func (*Quiet) AFact() {}

func (q *Quiet) String() string { return "only logs the error of " + q.Operation }

// A quietFunc returns what is known of a function of another package, nil if it is not known to be quiet.
type quietFunc func(fn *types.Func) *Quiet

func findQuiet(pass *analysis.Pass) (any, error) {
	if len(pass.Analyzer.FactTypes) == 0 { // the driver carries no facts
		return quietFunc(func(*types.Func) *Quiet { return nil }), nil
	}
	known := quietFunc(func(fn *types.Func) *Quiet {
		q := new(Quiet)
		if fn.Pkg() == nil || fn.Pkg() == pass.Pkg || !pass.ImportObjectFact(fn, q) {
			return nil
		}
		return q
	})
	flow := pass.ResultOf[errflow.Analyzer].(*errflow.Package)
	if flow.Program == nil || pass.Pkg.Name() == "main" || knowledge.IsTestPackage(pass) {
		return known, nil
	}
	c := newChecker(&rule.Pass{
		Pass:      pass,
		Root:      pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		Flow:      flow,
		Handlers:  pass.ResultOf[handler.Analyzer].(*handler.Set),
		Responses: pass.ResultOf[lambdaresp.Analyzer].(*lambdaresp.Set),
	})
	for cur := range c.Root.Preorder((*ast.FuncDecl)(nil)) {
		decl := cur.Node().(*ast.FuncDecl)
		fn, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func)
		if !ok || !fn.Exported() || decl.Body == nil || fn.Signature().Results().Len() > 0 || knowledge.TellsAside(fn.Name()) || knowledge.StartsUp(fn.Name()) {
			continue
		}
		w := c.work(cur, nil, true)
		for b := range w.drops.Scope(cur, w.body, cur).Dropped() {
			// have: func Copy(ctx context.Context, key string) { … if err != nil { log.Print(err); return } … }
			if o := flow.Origins(b.Value); o.AWS() && w.matters(b) && !b.IsAccepted() {
				pass.ExportObjectFact(fn, &Quiet{Operation: o.String()})
				break
			}
		}
	}
	return known, nil
}

// reportQuiet reports the calls of functions of other packages that only log what fails, where they are given something of
// the event.
func (w *work) reportQuiet() {
	known := w.ResultOf[quietAnalyzer].(quietFunc)
	for cur := range w.fn.Preorder((*ast.ExprStmt)(nil)) {
		call, ok := cur.Node().(*ast.ExprStmt).X.(*ast.CallExpr)
		if !ok {
			continue
		}
		fn, ok := typeutil.Callee(w.TypesInfo, call).(*types.Func)
		if !ok {
			continue
		}
		// have: store.Copy(ctx, record.S3.Object.Key)
		if q := known(fn.Origin()); q != nil && !inDeferred(cur, w.fn) && w.drops.Mentions(call, w.fromEvent()) {
			w.Report(rule.Finding{
				Range:     call,
				Operation: q.Operation,
				Lost:      true,
				Message:   "the error of " + q.Operation + " is only logged in " + fn.Name() + ", so Lambda considers the event done; return it from there",
			})
		}
	}
}
