package zerostatus

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A bounds says where a status cannot be 0.
type bounds struct {
	matches map[ssa.Instruction]*errmatch.Match
}

func newBounds(asked *errmatch.Set) *bounds {
	b := &bounds{matches: make(map[ssa.Instruction]*errmatch.Match)}
	for _, m := range asked.Matches() {
		b.matches[m.Instr] = m
	}
	return b
}

// canBeZero reports whether a path leads to the block at on which v can be 0: no branch on the way
// says something else.
func (b *bounds) canBeZero(v ssa.Value, at *ssa.BasicBlock) bool {
	if at == nil {
		return true
	}
	seen := make(map[*ssa.BasicBlock]bool)
	var walk func(*ssa.BasicBlock) bool
	walk = func(block *ssa.BasicBlock) bool {
		if block == at {
			return true
		}
		if seen[block] {
			return false
		}
		seen[block] = true
		return slices.ContainsFunc(block.Succs, func(succ *ssa.BasicBlock) bool { return b.zeroAlong(v, block, succ) && walk(succ) })
	}
	return walk(at.Parent().Blocks[0])
}

// zeroAlong reports whether v can be 0 where the path from the block from to its successor to is taken.
func (b *bounds) zeroAlong(v ssa.Value, from, to *ssa.BasicBlock) bool {
	branch, ok := ssaflow.Last(from).(*ssa.If)
	if !ok || from.Succs[0] == from.Succs[1] {
		return true
	}
	whenTrue, whenFalse := b.zeroWhere(branch.Cond, v, 0)
	if to == from.Succs[0] {
		return whenTrue
	}
	return whenFalse
}

// zeroWhere reports whether v can be 0 where cond is true, and where it is false.
func (b *bounds) zeroWhere(cond, v ssa.Value, depth int) (whenTrue, whenFalse bool) {
	if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
		whenFalse, whenTrue = b.zeroWhere(not.X, v, depth)
		return whenTrue, whenFalse
	}
	if cmp, ok := cond.(*ssa.BinOp); ok {
		op, x, y := cmp.Op, cmp.X, cmp.Y
		if _, left := x.(*ssa.Const); left {
			op, x, y = mirrored(op), y, x
		}
		if c, ok := y.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Int && same(x, v) {
			holds := constant.Compare(constant.MakeInt64(0), op, c.Value)
			return holds, !holds
		}
	}
	if mentions(cond, v, 0) {
		return false, false // something else looks at it
	}
	return !b.tellsOfResponse(cond), !b.tellsOfSending(cond)
}

// mirrored returns the operator for which y op x is what x op y was.
func mirrored(op token.Token) token.Token {
	switch op {
	case token.LSS:
		return token.GTR
	case token.LEQ:
		return token.GEQ
	case token.GTR:
		return token.LSS
	case token.GEQ:
		return token.LEQ
	}
	return op
}

// mentions reports whether cond is computed from v.
func mentions(cond, v ssa.Value, depth int) bool {
	instr, ok := cond.(ssa.Instruction)
	if !ok || depth > 4 {
		return false
	}
	if _, merged := cond.(*ssa.Phi); merged && depth > 0 {
		return false
	}
	return slices.ContainsFunc(instr.Operands(nil), func(operand *ssa.Value) bool {
		return *operand != nil && (same(*operand, v) || mentions(*operand, v, depth+1))
	})
}

// tellsOfResponse reports whether AWS has responded where cond is true: the error is one of a service,
// or a function of the program says what it is.
func (b *bounds) tellsOfResponse(cond ssa.Value) bool {
	if m := b.matchOf(cond); m != nil {
		obj, _, _ := types.LookupFieldOrMethod(m.Type, true, nil, "ErrorCode")
		return obj != nil
	}
	call, ok := cond.(*ssa.Call)
	if !ok {
		return false
	}
	fn := ssaflow.Callee(&call.Call)
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() != "errors" &&
		slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool { return awssdk.IsErrorType(arg.Type()) })
}

// tellsOfSending reports whether the request was sent where cond is false.
func (b *bounds) tellsOfSending(cond ssa.Value) bool {
	m := b.matchOf(cond)
	if m == nil {
		return false
	}
	name := awssdk.TypeName(m.Type)
	return name != nil && name.Name() == "RequestSendError" && name.Pkg() != nil && name.Pkg().Path() == awspath.SmithyHTTP
}

// matchOf returns the match that cond is the result of, nil if there is none.
func (b *bounds) matchOf(cond ssa.Value) *errmatch.Match {
	switch cond := cond.(type) {
	case *ssa.Call:
		return b.matches[cond]
	case *ssa.Extract:
		instr, _ := cond.Tuple.(ssa.Instruction)
		return b.matches[instr]
	}
	return nil
}
