package errmatch

import (
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Match asks whether an error is, or wraps, one of a type.
type Match struct {
	// Err is the error that is asked, and Type the type that is asked for, such as *types.NoSuchKey or smithy.APIError.
	Err  ssa.Value
	Type types.Type

	// Instr is the call of errors.As, errors.AsType or a function like these, or the
	// *ssa.TypeAssert of an assertion or of a case of a type switch.
	Instr ssa.Instruction

	// Syntax is that of the instruction: an *ast.CallExpr, an *ast.TypeAssertExpr or the
	// *ast.CaseClause of a type switch.
	Syntax inspector.Cursor

	// Found is the value of the type: the result of errors.AsType, the assertion, or for errors.As
	// the variable, of which it is the address.
	Found ssa.Value
}

// Unwraps reports whether the match looks for wrapped errors, too. A type assertion does not.
func (m *Match) Unwraps() bool {
	_, assert := m.Instr.(*ssa.TypeAssert)
	return !assert
}

// Holds returns the bool that says whether m found its type, nil where it is not used.
func (m *Match) Holds() ssa.Value {
	switch instr := m.Instr.(type) {
	case *ssa.Call:
		n := instr.Call.Signature().Results().Len()
		if n == 1 {
			return instr
		}
		return ssaflow.Result(instr, n-1)
	case *ssa.TypeAssert:
		if instr.CommaOk {
			return ssaflow.Result(instr, 1)
		}
	}
	return nil
}

func (s *Set) findMatches() []*Match {
	return collect(s, func(instr ssa.Instruction) *Match {
		m := matchOf(instr)
		if m == nil {
			return nil
		}
		var written bool
		if m.Syntax, written = s.program().Syntax(instr); !written {
			return nil
		}
		return m
	})
}

func matchOf(instr ssa.Instruction) *Match {
	switch instr := instr.(type) {
	case *ssa.TypeAssert:
		if isErrorInterface(instr.X.Type()) {
			m := &Match{Err: instr.X, Type: instr.AssertedType, Instr: instr, Found: instr}
			if instr.CommaOk {
				m.Found = ssaflow.Result(instr, 0)
			}
			return m
		}
	case *ssa.Call:
		return matchCall(instr)
	}
	return nil
}

// matchCall recognizes errors.As(err, &v), errors.AsType[T](err) and functions of the shape of the
// latter: one type argument, one error, results that end with a bool.
func matchCall(call *ssa.Call) *Match {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return nil
	}
	obj := ssaflow.Declared(fn)
	if obj == nil || obj.Pkg() == nil {
		return nil
	}
	args := call.Call.Args
	if obj.Name() == "As" && len(args) == 2 && awssdk.IsErrorType(args[0].Type()) && knowledge.HasStdAs(obj.Pkg().Path()) {
		pointer, ok := args[1].(*ssa.MakeInterface)
		if !ok {
			return nil
		}
		ptr, ok := pointer.X.Type().Underlying().(*types.Pointer)
		if !ok {
			return nil
		}
		return &Match{Err: args[0], Type: ptr.Elem(), Instr: call, Found: pointer.X}
	}
	results := call.Call.Signature().Results()
	if targs := fn.TypeArgs(); len(targs) == 1 && len(args) == 1 && isErrorInterface(args[0].Type()) && awssdk.IsErrorType(targs[0]) &&
		results.Len() > 0 && isBool(results.At(results.Len()-1).Type()) {
		return &Match{Err: args[0], Type: targs[0], Instr: call, Found: ssaflow.Result(call, 0)}
	}
	return nil
}

// isErrorInterface reports whether t is error or another interface that has Error.
func isErrorInterface(t types.Type) bool { return types.IsInterface(t) && awssdk.IsErrorType(t) }

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Bool
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
