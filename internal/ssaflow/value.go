package ssaflow

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Callee returns the declared function or method that c calls, that of the interface for a dynamic
// call, and nil for a call of a function value.
func Callee(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	if fn := c.StaticCallee(); fn != nil {
		return Declared(fn)
	}
	return nil
}

// Declared returns the function or method that fn is the body, an instance or a wrapper of, nil for a function literal.
func Declared(fn *ssa.Function) *types.Func {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}

// Calls reports whether c calls the function called name of the package at path, or a method called
// so of one of its types.
func Calls(c *ssa.CallCommon, path, name string) bool {
	fn := Callee(c)
	return fn != nil && fn.Name() == name && fn.Pkg() != nil && fn.Pkg().Path() == path
}

// Call returns the call of which v is the i-th result, nil if it is none.
func Call(v ssa.Value) (c *ssa.Call, i int) {
	switch v := v.(type) {
	case *ssa.Call:
		return v, 0
	case *ssa.Extract:
		c, _ := v.Tuple.(*ssa.Call)
		return c, v.Index
	}
	return nil, 0
}

// Result returns the i-th element of the tuple v, such as a result of a call, nil where it is not used.
func Result(v ssa.Value, i int) ssa.Value {
	for _, ref := range *v.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == i {
			return x
		}
	}
	return nil
}

// Asserted returns the value of v.(T) where it has the type, nil where that is not used.
func Asserted(assert *ssa.TypeAssert) ssa.Value {
	if assert.CommaOk {
		return Result(assert, 0)
	}
	return assert
}

// Used reports whether anything refers to v.
func Used(v ssa.Value) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool { return !IsDebug(ref) })
}

// Bare returns v as it was before it was put into an interface, or converted to another type of the same form.
func Bare(v ssa.Value) ssa.Value {
	for {
		switch conv := v.(type) {
		case *ssa.MakeInterface:
			v = conv.X
		case *ssa.ChangeInterface:
			v = conv.X
		case *ssa.ChangeType:
			v = conv.X
		default:
			return v
		}
	}
}

// Whole returns the address of the variable that addr is the address of a part of: &x for &x.f[i].
func Whole(addr ssa.Value) ssa.Value {
	for {
		switch part := addr.(type) {
		case *ssa.FieldAddr:
			addr = part.X
		case *ssa.IndexAddr:
			addr = part.X
		default:
			return addr
		}
	}
}

// Returns returns the return statements of fn that can be reached, and what fn returns when it has recovered from a panic.
func Returns(fn *ssa.Function) []*ssa.Return {
	var returns []*ssa.Return
	for _, b := range fn.Blocks {
		if b == fn.Recover && !Recovers(fn) {
			continue
		}
		if ret, ok := Last(b).(*ssa.Return); ok {
			returns = append(returns, ret)
		}
	}
	return returns
}

// FieldOf returns the field with the given index of the struct that t is, or points to, as it was declared.
func FieldOf(t types.Type, index int) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	return s.Field(index).Origin()
}

// LoadedField returns the field that v has been loaded from, and the address of the struct, nil if there is none.
func LoadedField(v ssa.Value) (field *types.Var, of ssa.Value) {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil, nil
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return nil, nil
	}
	return FieldOf(addr.X.Type(), addr.Field), addr.X
}

// IsNil reports whether v is the constant nil.
func IsNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// String returns the string that v is, if it is a constant.
func String(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

// IsZero reports whether v is a constant, the zero value of its type.
func IsZero(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	if !ok {
		return false
	}
	if c.Value == nil {
		return true
	}
	switch c.Value.Kind() {
	case constant.Bool:
		return !constant.BoolVal(c.Value)
	case constant.String:
		return constant.StringVal(c.Value) == ""
	}
	return constant.Sign(c.Value) == 0
}

// IsDebug reports whether instr only tells debuggers of a value.
func IsDebug(instr ssa.Instruction) bool {
	_, ok := instr.(*ssa.DebugRef)
	return ok
}
