package lambdadropresp

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// statements reports the calls that make a response for nobody.
func statements(pass *rule.Pass) {
	for cur := range pass.Handlers.Root.Preorder((*ast.ExprStmt)(nil)) {
		// have: clientError(404)
		call, ok := cur.Node().(*ast.ExprStmt).X.(*ast.CallExpr)
		if !ok {
			continue
		}
		fn := typeutil.StaticCallee(pass.TypesInfo, call)
		if fn == nil || !pass.Responses.OnlyResponds(fn) && !lambdaresp.MakesResponse(fn) && !makesError(pass.TypesInfo, fn, call) {
			continue
		}
		for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			if becomes := unused(pass, outer); becomes != "" {
				pass.Report(rule.Finding{Range: cur.Node(), Message: "response of " + fn.Name() + " is not used, so " + becomes})
			}
			break
		}
	}
}

// unused says what follows if the function at fn does not use a response that it makes, and what to do, "" if it has
// nothing to do with responses.
func unused(pass *rule.Pass, fn inspector.Cursor) string {
	if h := pass.Handlers.Of(fn.Node()); h != nil {
		if !h.Source.IsHTTP() || h.Source == handler.WebSocket || h.Response() == nil {
			return ""
		}
		return "the handler goes on and returns another one; return it"
	}
	sig := handler.SignatureOf(pass.TypesInfo, fn)
	if sig.Results().Len() > 0 && handler.IsHTTPResponse(sig.Results().At(0).Type()) {
		return "the client never gets it; return it"
	}
	for param := range sig.Params().Variables() {
		if name := awssdk.TypeName(param.Type()); name != nil && name.Pkg() != nil && name.Pkg().Path() == "net/http" && name.Name() == "ResponseWriter" {
			return "the client never gets it; write it"
		}
	}
	return ""
}

// makesError reports whether call makes an HTTP response of an error: of the status of one, and without a
// request or a context, which a function needs that does more.
func makesError(info *types.Info, fn *types.Func, call *ast.CallExpr) bool {
	sig := fn.Signature()
	if sig.Results().Len() == 0 || !handler.IsHTTPResponse(sig.Results().At(0).Type()) {
		return false
	}
	for param := range sig.Params().Variables() {
		if t := param.Type(); awssdk.IsContext(t) || handler.EventsType(t) != "" {
			return false
		}
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return lambdaresp.IsErrorStatus(info.Types[arg].Value) })
}
