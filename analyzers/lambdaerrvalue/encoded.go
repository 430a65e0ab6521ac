package lambdaerrvalue

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// sent looks at what the package sends to the clients of an HTTP server.
func (c *checker) sent() {
	c.onlyAWS = true
	for _, sent := range c.Responses.Sent() {
		if !sent.Encoded {
			continue
		}
		if bare := ssaflow.Bare(sent.Value); !holdsError(bare) {
			c.inside(bare)
		} else if awssdk.IsErrorType(bare.Type()) {
			c.report(slot{err: bare, expr: sent.Expr, block: sent.Block, any: isAny(sent.Value.Type())})
		}
	}
}

// encoded looks at what the package encodes.
func (c *checker) encoded() {
	for _, e := range c.Responses.Encoded() {
		switch bare := ssaflow.Bare(e.Value); {
		case !e.Expr.Valid():
			c.inside(e.Value)
		case !holdsError(bare):
			c.inside(bare)
		// Who encodes nothing but an error may know that it is a type with fields: where the type is not known, but the function
		// that returns the error is, that is worth no more than a note.
		case awssdk.IsErrorType(bare.Type()) && (c.known(bare) || c.returned(bare)):
			c.report(slot{err: bare, expr: e.Expr, block: e.Block, any: isAny(e.Value.Type()), doubtful: !c.known(bare)})
		}
	}
}

// inside looks at what v holds, which is encoded: literals, and variables.
func (c *checker) inside(v ssa.Value) {
	for _, v := range c.Responses.Containers(v) {
		if m, ok := v.(*ssa.MakeMap); ok && awssdk.IsErrorType(m.Type().Underlying().(*types.Map).Elem()) {
			c.errors(m)
		} else {
			c.contents(v)
		}
	}
}

func (c *checker) contents(v ssa.Value) {
	if c.seen[v] {
		return
	}
	c.seen[v] = true
	for instr, stored := range ssaflow.Contents(v, lambdaresp.IsEncoded) {
		bare := ssaflow.Bare(stored)
		if !holdsError(bare) {
			c.inside(bare)
		} else if expr, ok := c.program.Syntax(instr); ok {
			c.report(slot{err: bare, expr: expr, block: instr.Block(), any: isAny(stored.Type())})
		}
	}
}

// errors looks at the elements of m, a map of errors.
func (c *checker) errors(m *ssa.MakeMap) {
	var slots []slot
	for instr, stored := range ssaflow.Contents(m, lambdaresp.IsEncoded) {
		if bare := ssaflow.Bare(stored); holdsError(bare) {
			if expr, ok := c.program.Syntax(instr); ok {
				slots = append(slots, slot{err: bare, expr: expr, block: instr.Block()})
			}
		}
	}
	for _, s := range slots {
		s.all = slots
		c.report(s)
	}
}

// holdsError reports whether v is an error that encoding/json makes {} of, or a list of such. That
// an interface holds another kind of error is for others to find out.
func holdsError(v ssa.Value) bool {
	if _, ok := v.(*ssa.Const); ok {
		return false // nil
	}
	t := v.Type()
	if awssdk.IsErrorType(t) {
		return types.IsInterface(t) || lambdaresp.IsEmpty(t)
	}
	switch v.(type) {
	case *ssa.Slice, *ssa.MakeMap, *ssa.Alloc:
		return false // its elements are known
	}
	switch t := t.Underlying().(type) {
	case *types.Slice:
		return types.IsInterface(t.Elem()) && awssdk.IsErrorType(t.Elem())
	case *types.Map:
		return types.IsInterface(t.Elem()) && awssdk.IsErrorType(t.Elem())
	}
	return false
}

// isAny reports whether a variable of type t can hold a string in place of an error.
func isAny(t types.Type) bool { return types.IsInterface(t) && !awssdk.IsErrorType(t) }
