package lambdaresp

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
)

// A Literal is a composite literal of an HTTP response.
type Literal struct {
	*ast.CompositeLit
	Cursor inspector.Cursor
	Struct *types.Struct

	info *types.Info
}

// Literal returns the response that the *ast.CompositeLit at cur is, nil if it is none.
func (s *Set) Literal(cur inspector.Cursor) *Literal {
	lit := cur.Node().(*ast.CompositeLit)
	t := s.info.TypeOf(lit)
	if t == nil || !handler.IsHTTPResponse(t) || awssdk.Struct(t) == nil {
		return nil
	}
	return &Literal{lit, cur, awssdk.Struct(t), s.info}
}

// Returned returns the literal, or the one whose address, r returns as the response, nil if it is none.
func (s *Set) Returned(r *Return) *Literal {
	response := ast.Unparen(r.ResponseExpr)
	if ptr, ok := response.(*ast.UnaryExpr); ok {
		response = ast.Unparen(ptr.X)
	}
	if _, ok := response.(*ast.CompositeLit); !ok {
		return nil
	}
	cur, _ := r.Cursor.FindNode(response)
	return s.Literal(cur)
}

// Field returns the element for the field that is called name in JSON, nil if there is none.
func (l *Literal) Field(name string) *ast.KeyValueExpr {
	field := handler.ResponseField(l.Struct, name)
	for _, elt := range l.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok && field != nil && l.info.Uses[kv.Key.(*ast.Ident)] == field {
			return kv
		}
	}
	return nil
}

// Constant returns the constant in the field that is called name in JSON, nil if there is none.
func (l *Literal) Constant(name string) constant.Value {
	if kv := l.Field(name); kv != nil {
		return l.info.Types[kv.Value].Value
	}
	return nil
}

// Status returns the status, 0 if it is not constant.
func (l *Literal) Status() int {
	if value := l.Constant("statusCode"); value != nil {
		n, _ := constant.Int64Val(constant.ToInt(value))
		return int(n)
	}
	return 0
}
