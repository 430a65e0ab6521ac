package lambdaerrtype

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// unauthorized is the text for which API Gateway returns 401.
const unauthorized = "Unauthorized"

// unauthorized reports the call of errors.New or fmt.Errorf at cur if its text is nearly the one that
// an authorizer of a REST API has to return.
func (c *checker) unauthorized(h *handler.Handler, cur inspector.Cursor) {
	if h.Source != handler.RESTAuthorizer {
		return
	}
	call := cur.Node().(*ast.CallExpr)
	format := c.TypesInfo.Types[call.Args[0]].Value
	if format == nil || format.Kind() != constant.String {
		return
	}
	text := constant.StringVal(format)
	if text == unauthorized || !strings.Contains(strings.ToLower(text), "unauthorized") {
		return
	}
	c.report(rule.Finding{
		Range:   call,
		Message: `API Gateway returns 500 for this error and 401 only for the exact text "Unauthorized"; use that text`,
		Fix:     "return the exact text",
		Edit:    func() *fix.Editor { return c.exactly(cur, call) },
	})
}

// exactly returns the editor of the fix that makes the text of the error exact, and logs what it
// was if it had more in it:
//
//	errors.New("unauthorized")                          => errors.New("Unauthorized")
//	return out, fmt.Errorf("Unauthorized: token %s", t) => log.Printf("Unauthorized: token %s", t); return out, errors.New("Unauthorized")
func (c *checker) exactly(cur inspector.Cursor, call *ast.CallExpr) *fix.Editor {
	if len(call.Args) == 1 {
		e := c.Fixes.Editor(call.Pos())
		if e == nil || !c.isReturnedError(cur) && !c.isUnexported(cur) {
			return nil
		}
		e.Replace(call.Args[0], `"`+unauthorized+`"`)
		return e
	}
	stmt, ok := cur.Parent().Node().(*ast.ReturnStmt)
	if !ok || !c.isReturnedError(cur) || !fix.Repeatable(c.TypesInfo, call.Args...) {
		return nil
	}
	e := c.kit.Editor(call)
	if e == nil {
		return nil
	}
	e.InsertBefore(stmt, e.LogMade(call, e.Source(call)))
	e.Replace(call, e.Import("errors", "errors", call.Pos())+`.New("`+unauthorized+`")`)
	return e.Editor
}

// isUnexported reports whether the call at cur makes a sentinel that only this package knows.
func (c *checker) isUnexported(cur inspector.Cursor) bool {
	if kind, _ := cur.ParentEdge(); kind != edge.ValueSpec_Values {
		return false
	}
	for _, name := range cur.Parent().Node().(*ast.ValueSpec).Names {
		if v, ok := c.TypesInfo.Defs[name].(*types.Var); !ok || v.Exported() {
			return false
		}
	}
	return true
}
