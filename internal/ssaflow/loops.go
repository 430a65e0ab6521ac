package ssaflow

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"
)

// asLoops returns info with other types for the calls that loops below root go over, where these return functions: a type
// with elements as the function yields them. Otherwise the builder makes functions of the bodies of these loops, and takes
// all that they share with the code around them for variables.
func asLoops(info *types.Info, root inspector.Cursor) *types.Info {
	loops := *info
	loops.Types = nil
	for cur := range root.Preorder((*ast.RangeStmt)(nil)) {
		call, ok := ast.Unparen(cur.Node().(*ast.RangeStmt).X).(*ast.CallExpr)
		if !ok || info.Types[call.Fun].IsType() {
			continue
		}
		yielding := info.Types[call]
		if yielding.Type = iterable(info, call); yielding.Type == nil {
			continue
		}
		if loops.Types == nil {
			loops.Types = maps.Clone(info.Types)
		}
		loops.Types[call] = yielding
	}
	if loops.Types == nil {
		return info
	}
	return &loops
}

// iterable returns a type with elements as the function that call returns yields them, nil if it returns no such function.
func iterable(info *types.Info, call *ast.CallExpr) types.Type {
	seq := signature(info.TypeOf(call))
	if seq == nil || seq.Params().Len() != 1 {
		return nil
	}
	yield := signature(seq.Params().At(0).Type())
	if yield == nil {
		return nil
	}
	if through := Through(info, call); through != call {
		return info.TypeOf(through)
	}
	switch yielded := yield.Params(); yielded.Len() {
	case 0:
		return types.NewChan(types.RecvOnly, types.NewStruct(nil, nil))
	case 1:
		return types.NewChan(types.RecvOnly, yielded.At(0).Type())
	default:
		return types.NewMap(yielded.At(0).Type(), yielded.At(1).Type())
	}
}

// Through returns what a loop over x goes through: list for slices.All(list), x itself unless it is such a call.
func Through(info *types.Info, x ast.Expr) ast.Expr {
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok {
		return x
	}
	if fn := typeutil.StaticCallee(info, call); fn == nil || !goesThrough(fn) {
		return x
	}
	return call.Args[0]
}

// goesThrough reports whether a loop over what fn returns takes from it what a loop over the argument of fn does.
func goesThrough(fn *types.Func) bool {
	switch fn.FullName() {
	case "slices.All", "maps.All", "maps.Keys":
		return true
	}
	return false
}

// overArguments makes the loops in fn over what a function makes of its argument loops over the argument.
func overArguments(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, instr := range slices.Clone(b.Instrs) {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			callee := Callee(&call.Call)
			if callee == nil || !goesThrough(callee) || signature(call.Type()) != nil {
				continue
			}
			replace(call, call.Call.Args[0])
			remove(call)
		}
	}
}

// replace makes with the operand of what refers to v.
func replace(v, with ssa.Value) {
	for _, ref := range *v.Referrers() {
		for _, operand := range ref.Operands(nil) {
			if *operand == v {
				*operand = with
			}
		}
		if refs := with.Referrers(); refs != nil {
			*refs = append(*refs, ref)
		}
	}
}

// signature returns the signature of the functions of type t, nil if t is no type of functions.
func signature(t types.Type) *types.Signature {
	if t == nil {
		return nil
	}
	sig, _ := t.Underlying().(*types.Signature)
	return sig
}
