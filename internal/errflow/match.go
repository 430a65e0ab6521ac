package errflow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// A Match asks whether an error is, or wraps, one of a type.
type Match struct {
	// Err is the error that is asked, and Target the type that is asked for, such as
	// *types.NoSuchKey or smithy.APIError.
	Err    ssa.Value
	Target types.Type

	// Instr is the call of errors.As, errors.AsType or a helper like these, or the
	// *ssa.TypeAssert of an assertion or of a case of a type switch.
	Instr ssa.Instruction

	// Found is the value of the type: the result of errors.AsType, the assertion, or
	// for errors.As the variable, of which it is the address.
	Found ssa.Value
}

// Unwraps reports whether the match looks for wrapped errors, too. A type assertion
// does not.
func (m *Match) Unwraps() bool {
	_, assert := m.Instr.(*ssa.TypeAssert)
	return !assert
}

// Matches returns the matches of errors in the package, in order of their functions.
func (p *Package) Matches() []*Match {
	var ms []*Match
	eachInstr(p.Funcs, func(instr ssa.Instruction) {
		if m := matchOf(instr); m != nil {
			ms = append(ms, m)
		}
	})
	return ms
}

func matchOf(instr ssa.Instruction) *Match {
	switch instr := instr.(type) {
	case *ssa.TypeAssert:
		if isErrorInterface(instr.X.Type()) {
			m := &Match{Err: instr.X, Target: instr.AssertedType, Instr: instr, Found: instr}
			if instr.CommaOk {
				m.Found = result(instr, 0)
			}
			return m
		}
	case *ssa.Call:
		return matchCall(instr)
	}
	return nil
}

// isErrorInterface reports whether t is error or another interface that has Error.
func isErrorInterface(t types.Type) bool {
	_, ok := t.Underlying().(*types.Interface)
	return ok && isErrorType(t)
}

// matchCall recognizes errors.As(err, &target), errors.AsType[T](err) and helpers of
// the shape of the latter: one type argument, one error, results that end with a bool.
func matchCall(call *ssa.Call) *Match {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return nil
	}
	obj := declared(fn)
	if obj == nil || obj.Pkg() == nil {
		return nil
	}
	args := call.Call.Args
	if obj.Name() == "As" && len(args) == 2 && isErrorType(args[0].Type()) && knowledge.HasStdAs(obj.Pkg().Path()) {
		target, ok := args[1].(*ssa.MakeInterface)
		if !ok {
			return nil
		}
		ptr, ok := target.X.Type().Underlying().(*types.Pointer)
		if !ok {
			return nil
		}
		return &Match{Err: args[0], Target: ptr.Elem(), Instr: call, Found: target.X}
	}
	results := call.Call.Signature().Results()
	if targs := fn.TypeArgs(); len(targs) == 1 && len(args) == 1 && isErrorInterface(args[0].Type()) && isErrorType(targs[0]) &&
		results.Len() > 0 && isBool(results.At(results.Len()-1).Type()) {
		return &Match{Err: args[0], Target: targs[0], Instr: call, Found: result(call, 0)}
	}
	return nil
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Bool
}

// result returns the i-th result of a value that is a tuple, nil where it is not used.
func result(v ssa.Value, i int) ssa.Value {
	for _, ref := range *v.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == i {
			return x
		}
	}
	return nil
}

// A CodeCheck compares the code of an error with a constant.
type CodeCheck struct {
	// Match is the match that gave the error whose code is compared.
	Match *Match

	// Code is the constant.
	Code string

	// Pos is the position of the operator, or of the expression in a case of a switch.
	Pos token.Pos
}

// CodeChecks returns the comparisons of codes in the package. matches are those that
// Matches returns.
func (p *Package) CodeChecks(matches []*Match) []*CodeCheck {
	found := make(map[ssa.Value][]*Match)
	for _, m := range matches {
		if m.Found != nil {
			v := p.index.root(m.Found)
			found[v] = append(found[v], m)
		}
	}
	var checks []*CodeCheck
	p.eachComparison(func(cmp *ssa.BinOp, v ssa.Value, text string) {
		recv := codeOf(v)
		if recv == nil {
			return
		}
		if m := nearest(found[p.index.root(recv)], cmp); m != nil {
			checks = append(checks, &CodeCheck{Match: m, Code: text, Pos: cmp.Pos()})
		}
	})
	return checks
}

// codeOf returns the error whose code v is, nil if v is none.
func codeOf(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.Call:
		fn := callee(v.Common())
		if fn == nil || fn.Name() != "ErrorCode" && fn.Name() != "Code" || fn.Signature().Params().Len() != 0 {
			return nil
		}
		if v.Call.IsInvoke() {
			return v.Call.Value
		}
		if len(v.Call.Args) == 1 {
			return v.Call.Args[0]
		}
	case *ssa.UnOp:
		addr, ok := v.X.(*ssa.FieldAddr)
		if !ok || v.Op != token.MUL {
			return nil
		}
		if f := fieldOf(addr.X.Type(), addr.Field); f != nil && f.Name() == "Code" && f.Pkg() != nil && f.Pkg().Path() == awspath.Smithy {
			return addr.X
		}
	}
	return nil
}

// nearest returns the match whose result reaches the instruction at, nil where that is
// not certain: one of them dominates it, and no later one does.
func nearest(matches []*Match, at ssa.Instruction) *Match {
	var best *Match
	for _, m := range matches {
		if m.Instr.Parent() != at.Parent() || !dominates(m.Instr, at) {
			continue
		}
		if best == nil || dominates(best.Instr, m.Instr) {
			best = m
		}
	}
	return best
}

// dominates reports whether every way to b leads through a.
func dominates(a, b ssa.Instruction) bool {
	if a.Block() != b.Block() {
		return a.Block().Dominates(b.Block())
	}
	for _, instr := range a.Block().Instrs {
		switch instr {
		case a:
			return true
		case b:
			return false
		}
	}
	return false
}
