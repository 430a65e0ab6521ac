package ssaflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"
)

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
	sink(e.inner)
	sink(*e)
	return s + "z", ok
}
func g(o *outer, h *struct{ *holder }) {
	sink(o.err)
	sink(h.errs)
}`)
	kinds := make(map[string]int)
	p.Instrs(func(instr ssa.Instruction) {
		switch instr.(type) {
		case ssa.CallInstruction, *ssa.BinOp, *ssa.TypeAssert, *ssa.Return, *ssa.FieldAddr, *ssa.UnOp:
		default:
			return
		}
		if load, ok := instr.(*ssa.UnOp); ok {
			if _, pointer := load.X.(*ssa.Extract); !pointer { // the loads of variables have no syntax of their own
				return
			}
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
		case *ssa.FieldAddr:
			_, ok = cur.Node().(*ast.SelectorExpr)
		case *ssa.UnOp:
			_, ok = cur.Node().(*ast.StarExpr)
		}
		if !ok {
			t.Errorf("%s: the syntax of %s is %T", p.Fset.Position(instr.Pos()), instr, cur.Node())
		}
		kinds[typeName(instr)]++
	})
	for _, kind := range []string{"Call", "Go", "Defer", "BinOp", "TypeAssert", "Return", "FieldAddr", "UnOp"} {
		if kinds[kind] == 0 {
			t.Errorf("the snippet has no %s", kind)
		}
	}
}

// TestSyntaxOfLiterals demands that the fields of a literal lead to no selector that happens to stand there.
func TestSyntaxOfLiterals(t *testing.T) {
	p := load(t, `func f(o *outer) { sink(&errorT{o.err, nil}); sink(&errorT{inner: o.err}) }`)
	selectors := 0
	p.Instrs(func(instr ssa.Instruction) {
		addr, ok := instr.(*ssa.FieldAddr)
		if !ok {
			return
		}
		if _, ok := p.Syntax(addr); ok {
			selectors++
			if name := FieldOf(addr.X.Type(), addr.Field).Name(); name == "inner" || name == "Open" {
				t.Errorf("%s: the field %s of a literal has syntax", p.Fset.Position(addr.Pos()), name)
			}
		}
	})
	if selectors == 0 {
		t.Error("the selectors have no syntax")
	}
}

// TestStoredSyntax demands that what is stored leads to the expression that is.
func TestStoredSyntax(t *testing.T) {
	for _, tt := range []struct{ name, code, want string }{
		{"literal", `func f() { sink(&errorT{inner: a()}) }`, "a()"},
		{"literal without keys", `func f() { sink(&errorT{a(), b()}) }`, "a() b()"},
		{"nested literal", `func f() { sink(&outer{holder{err: a()}}) }`, "a() holder{…}"},
		{"slice", `func f() { sink([]error{a(), 2: b()}) }`, "a() b()"},
		{"map", `func f() { sink(map[string]error{"x": a()}) }`, "a()"},
		{"element of a map", `func f(m map[string]error) { m["x"] = a() }`, "a()"},
		{"field", `func f(h *holder) { h.err = a() }`, "a()"},
		{"several", `func f(h, i *holder) { h.err, i.err = a(), b() }`, "a() b()"},
		{"results of one call", `func f(h *holder) { _, h.err = pair() }`, ""},
		{"literal in a literal of a function", `func f() { sink([]any{func() { sink(&errorT{Open: a()}) }}) }`, "(func() literal) a()"},
	} {
		p := load(t, tt.code)
		var got []string
		p.Instrs(func(instr ssa.Instruction) {
			if v := storedValue(instr); v == nil || instr.Parent().Name() == "init" || !instr.Pos().IsValid() {
				return
			}
			if cur, ok := p.Syntax(instr); ok {
				got = append(got, types.ExprString(cur.Node().(ast.Expr)))
			}
		})
		slices.Sort(got)
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s\n%s\nstores %q, want %q", tt.name, tt.code, got, tt.want)
		}
	}
}

func storedValue(instr ssa.Instruction) ssa.Value {
	switch instr := instr.(type) {
	case *ssa.Store:
		return instr.Val
	case *ssa.MapUpdate:
		return instr.Value
	}
	return nil
}

func TestLiteralSyntax(t *testing.T) {
	p := load(t, `func f() *errorT { return &errorT{inner: a()} }`)
	lit := Returns(p.Funcs[len(p.Funcs)-1])[0].Results[0].(*ssa.Alloc)
	if cur, ok := p.Syntax(lit); !ok || types.ExprString(cur.Node().(ast.Expr)) != "errorT{…}" {
		t.Error("the literal has another syntax")
	}
}
