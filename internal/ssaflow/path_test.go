package ssaflow

import (
	"slices"
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

// TestPaths asks, of the calls of a and b, whether every path to b leads through a, whether one
// does, and whether every path from a's block ends up at b.
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

// TestBranchAt asks whether the call of b stands in the branch that starts where a is called.
func TestBranchAt(t *testing.T) {
	for code, want := range map[string]bool{
		`func f() { if cond() { a(); b() } }`:                          true,
		`func f() { if cond() || cond() { a(); b() } }`:                true,
		`func f() { if cond() { a(); if cond() { b() } } }`:            true,
		`func f() { if cond() { a(); return }; b() }`:                  false,
		`func f() { if cond() { c() }; a(); b() }`:                     false, // where branches join
		`func f() { for cond() { a(); b() } }`:                         false, // a round of a loop
		`func f() { for cond() { if cond() { a(); continue }; b() } }`: false,
	} {
		p := load(t, code)
		if got := slices.Contains(BranchAt(callOf(t, p, "a").Block()), callOf(t, p, "b").Block()); got != want {
			t.Errorf("%s: %t", code, got)
		}
	}
}

// TestBlocks asks whether the block of b is one that paths from that of a lead to, not behind that of c.
func TestBlocks(t *testing.T) {
	for code, want := range map[string]bool{
		`func f() { a(); if cond() { c() }; b() }`:         true,
		`func f() { a(); if cond() { c(); b() } }`:         true, // the block of c itself
		`func f() { a(); for cond() { c() }; b() }`:        true,
		`func f() { a(); for { c(); if cond() { b() } } }`: false,
		`func f() { for { a(); c(); if cond() { b() } } }`: true, // starts at its end
		`func f() { if cond() { a(); c() } else { b() } }`: false,
	} {
		p := load(t, code)
		blocks := slices.Collect(Blocks(callOf(t, p, "a").Block(), callOf(t, p, "c").Block()))
		if got := slices.Contains(blocks, callOf(t, p, "b").Block()); got != want || blocks[0] != callOf(t, p, "a").Block() {
			t.Errorf("%s: %t", code, got)
		}
	}
}

func TestWhole(t *testing.T) {
	p := load(t, `func f() { var x struct{ list [2]struct{ n int } }; x.list[1].n = 1; println(x.list[0].n) }`)
	p.Instrs(func(instr ssa.Instruction) {
		if addr, ok := instr.(*ssa.FieldAddr); ok {
			if _, ok := Whole(addr).(*ssa.Alloc); !ok {
				t.Errorf("%s is a part of %s", addr, Whole(addr))
			}
		}
	})
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
		if branch, negated := branchOn(callOf(t, p, "cond").(*ssa.Call)); branch != nil && negated {
			got = "negated"
		} else if branch != nil {
			got = "if"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
}

// TestJoins asks whether what is done where the error of a is not nil goes on to the call of b,
// without another call of a or c.
func TestJoins(t *testing.T) {
	for code, want := range map[string]bool{
		`func f() { if err := a(); err != nil { sink(1) }; b() }`:                                   true,
		`func f() { if err := a(); err != nil { sink(1); return }; b() }`:                           false,
		`func f() { if err := a(); err != nil { c() }; b() }`:                                       false,
		`func f() { if err := a(); err != nil { if cond() { c() } else { sink(1) } }; b() }`:        true,
		`func f() { if err := a(); err != nil { for cond() { sink(1) }; return }; b() }`:            false,
		`func f() { for cond() { if err := a(); err != nil { sink(1); continue }; sink(2) }; b() }`: false, // the next round
	} {
		p := load(t, code)
		stops := func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			return ok && slices.Contains([]string{"a", "c"}, Callee(call.Common()).Name())
		}
		got := false
		for _, failed := range NonNil(resultOf(t, p, "a")) {
			for _, join := range Joins(failed, stops) {
				got = got || Certain(join, callOf(t, p, "b"), stops)
			}
		}
		if got != want {
			t.Errorf("%s: it joins: %t, want %t", code, got, want)
		}
	}
}

func TestCanReturn(t *testing.T) {
	for code, want := range map[string]bool{
		`func f() { a(); b() }`:                          true,
		`func f() { a(); panic(1) }`:                     false,
		`func f() { if cond() { a(); panic(1) } }`:       false,
		`func f() { for cond() { a() }; panic(1) }`:      false,
		`func f() { for cond() { a() } }`:                true,
		`func f() { for { a(); if cond() { return } } }`: true,
		`func f() { for { a() } }`:                       false,
	} {
		p := load(t, code)
		if got := CanReturn(callOf(t, p, "a").Block()); got != want {
			t.Errorf("%s: it can return: %t, want %t", code, got, want)
		}
	}
}
