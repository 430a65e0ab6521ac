package lambdahandjson

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// breaks reports whether the operand of p can break the JSON around it.
func (c *checker) breaks(p *part, inString bool) bool {
	if p.verb != "" && !strings.ContainsAny(p.verb[len(p.verb)-1:], "svw") || p.value == nil {
		return false
	}
	if err := lambdaresp.ErrorOf(p.value); err != nil {
		form := c.Responses.Form(err)
		return form == lambdaresp.Text || inString && form != lambdaresp.JSON
	}
	v := p.value
	if box, ok := v.(*ssa.MakeInterface); ok {
		v = box.X
	}
	switch {
	case !isText(v.Type()):
		return false
	case inString:
		return !c.isPlain(v)
	}
	return c.Responses.Form(v) == lambdaresp.Text // it may be JSON itself
}

// isText reports whether t is string or []byte. A string type with a name mostly has constants for its values.
func isText(t types.Type) bool {
	basic, ok := types.Unalias(t).(*types.Basic)
	return isBytes(t) || ok && basic.Info()&types.IsString != 0
}

func isBytes(t types.Type) bool {
	slice, ok := types.Unalias(t).(*types.Slice)
	return ok && types.Identical(slice.Elem(), types.Typ[types.Byte])
}

// A plainness is what is known of a text: nothing has been said yet, there is nothing in it that JSON has to escape, or there may be.
type plainness int

const (
	plain plainness = iota + 1
	risky
)

// plainSteps are the ways from a text to what it is made of.
const plainSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Sums | ssaflow.Locals | ssaflow.Params | ssaflow.Results

// isPlain reports whether the string or bytes v hold nothing that JSON has to escape, as far as can be told.
func (c *checker) isPlain(v ssa.Value) bool {
	w := &ssaflow.Backward[plainness]{
		Program: c.program,
		Follow:  plainSteps,
		Leaf:    plainLeaf,
		Join:    func(x, y plainness) plainness { return max(x, y) },
		Others:  risky,
	}
	w.Look = func(at ssaflow.At) (plainness, bool) {
		switch v := at.Value.(type) {
		case *ssa.ChangeType:
			return plain, true // a named type
		case *ssa.Convert:
			return plain, !isText(v.X.Type()) // a rune, a named type
		case *ssa.Call:
			fn := ssaflow.Callee(v.Common())
			return plain, fn != nil && knowledge.ReturnsPlain(fn)
		case *ssa.Parameter:
			return c.passed(w, v), true
		}
		return 0, false
	}
	return w.From(v) == plain
}

// passed returns what is known of the arguments for param. Others may call an exported function, and the runtime calls a handler.
func (c *checker) passed(w *ssaflow.Backward[plainness], param *ssa.Parameter) plainness {
	fn := param.Parent()
	if fn.Object() == nil || fn.Object().Exported() || c.Handlers.Of(fn.Syntax()) != nil {
		return risky
	}
	var all plainness
	for _, call := range c.program.Callers(fn) {
		if args, i := ssaflow.Arguments(call.Common()), ssaflow.Argument(param); i < len(args) {
			all = max(all, w.From(args[i]))
		}
	}
	return all
}

// plainLeaf returns what is known of a text where it comes from.
func plainLeaf(at ssaflow.At) plainness {
	known := false
	switch v := at.Value.(type) {
	case *ssa.Const:
		known = v.Value == nil || v.Value.Kind() != constant.String || !strings.ContainsFunc(constant.StringVal(v.Value), isEscaped)
	case *ssa.Field:
		known = knowledge.IsPlainField(ssaflow.FieldOf(v.X.Type(), v.Field).Name())
	case *ssa.UnOp:
		switch addr := v.X.(type) {
		case *ssa.Global:
			known = true // it comes from who deploys the function
		case *ssa.FieldAddr:
			known = knowledge.IsPlainField(ssaflow.FieldOf(addr.X.Type(), addr.Field).Name())
		}
	}
	if known {
		return plain
	}
	return risky
}

// isEscaped reports whether JSON has to escape r.
func isEscaped(r rune) bool { return r == '"' || r == '\\' || r < ' ' }
