package errflow

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A Reason is a comparison of the code of a CancellationReason of a DynamoDB
// transaction with a constant.
type Reason struct {
	Code string
	Pos  token.Pos // as in CodeCheck
}

// CancellationReasons returns the comparisons of such codes in the package.
func (p *Package) CancellationReasons() []Reason {
	var rs []Reason
	p.eachComparison(func(cmp *ssa.BinOp, v ssa.Value, text string) {
		if isReasonCode(v) {
			rs = append(rs, Reason{text, cmp.Pos()})
		}
	})
	return rs
}

// eachComparison calls do for every comparison of a value with a constant string.
func (p *Package) eachComparison(do func(cmp *ssa.BinOp, v ssa.Value, text string)) {
	eachInstr(p.Funcs, func(instr ssa.Instruction) {
		cmp, ok := instr.(*ssa.BinOp)
		if !ok || cmp.Op != token.EQL && cmp.Op != token.NEQ {
			return
		}
		v, c := cmp.X, cmp.Y
		if _, ok := v.(*ssa.Const); ok {
			v, c = c, v
		}
		lit, ok := c.(*ssa.Const)
		if ok && lit.Value != nil && lit.Value.Kind() == constant.String {
			do(cmp, v, constant.StringVal(lit.Value))
		}
	})
}

// isReasonCode reports whether v is the Code of a CancellationReason: the pointer that
// the field is, what it points to, or aws.ToString of it.
func isReasonCode(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Call:
		fn := callee(v.Common())
		return fn != nil && fn.Name() == "ToString" && len(v.Call.Args) == 1 && isReasonCode(v.Call.Args[0])
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			return isReasonField(fieldOf(addr.X.Type(), addr.Field), addr.X.Type())
		}
		return v.Op == token.MUL && isReasonCode(v.X)
	case *ssa.Field:
		return isReasonField(fieldOf(v.X.Type(), v.Field), v.X.Type())
	}
	return false
}

func isReasonField(f *types.Var, t types.Type) bool {
	if f == nil || f.Name() != "Code" {
		return false
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "CancellationReason" && named.Obj().Pkg() != nil &&
		strings.HasSuffix(named.Obj().Pkg().Path(), "/dynamodb/types")
}
