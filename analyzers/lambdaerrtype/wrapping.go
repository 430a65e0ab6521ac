package lambdaerrtype

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// wrapping reports the call of fmt.Errorf at cur if it hides what the error that it wraps was made for.
func (c *checker) wrapping(h *handler.Handler, v *ssa.Call, cur inspector.Cursor) bool {
	call := cur.Node().(*ast.CallExpr)
	wrapped := c.wrapped(call)
	if wrapped == nil {
		return false
	}
	operands := lambdaresp.ErrorOperands(v)
	if len(operands) != 1 {
		return false
	}
	inner := operands[0]
	var boxed *ssa.MakeInterface // nil if there are several
	if made := c.Responses.Made(inner); len(made) == 1 {
		boxed, _ = made[0].(*ssa.MakeInterface)
	}
	message := ""
	switch {
	case boxed != nil && lambdaresp.IsResponseError(boxed.X.Type()):
		if isPointer(boxed.X.Type()) {
			c.report(rule.Finding{Range: call, Message: "a wrapped *messages.InvokeResponse_Error is sent as a Go dump; return the value"})
			return true
		}
		message = "a wrapped messages.InvokeResponse_Error is sent as a Go dump; return the value"
	case h.Source == handler.StepFunctions && boxed != nil && c.isDeclared(boxed.X.Type()):
		message = "this error reaches Step Functions as wrapError, not " + awssdk.TypeName(boxed.X.Type()).Name() + "; return the error unwrapped"
	case !h.Source.IsHTTP() && !h.Source.IsBatch() && c.Responses.Form(inner) == lambdaresp.JSON && c.Responses.Form(v) == lambdaresp.Text:
		message = "wrapping this error puts text before its JSON; return it unwrapped"
	default:
		return false
	}
	c.report(rule.Finding{
		Range:   call,
		Message: message,
		Fix:     "return the wrapped error",
		Edit:    func() *fix.Editor { return c.unwrap(cur, wrapped) },
	})
	return true
}

// wrapped returns the only error that the call of fmt.Errorf wraps, nil if there is none, or several.
func (c *checker) wrapped(call *ast.CallExpr) ast.Expr {
	if len(call.Args) < 2 || call.Ellipsis.IsValid() {
		return nil
	}
	format := c.TypesInfo.Types[call.Args[0]].Value
	if format == nil || format.Kind() != constant.String || strings.Count(constant.StringVal(format), "%w") != 1 {
		return nil
	}
	var wrapped ast.Expr
	for _, arg := range call.Args[1:] {
		if t := c.TypesInfo.TypeOf(arg); awssdk.IsErrorType(t) {
			if wrapped != nil {
				return nil
			}
			wrapped = arg
		}
	}
	return wrapped
}

// isDeclared reports whether t is an error type that the program declares, or a pointer to one.
func (c *checker) isDeclared(t types.Type) bool {
	name := awssdk.TypeName(t)
	if name == nil || name.Pkg() == nil {
		return false
	}
	pkg := name.Pkg()
	return pkg == c.Pkg || !awspath.IsSDK(pkg.Path()) && !knowledge.IsStd(pkg.Path())
}

// unwrap returns the editor of the fix that returns wrapped in place of the call at cur, and logs
// the rest. It returns nil where wrapped would be evaluated twice with another result:
//
//	return out, fmt.Errorf("load: %w", err) => log.Printf("load: %v", err); return out, err
func (c *checker) unwrap(cur inspector.Cursor, wrapped ast.Expr) *fix.Editor {
	call := cur.Node().(*ast.CallExpr)
	if !c.isReturnedError(cur) || !fix.Repeatable(c.TypesInfo, call.Args...) {
		return nil
	}
	stmt, ok := cur.Parent().Node().(*ast.ReturnStmt)
	e := c.kit.Editor(call)
	if !ok || e == nil {
		return nil
	}
	e.InsertBefore(stmt, e.LogMade(call, e.Source(call)))
	e.Replace(call, e.Source(wrapped))
	return e.Editor
}
