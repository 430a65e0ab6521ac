package lambdaresp

import (
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// An Encoded is a value that encoding/json encodes.
type Encoded struct {
	Value ssa.Value
	Block *ssa.BasicBlock

	// Expr is the expression of the value, not valid if it has none: in a naked return, and where
	// one call has all results.
	Expr inspector.Cursor
}

// Encoded returns what the package gives to encoding/json, itself or through functions of its own,
// and then the responses of its handlers, which the runtime encodes.
func (s *Set) Encoded() []Encoded {
	f := encodedFinder{Program: s.Program(), seen: make(map[*ssa.Parameter]bool)}
	f.Instrs(func(instr ssa.Instruction) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return
		}
		if fn := ssaflow.Callee(call.Common()); fn != nil {
			if i, ok := encoders[fn.FullName()]; ok {
				f.argument(call, i)
			}
		}
	})
	for _, h := range s.handlers.All {
		if h.Response() == nil {
			continue
		}
		for _, ret := range s.Returns(h) {
			encoded := Encoded{Value: ret.Value, Block: ret.Block}
			if ret.ResponseExpr != nil {
				encoded.Expr = ret.Cursor.ChildAt(edge.ReturnStmt_Results, 0)
			}
			f.found = append(f.found, encoded)
		}
	}
	return f.found
}

// encoders are the functions that encode an argument, and its index, a receiver included.
var encoders = map[string]int{
	"encoding/json.Marshal":           0,
	"encoding/json.MarshalIndent":     0,
	"(*encoding/json.Encoder).Encode": 1,
}

type encodedFinder struct {
	*ssaflow.Program
	seen  map[*ssa.Parameter]bool
	found []Encoded
}

// argument finds the i-th argument of call, which is encoded, and, where it is a parameter, what callers pass for that.
func (f *encodedFinder) argument(call ssa.CallInstruction, i int) {
	args := ssaflow.Arguments(call.Common())
	if i >= len(args) {
		return
	}
	if param, ok := ssaflow.Bare(args[i]).(*ssa.Parameter); ok && !f.seen[param] {
		f.seen[param] = true
		for _, caller := range f.Callers(param.Parent()) {
			f.argument(caller, ssaflow.Argument(param))
		}
	}
	cur, ok := f.Call(call)
	if written := i - (len(args) - call.Common().Signature().Params().Len()); ok && written >= 0 { // no receiver
		f.found = append(f.found, Encoded{args[i], call.Block(), cur.ChildAt(edge.CallExpr_Args, written)})
	}
}
