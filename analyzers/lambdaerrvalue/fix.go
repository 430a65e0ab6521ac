package lambdaerrvalue

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// edit returns the editor of the fix that encodes the text of the error, nil where that could be
// nil, or could show what callers must not see:
//
//	map[string]any{"message": err}         => map[string]any{"message": err.Error()}
//	map[string]error{"a": errA, "b": errB} => map[string]string{"a": errA.Error(), "b": errB.Error()}
func (c *checker) edit(s slot) *fix.Editor {
	e := c.Fixes.Editor(s.expr.Node().Pos())
	if e == nil {
		return nil
	}
	switch {
	case s.any && c.tellable(s):
		e.Insert(s.expr.Node().End(), ".Error()")
	case s.all != nil && !slices.ContainsFunc(s.all, func(s slot) bool { return !c.tellable(s) }):
		c.texts(e, s)
	}
	return e
}

// tellable reports whether the error of s is not nil and has a text that does not come from AWS.
func (c *checker) tellable(s slot) bool {
	switch s.expr.Node().(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.CallExpr, *ast.ParenExpr, *ast.IndexExpr: // may precede a selector
	default:
		return false
	}
	return awssdk.IsErrorType(s.err.Type()) && c.Responses.NonNil(s.err, s.block) &&
		c.Responses.Form(s.err) == lambdaresp.Text && !c.Responses.TextOrigins(s.err).AWS()
}

// texts makes a map of texts of the map of errors of which s is an element, if that is a literal
// that is only encoded. All its elements have this fix.
func (c *checker) texts(e *fix.Editor, s slot) {
	outer := s.expr.Parent().Parent() // of the element
	lit, ok := outer.Node().(*ast.CompositeLit)
	if !ok || len(lit.Elts) != len(s.all) || outer.ParentEdgeKind() != edge.CallExpr_Args {
		return
	}
	typ, ok := lit.Type.(*ast.MapType)
	if !ok || e.Lookup("string", lit.Pos()).Pkg() != nil {
		return
	}
	e.Replace(typ.Value, "string")
	for _, other := range s.all {
		e.Insert(other.expr.Node().End(), ".Error()")
	}
}
