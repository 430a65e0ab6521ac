package lambdaerrtype

import (
	"go/ast"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// result reports h if its error result is of a concrete type.
func (c *checker) result(h *handler.Handler) {
	results := h.Sig.Results()
	if !h.Registered || results.Len() == 0 {
		return
	}
	last := results.At(results.Len() - 1)
	if types.IsInterface(last.Type()) {
		return
	}
	name := types.TypeString(last.Type(), types.RelativeTo(c.Pkg))
	message := "a nil " + name + " in the error result makes every invocation fail; use the type error"
	if !isPointer(last.Type()) {
		message = "a " + name + " in the error result is never nil, so every invocation fails; use the type error"
	}
	var at ast.Node = h.Type
	if decl, ok := h.Func.Node().(*ast.FuncDecl); ok {
		at = decl.Name
	}
	c.report(rule.Finding{Range: at, Message: message, Fix: "return an error", Edit: func() *fix.Editor { return c.toError(h) }})
}

// toError returns the editor of the fix that makes error the type of the last result. It returns
// nil where somebody else relies on the type, or a nil pointer could become an error that is not
// nil:
//
//	func handle() (response, *Failure) => func handle() (response, error)
func (c *checker) toError(h *handler.Handler) *fix.Editor {
	fields := h.Type.Results.List
	last := fields[len(fields)-1]
	e := c.Fixes.Editor(last.Pos())
	if e == nil || !isPointer(h.Sig.Results().At(h.Sig.Results().Len()-1).Type()) || len(last.Names) > 0 || !c.onlyRegistered(h) || e.Lookup("error", last.Pos()).Pkg() != nil {
		return nil
	}
	for _, ret := range c.Responses.Returns(h) {
		if ret.ErrExpr == nil || !c.tellsNil(ret) {
			return nil
		}
	}
	e.Replace(last.Type, "error")
	return e
}

// tellsNil reports whether the error that ret returns is nil, or a literal that is not.
func (c *checker) tellsNil(ret *lambdaresp.Return) bool {
	if c.TypesInfo.Types[ret.ErrExpr].IsNil() {
		return true
	}
	switch e := ast.Unparen(ret.ErrExpr).(type) {
	case *ast.CompositeLit:
		return true
	case *ast.UnaryExpr:
		_, ok := e.X.(*ast.CompositeLit)
		return ok
	}
	return ret.ErrNonNil
}

// onlyRegistered reports whether the function of h is named only where it is registered.
func (c *checker) onlyRegistered(h *handler.Handler) bool {
	decl, ok := h.Func.Node().(*ast.FuncDecl)
	if !ok {
		return true
	}
	uses := 0
	for _, obj := range c.TypesInfo.Uses {
		if obj == c.TypesInfo.Defs[decl.Name] {
			uses++
		}
	}
	return uses == 1 && decl.Recv == nil && !decl.Name.IsExported()
}
