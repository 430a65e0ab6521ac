package lambdaresp

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// IsText reports whether t is string or []byte. A string type with a name mostly has constants for its values.
func IsText(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0
	case *types.Slice:
		return types.Identical(t.Elem(), types.Typ[types.Byte])
	}
	return false
}

// A plainness is what is known of a text: nothing has been said yet, there is nothing in it that
// JSON has to escape, or there may be.
type plainness int

const (
	plain plainness = iota + 1
	risky
)

// plainSteps are the ways from a text to what it is made of.
const plainSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Sums | ssaflow.Locals | ssaflow.Params | ssaflow.Results

// IsPlain reports whether the string or bytes v hold nothing that JSON has to escape, as far as can be told.
func (s *Set) IsPlain(v ssa.Value) bool {
	w := &ssaflow.Backward[plainness]{
		Program: s.Program(),
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
			return plain, !IsText(v.X.Type()) // a rune, a named type
		case *ssa.Call:
			fn := ssaflow.Callee(v.Common())
			return plain, fn != nil && knowledge.ReturnsPlain(fn)
		case *ssa.Parameter:
			return s.passed(w, v), true
		}
		return 0, false
	}
	return w.From(v) == plain
}

// passed returns what is known of the arguments for param. Others may call an exported function,
// and the runtime calls a handler.
func (s *Set) passed(w *ssaflow.Backward[plainness], param *ssa.Parameter) plainness {
	fn := param.Parent()
	if fn.Object() == nil || fn.Object().Exported() || s.handlers.Of(fn.Syntax()) != nil {
		return risky
	}
	var all plainness
	for _, call := range s.Program().Callers(fn) {
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
