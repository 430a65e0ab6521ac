package errmatch

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// An Identity asks whether an error is one certain value of an error type of the SDK: one that the
// program has just made, or a nil pointer. It never is.
type Identity struct {
	Err  ssa.Value
	Type types.Type // such as *types.NoSuchKey
	Nil  bool       // the value is a nil pointer

	// Syntax is the *ast.CallExpr of errors.Is, or the *ast.BinaryExpr of a comparison.
	Syntax inspector.Cursor
}

func (s *Set) findIdentities() []*Identity {
	return collect(s, func(instr ssa.Instruction) *Identity {
		id := identityOf(instr)
		if id == nil {
			return nil
		}
		var written bool
		if id.Syntax, written = s.program().Syntax(instr); !written {
			return nil
		}
		return id
	})
}

func identityOf(instr ssa.Instruction) *Identity {
	asks := func(err, value ssa.Value) *Identity {
		if typ := freshSDKError(value); typ != nil {
			return &Identity{Err: err, Type: typ}
		}
		if typ := nilSDKError(value); typ != nil {
			return &Identity{Err: err, Type: typ, Nil: true}
		}
		return nil
	}
	switch instr := instr.(type) {
	case *ssa.Call:
		fn := ssaflow.Callee(instr.Common())
		if fn != nil && fn.Pkg() != nil && fn.Name() == "Is" && knowledge.HasStdAs(fn.Pkg().Path()) && len(instr.Call.Args) == 2 {
			return asks(instr.Call.Args[0], instr.Call.Args[1])
		}
	case *ssa.BinOp:
		if instr.Op != token.EQL && instr.Op != token.NEQ {
			return nil
		}
		if id := asks(instr.X, instr.Y); id != nil {
			return id
		}
		return asks(instr.Y, instr.X)
	}
	return nil
}

// freshSDKError returns the type of the SDK's error that v is a new value of, and that goes nowhere
// else, nil if it is none.
func freshSDKError(v ssa.Value) types.Type {
	box, ok := v.(*ssa.MakeInterface)
	if !ok {
		return nil
	}
	made, ok := box.X.(*ssa.Alloc)
	if !ok || !awssdk.FromSDK(made.Type()) || !awssdk.IsErrorType(made.Type()) {
		return nil
	}
	if is, _, _ := types.LookupFieldOrMethod(made.Type(), true, nil, "Is"); is != nil {
		return nil
	}
	for _, ref := range *made.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr, *ssa.DebugRef:
		case *ssa.MakeInterface:
			if ref != box || len(*box.Referrers()) != 1 {
				return nil
			}
		default:
			return nil
		}
	}
	return made.Type()
}

// nilSDKError returns the type of the SDK's error that v holds a nil pointer of, nil if it is none.
func nilSDKError(v ssa.Value) types.Type {
	box, ok := v.(*ssa.MakeInterface)
	if !ok {
		return nil
	}
	typ := box.X.Type()
	if !ssaflow.IsNil(box.X) || !awssdk.FromSDK(typ) || !awssdk.IsErrorType(typ) {
		return nil
	}
	return typ
}
