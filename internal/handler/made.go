package handler

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// maxDepth is how many functions deep an error is followed.
const maxDepth = 5

// Made returns the values that the error v can be, followed to where the package makes them or gets
// them from a call.
func (s *Set) Made(v ssa.Value) []ssa.Value {
	m := maker{program: s.program(), seen: make(map[ssa.Value]bool)}
	m.visit(v, 0)
	return m.all
}

type maker struct {
	*program
	seen map[ssa.Value]bool
	all  []ssa.Value
}

func (m *maker) visit(v ssa.Value, depth int) {
	if m.seen[v] {
		return
	}
	m.seen[v] = true
	switch v := v.(type) {
	case *ssa.Phi:
		for _, e := range v.Edges {
			m.visit(e, depth)
		}
		return
	case *ssa.ChangeInterface:
		m.visit(v.X, depth)
		return
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			if value, ok := m.initial(g); ok && value != nil {
				m.visit(value, depth)
				return
			}
		}
	}
	c, i := call(v)
	if c == nil {
		m.all = append(m.all, v)
		return
	}
	fn := c.Common().StaticCallee()
	if depth == maxDepth || !m.local(fn) {
		m.all = append(m.all, c)
		return
	}
	for _, ret := range returnsOf(fn) {
		m.visit(ret.Results[i], depth+1)
	}
}

// Callee returns the function or method that c calls, nil for a function value.
func Callee(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}

// ErrorOperands returns the errors among the operands of the call c of fmt.Errorf.
func ErrorOperands(c *ssa.Call) []ssa.Value {
	slice, ok := c.Call.Args[len(c.Call.Args)-1].(*ssa.Slice)
	if !ok {
		return nil
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var errs []ssa.Value
	for _, ref := range *array.Referrers() {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *elem.Referrers() {
			store, ok := use.(*ssa.Store)
			if !ok {
				continue
			}
			switch conv := store.Val.(type) {
			case *ssa.ChangeInterface:
				if types.Implements(conv.X.Type(), errorType) {
					errs = append(errs, conv.X)
				}
			case *ssa.MakeInterface:
				if types.Implements(conv.X.Type(), errorType) {
					errs = append(errs, conv)
				}
			}
		}
	}
	return errs
}
