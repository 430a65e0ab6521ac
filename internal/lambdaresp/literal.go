package lambdaresp

import (
	"go/ast"
	"go/constant"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Literal is a composite literal of an HTTP response.
type Literal struct {
	*ast.CompositeLit
	Cursor inspector.Cursor
	Struct *types.Struct

	set *Set
}

// Literal returns the response that the *ast.CompositeLit at cur is, nil if it is none.
func (s *Set) Literal(cur inspector.Cursor) *Literal {
	lit := cur.Node().(*ast.CompositeLit)
	t := s.info.TypeOf(lit)
	if t == nil || !handler.IsHTTPResponse(t) || awssdk.Struct(t) == nil {
		return nil
	}
	return &Literal{lit, cur, awssdk.Struct(t), s}
}

// Literals yields the literals of HTTP responses below cur.
func (s *Set) Literals(cur inspector.Cursor) iter.Seq[*Literal] {
	return func(yield func(*Literal) bool) {
		for cur := range cur.Preorder((*ast.CompositeLit)(nil)) {
			if lit := s.Literal(cur); lit != nil && !yield(lit) {
				return
			}
		}
	}
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

// Named reports whether the fields in l have names.
func (l *Literal) Named() bool {
	return !slices.ContainsFunc(l.Elts, func(elt ast.Expr) bool {
		_, named := elt.(*ast.KeyValueExpr)
		return !named
	})
}

// Field returns the element for the field that is called name in JSON, nil if there is none.
func (l *Literal) Field(name string) *ast.KeyValueExpr {
	field := handler.ResponseField(l.Struct, name)
	for _, elt := range l.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok && field != nil && l.set.info.Uses[kv.Key.(*ast.Ident)] == field {
			return kv
		}
	}
	return nil
}

// Constant returns the constant in the field that is called name in JSON, nil if there is none.
func (l *Literal) Constant(name string) constant.Value {
	if kv := l.Field(name); kv != nil {
		return l.set.info.Types[kv.Value].Value
	}
	return nil
}

// Status returns the status, 0 if it is not always the same.
func (l *Literal) Status() int {
	statuses := l.statuses()
	if len(statuses) == 0 || slices.Min(statuses) != slices.Max(statuses) {
		return 0
	}
	return statuses[0]
}

// Failed reports whether the status is one of an error, whatever it is.
func (l *Literal) Failed() bool {
	statuses := l.statuses()
	return len(statuses) > 0 && slices.Min(statuses) >= httpstatus.BadRequest
}

// statusSteps are the ways from a status to where it is chosen.
const statusSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Locals | ssaflow.Globals | ssaflow.Fields | ssaflow.Params

// statuses returns the statuses that l can have, none if they are not known.
func (l *Literal) statuses() []int {
	kv := l.Field("statusCode")
	if kv == nil {
		return nil
	}
	value := l.set.FieldValue(kv)
	if value == nil {
		return nil
	}
	w := ssaflow.Backward[[]int]{
		Program: l.set.Program(),
		Follow:  statusSteps,
		Join:    func(x, y []int) []int { return slices.Concat(x, y) },
		Others:  []int{0},
		Leaf: func(at ssaflow.At) []int {
			status, _ := constantStatus(at.Value)
			return []int{status}
		},
	}
	return w.From(value)
}
