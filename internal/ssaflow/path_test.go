package ssaflow

import (
	"go/ast"
	"testing"

	"golang.org/x/tools/go/ssa"
)

// callOf returns the only call of the function called name.
func callOf(t *testing.T, p *Program, name string) ssa.CallInstruction {
	t.Helper()
	var found ssa.CallInstruction
	p.Instrs(func(instr ssa.Instruction) {
		if call, ok := instr.(ssa.CallInstruction); ok && call.Common().StaticCallee() != nil && call.Common().StaticCallee().Name() == name {
			found = call
		}
	})
	if found == nil {
		t.Fatalf("there is no call of %s", name)
	}
	return found
}

// TestPaths asks, of the calls of a and b, whether every path to b leads through a, whether one does, and whether every path from a's block
// ends up at b.
func TestPaths(t *testing.T) {
	for _, tt := range []struct {
		code                           string
		dominates, reachable, certains bool
	}{
		{`func f() { a(); b() }`, true, true, true},
		{`func f() { b(); a() }`, false, false, false},
		{`func f() { if cond() { a() }; b() }`, false, true, true},
		{`func f() { a(); if cond() { b() } }`, true, true, false},
		{`func f() { a(); if cond() { return }; b() }`, true, true, false},
		{`func f() { if cond() { a(); return }; b() }`, false, false, false},
		{`func f() { for cond() { b(); a() } }`, false, true, false},
		{`func f() { for { a(); if cond() { break } }; b() }`, true, true, true},
		{`func f() { if cond() { a() } else { b() } }`, false, false, false},
	} {
		p := load(t, tt.code)
		x, y := callOf(t, p, "a"), callOf(t, p, "b")
		if got := Dominates(x, y); got != tt.dominates {
			t.Errorf("%s: a dominates b: %t", tt.code, got)
		}
		if got := Reachable(x, nil)[y]; got != tt.reachable {
			t.Errorf("%s: b is reachable: %t", tt.code, got)
		}
		if got := x.Block() != y.Block() && LeadsTo(x.Block(), y.Block(), nil) || x.Block() == y.Block() && tt.reachable; got != tt.reachable {
			t.Errorf("%s: the block of a leads to that of b: %t", tt.code, got)
		}
		started := false
		stops := func(instr ssa.Instruction) bool { started = started || instr == x; return false }
		if got := Certain(x.Block(), y, stops) && started; got != tt.certains {
			t.Errorf("%s: b is certain: %t", tt.code, got)
		}
	}
}

func TestReachableStops(t *testing.T) {
	p := load(t, `func f() { a(); if cond() { c() }; b() }`)
	stop := callOf(t, p, "cond")
	if reached := Reachable(callOf(t, p, "a"), func(instr ssa.Instruction) bool { return instr == stop }); reached[callOf(t, p, "b")] || reached[stop] {
		t.Error("the walk goes on behind what stops it")
	}
}

// TestNil asks whether the calls of b and c stand where the error of a is known to be nil, or not to be.
func TestNil(t *testing.T) {
	for code, want := range map[string]string{
		`func f() { err := a(); if err != nil { b() } else { c() } }`:                "nonnil nil",
		`func f() { err := a(); if err == nil { b(); return }; c() }`:                "nil nonnil",
		`func f() { err := a(); if nil != err { b(); return }; c() }`:                "nonnil nil",
		`func f() { err := a(); if err != nil && cond() { b() }; c() }`:              "nonnil ",
		`func f() { err := a(); if err != nil || cond() { b() }; c() }`:              " ",
		`func f() { err := a(); switch { case err != nil: b(); default: c() } }`:     "nonnil nil",
		`func f() { err := a(); for err != nil { b(); err = a() }; c() }`:            " ",
		`func f() { err := a(); ok := err == nil; if ok { b() } else { c() } }`:      "nil nonnil",
		`func f() { err := a(); if err != nil { sink(1) }; b(); if cond() { c() } }`: " ",
	} {
		p := load(t, code)
		err := resultOf(t, p, "a")
		known := func(name string) string {
			switch b := callOf(t, p, name).Block(); {
			case DominatedByAny(b, Nil(err)):
				return "nil"
			case DominatedByAny(b, NonNil(err)):
				return "nonnil"
			}
			return ""
		}
		if got := known("b") + " " + known("c"); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

func TestBranch(t *testing.T) {
	for code, want := range map[string]string{
		`func f() { if cond() { b() } }`:                          "if",
		`func f() { if !cond() { b() } }`:                         "if", // the branches change places
		`func f() { ok := !cond(); if ok { b() } }`:               "negated",
		`func f() { ok := cond(); if ok { b() }; if ok { c() } }`: "none",
		`func f() { ok := cond(); sink(ok); if ok { b() } }`:      "none",
		`func f() bool { return cond() }`:                         "none",
	} {
		p := load(t, code)
		got := "none"
		if branch, negated := Branch(callOf(t, p, "cond").(*ssa.Call)); branch != nil && negated {
			got = "negated"
		} else if branch != nil {
			got = "if"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
}

// TestSyntax demands that every instruction with syntax leads to it.
func TestSyntax(t *testing.T) {
	p := load(t, `
func f(v any, s string) (string, bool) {
	defer a()
	go b()
	_ = s == "x"
	switch s {
	case "y", text():
		return s, true
	}
	e, ok := v.(*errorT)
	switch e := v.(type) {
	case *errorT:
		sink(e)
	case doer, interface{ Code() string }:
		sink(e)
	}
	sink(e)
	return s + "z", ok
}`)
	kinds := make(map[string]int)
	p.Instrs(func(instr ssa.Instruction) {
		switch instr.(type) {
		case ssa.CallInstruction, *ssa.BinOp, *ssa.TypeAssert, *ssa.Return:
		default:
			return
		}
		if instr.Parent().Name() == "init" || !instr.Pos().IsValid() { // where a function returns after a recovered panic
			return
		}
		cur, ok := p.Syntax(instr)
		if !ok {
			t.Errorf("%s: no syntax of %s", p.Fset.Position(instr.Pos()), instr)
			return
		}
		switch instr.(type) {
		case ssa.CallInstruction:
			_, ok = cur.Node().(*ast.CallExpr)
		case *ssa.BinOp:
			_, ok = cur.Node().(ast.Expr)
		case *ssa.TypeAssert:
			_, assert := cur.Node().(*ast.TypeAssertExpr)
			_, clause := cur.Node().(*ast.CaseClause)
			ok = assert || clause
		case *ssa.Return:
			_, ok = cur.Node().(*ast.ReturnStmt)
		}
		if !ok {
			t.Errorf("%s: the syntax of %s is %T", p.Fset.Position(instr.Pos()), instr, cur.Node())
		}
		kinds[typeName(instr)]++
	})
	for _, kind := range []string{"Call", "Go", "Defer", "BinOp", "TypeAssert", "Return"} {
		if kinds[kind] == 0 {
			t.Errorf("the snippet has no %s", kind)
		}
	}
}
