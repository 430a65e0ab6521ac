package errmatch

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A CodeCheck compares the code of an error with a constant.
type CodeCheck struct {
	// Match is the match that gave the error whose code is compared.
	Match *Match

	Code    string   // the constant
	Literal ast.Expr // its syntax
}

func (s *Set) findCodes() []*CodeCheck {
	p := s.program()
	found := make(map[ssa.Value][]*Match)
	for _, m := range s.Matches() {
		if m.Found != nil {
			v := p.VariableOf(m.Found)
			found[v] = append(found[v], m)
		}
	}
	var checks []*CodeCheck
	s.eachComparison(func(cmp *ssa.BinOp, v ssa.Value, text string) {
		recv := codeOf(v)
		if recv == nil {
			return
		}
		if m := nearest(found[p.VariableOf(recv)], cmp); m != nil {
			if lit := s.literal(cmp); lit != nil {
				checks = append(checks, &CodeCheck{Match: m, Code: text, Literal: lit})
			}
		}
	})
	return checks
}

// eachComparison calls do for every comparison of a value with a constant string.
func (s *Set) eachComparison(do func(cmp *ssa.BinOp, v ssa.Value, text string)) {
	s.program().Instrs(func(instr ssa.Instruction) {
		cmp, ok := instr.(*ssa.BinOp)
		if !ok || cmp.Op != token.EQL && cmp.Op != token.NEQ {
			return
		}
		v, c := cmp.X, cmp.Y
		if _, ok := v.(*ssa.Const); ok {
			v, c = c, v
		}
		if text, ok := ssaflow.String(c); ok {
			do(cmp, v, text)
		}
	})
}

// literal returns the syntax of the constant that cmp compares with, nil where it is not written there.
func (s *Set) literal(cmp *ssa.BinOp) ast.Expr {
	cur, ok := s.program().Syntax(cmp)
	if !ok {
		return nil
	}
	candidates := []ast.Expr{cur.Node().(ast.Expr)} // of a case
	if bin, ok := candidates[0].(*ast.BinaryExpr); ok {
		candidates = []ast.Expr{bin.X, bin.Y}
	}
	for _, e := range candidates {
		if s.program().Info.Types[e].Value != nil {
			return e
		}
	}
	return nil
}

// codeOf returns the error whose code v is, nil if v is none.
func codeOf(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.Call:
		fn := ssaflow.Callee(v.Common())
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
		if f := ssaflow.FieldOf(addr.X.Type(), addr.Field); f != nil && f.Name() == "Code" && f.Pkg() != nil && f.Pkg().Path() == awspath.Smithy {
			return addr.X
		}
	}
	return nil
}

// nearest returns the match whose result reaches the instruction at, nil where that is not certain:
// one of them dominates it, and no later one does.
func nearest(matches []*Match, at ssa.Instruction) *Match {
	var best *Match
	for _, m := range matches {
		if m.Instr.Parent() != at.Parent() || !ssaflow.Dominates(m.Instr, at) {
			continue
		}
		if best == nil || ssaflow.Dominates(best.Instr, m.Instr) {
			best = m
		}
	}
	return best
}
