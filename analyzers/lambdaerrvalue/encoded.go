package lambdaerrvalue

import (
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// encoders are the functions that encode an argument, and its index, a receiver included.
var encoders = map[string]int{
	"encoding/json.Marshal":           0,
	"encoding/json.MarshalIndent":     0,
	"(*encoding/json.Encoder).Encode": 1,
}

// arguments looks at what the package gives to encoding/json.
func (c *checker) arguments() {
	c.program.Instrs(func(instr ssa.Instruction) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return
		}
		if fn := ssaflow.Callee(call.Common()); fn != nil {
			if i, ok := encoders[fn.FullName()]; ok {
				c.argument(call, i)
			}
		}
	})
}

// argument looks at the i-th argument of call, which is encoded, and, where it is a parameter, at what callers pass for that.
func (c *checker) argument(call ssa.CallInstruction, i int) {
	args := ssaflow.Arguments(call.Common())
	if i >= len(args) {
		return
	}
	if param, ok := ssaflow.Bare(args[i]).(*ssa.Parameter); ok && !c.seen[param] {
		c.seen[param] = true
		for _, caller := range c.program.Callers(param.Parent()) {
			c.argument(caller, ssaflow.Argument(param))
		}
	}
	cur, ok := c.program.Call(call)
	if written := i - (len(args) - call.Common().Signature().Params().Len()); ok && written >= 0 { // no receiver
		c.whole(args[i], call.Block(), cur.ChildAt(edge.CallExpr_Args, written))
	}
}

// results looks at the responses of handlers, which the runtime encodes.
func (c *checker) results() {
	for _, h := range c.Handlers.All {
		if h.Response() == nil {
			continue
		}
		for _, ret := range c.Responses.Returns(h) {
			if ret.ResponseExpr != nil {
				c.whole(ret.Value, ret.Block, ret.Cursor.ChildAt(edge.ReturnStmt_Results, 0))
			} else {
				c.inside(ret.Value)
			}
		}
	}
}

// whole looks at v, the value of expr, which is encoded as a whole. Who encodes nothing but an error may know that it is a type with fields, so
// what it is must be certain.
func (c *checker) whole(v ssa.Value, b *ssa.BasicBlock, expr inspector.Cursor) {
	switch bare := ssaflow.Bare(v); {
	case !holdsError(bare):
		c.inside(bare)
	case awssdk.IsErrorType(bare.Type()) && c.empty(bare):
		c.report(slot{err: bare, expr: expr, block: b, any: isAny(v.Type())})
	}
}

// inside looks at what v holds, which is encoded: literals, and variables.
func (c *checker) inside(v ssa.Value) {
	const steps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Interfaces | ssaflow.Boxes | ssaflow.Slices
	for _, v := range c.program.Sources(v, steps) {
		if load, ok := v.(*ssa.UnOp); ok {
			v = load.X
		}
		switch v := v.(type) {
		case *ssa.Alloc:
			c.contents(v)
		case *ssa.MakeMap:
			if awssdk.IsErrorType(v.Type().Underlying().(*types.Map).Elem()) {
				c.errors(v)
			} else {
				c.contents(v)
			}
		}
	}
}

func (c *checker) contents(v ssa.Value) {
	if c.seen[v] {
		return
	}
	c.seen[v] = true
	for instr, stored := range ssaflow.Contents(v, isEncoded) {
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
	for instr, stored := range ssaflow.Contents(m, isEncoded) {
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

// holdsError reports whether v is an error that encoding/json makes {} of, or a list of such. That an interface holds another kind of error is for
// others to find out.
func holdsError(v ssa.Value) bool {
	if _, ok := v.(*ssa.Const); ok {
		return false // nil
	}
	t := v.Type()
	if awssdk.IsErrorType(t) {
		return types.IsInterface(t) || isEmpty(t)
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
