package errmatch

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A CodeCheck compares the code of an error with one certain string.
type CodeCheck struct {
	// Match is the match that gave the error whose code is compared. It is nil where the error came
	// as a smithy.APIError or its like, from wherever.
	Match *Match

	// Instr is the comparison, or the call of the function that makes it with the code that is passed.
	Instr ssa.Instruction

	Err     ssa.Value  // the error that Match asks or, without one, the error whose code is compared
	Type    types.Type // of the error whose code is compared
	Code    string     // what it is compared with
	Literal ast.Expr   // its syntax: a constant, or an expression that can only be this string
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
	s.eachComparison(func(c comparison) {
		recv := codeOf(c.of)
		if recv == nil {
			return
		}
		matches := found[p.VariableOf(recv)]
		check := &CodeCheck{Match: nearest(matches, c.instr), Instr: c.instr, Err: recv, Type: recv.Type(), Literal: s.literal(c)}
		if check.Match != nil {
			check.Err = check.Match.Err
			if asked, ok := s.asked(c, check.Match, recv.Type()); ok {
				checks = append(checks, asked...)
				return
			}
		}
		texts := s.constants(c.with)
		if len(texts) != 1 || check.Literal == nil || check.Match == nil && (len(matches) > 0 || !IsGeneral(recv.Type())) {
			return
		}
		check.Code = texts[0]
		checks = append(checks, check)
	})
	return checks
}

// A comparison compares a value with another.
type comparison struct {
	instr    *ssa.BinOp
	of, with ssa.Value
	index    int // of with among the operands
}

// eachComparison calls do for every comparison of strings, with a constant as the second if there is one.
func (s *Set) eachComparison(do func(comparison)) {
	s.program().Instrs(func(instr ssa.Instruction) {
		cmp, ok := instr.(*ssa.BinOp)
		if !ok || cmp.Op != token.EQL && cmp.Op != token.NEQ || !isString(cmp.X.Type()) {
			return
		}
		c := comparison{cmp, cmp.X, cmp.Y, 1}
		_, isConst := cmp.X.(*ssa.Const)
		if isConst || codeOf(cmp.Y) != nil && codeOf(cmp.X) == nil {
			c = comparison{cmp, cmp.Y, cmp.X, 0}
		}
		do(c)
	})
}

// literal returns the syntax of what c compares with, nil where it is not written there.
func (s *Set) literal(c comparison) ast.Expr {
	cur, ok := s.program().Syntax(c.instr)
	if !ok {
		return nil
	}
	e := cur.Node().(ast.Expr)
	if bin, ok := e.(*ast.BinaryExpr); ok && bin.OpPos == c.instr.Pos() {
		return [...]ast.Expr{bin.X, bin.Y}[c.index]
	}
	return e // of a case
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
		if f, of := ssaflow.LoadedField(v); f != nil && f.Name() == "Code" && f.Pkg() != nil && f.Pkg().Path() == awspath.Smithy {
			return of
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
