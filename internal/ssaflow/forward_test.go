package ssaflow

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"
)

// resultOf returns the result of the only call of the function called name, the last one of several.
func resultOf(t *testing.T, p *Program, name string) ssa.Value {
	t.Helper()
	var found ssa.Value
	p.Instrs(func(instr ssa.Instruction) {
		if call, ok := instr.(*ssa.Call); ok && call.Call.StaticCallee() != nil && call.Call.StaticCallee().Name() == name {
			found = call
			if n := call.Call.Signature().Results().Len(); n > 1 {
				found = Result(call, n-1)
			}
		}
	})
	if found == nil {
		t.Fatalf("there is no result of %s", name)
	}
	return found
}

// uses names what is done with v and its copies: the function called with it, "return", "== nil",
// or the kind of instruction.
func uses(p *Program, v ssa.Value, follow Steps, closures bool) string {
	var names []string
	w := Forward{Follow: follow, Closures: closures, Use: func(instr ssa.Instruction, v ssa.Value) bool {
		name := typeName(instr)
		switch instr := instr.(type) {
		case *ssa.Return:
			name = "return"
		case *ssa.BinOp:
			if ComparesNil(instr) {
				name = "== nil"
			}
		case ssa.CallInstruction:
			if fn := Callee(instr.Common()); fn != nil {
				name = fn.Name()
			}
		}
		names = append(names, name)
		return false
	}}
	w.Any(v)
	slices.Sort(names)
	return strings.Join(slices.Compact(names), ", ")
}

// TestForward asks what is done with the result of a(), for each shape of Go that values travel by.
func TestForward(t *testing.T) {
	const all = Phis | Conversions | Interfaces | Boxes | Assertions | Slices | Locals | Params
	for _, tt := range []struct{ name, code, want string }{
		{"unused", `func f() { a() }`, ""},
		{"blank", `func f() { _ = a() }`, ""},
		{"compared", `func f() { if err := a(); err != nil { sink(1) } }`, "== nil"},
		{"returned", `func f() error { return a() }`, "return"},
		{"named result", `func f() (err error) { err = a(); return }`, "return"},
		{"passed", `func f() { errSink(a()) }`, "errSink"},
		{"phi", `func f() { err := a(); if cond() { err = b() }; errSink(err) }`, "errSink"},
		{"overwritten", `func f() { err := a(); err = b(); errSink(err) }`, ""},
		{"boxed", `func f() { sink(a()) }`, "sink"},
		{"asserted", `func f() { if e, ok := a().(*errorT); ok { errSink(e) } }`, "errSink"},
		{"asserted for nothing", `func f() { _, ok := a().(*errorT); sink(ok) }`, ""},
		{"type switch", `func f() { switch e := a().(type) { case *errorT: errSink(e) } }`, "errSink"},
		{"passed to a function of the package", `func g(err error) { errSink(err) }; func f() { g(a()) }`, "errSink"},
		{"passed to one that ignores it", `func g(err error) { }; func f() { g(a()) }`, ""},
		{"passed on and on", `func g(err error, n int) { if n > 0 { g(err, n-1) }; errSink(err) }; func f() { g(a(), 3) }`, "errSink"},
		{"receiver", `func (e *errorT) use() { errSink(e) }; func f() { a().(*errorT).use() }`, "errSink"},
		{"called through an interface", `func f() string { return a().Error() }`, "Error"},
		{"captured", `func f() { err := a(); func() { errSink(err) }() }`, "errSink"},
		{"captured twice", `func f() { err := a(); func() { func() { errSink(err) }() }() }`, "errSink"},
		{"captured and overwritten", `func f() { err := a(); func() { err = b() }(); _ = err }`, ""},
		{"deferred", `func f() { err := a(); defer func() { errSink(err) }() }`, "errSink"},
		{"deferred call", `func f() { err := a(); defer errSink(err) }`, "errSink"},
		{"goroutine", `func f() { err := a(); go errSink(err) }`, "errSink"},
		{"address taken", `func f() { err := a(); take(&err) }`, "take"},
		{"field", `func f(h *holder) { h.err = a() }`, "Store"},
		{"literal", `func f() *holder { return &holder{err: a()} }`, "Store"},
		{"slice", `func f() { errs := []error{a()}; sink(errs) }`, "Store"},
		{"map", `func f(m map[string]error) { m["a"] = a() }`, "MapUpdate"},
		{"sent", `func f(ch chan error) { ch <- a() }`, "Send"},
		{"sent by select", `func f(ch chan error) { select { case ch <- a(): default: } }`, "Select"},
		{"panic", `func f() { panic(a()) }`, "Panic"},
		{"variable of the package", `var last error; func f() { last = a() }`, "Store"},
		{"generic", `func id[T any](v T) T { return v }; func f() { errSink(id(a())) }`, "return"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := load(t, tt.code)
			if got := uses(p, resultOf(t, p, "a"), all, true); got != tt.want {
				t.Errorf("%s\nuses it by %q, want %q", tt.code, got, tt.want)
			}
		})
	}
}

// TestForwardFollow shows that what a policy does not follow is a use.
func TestForwardFollow(t *testing.T) {
	for _, tt := range []struct {
		code     string
		follow   Steps
		closures bool
		want     string
	}{
		{`func f() { err := a(); if cond() { err = b() }; errSink(err) }`, 0, false, "Phi"},
		{`func f() { err := a(); func() { errSink(err) }() }`, 0, false, "Store"},
		{`func f() { err := a(); func() { errSink(err) }() }`, Locals, false, "MakeClosure"},
		{`func f() { err := a(); func() { errSink(err) }() }`, Locals, true, "errSink"},
		{`func g(err error) { errSink(err) }; func f() { g(a()) }`, 0, false, "g"},
	} {
		p := load(t, tt.code)
		if got := uses(p, resultOf(t, p, "a"), tt.follow, tt.closures); got != tt.want {
			t.Errorf("%s\nfollowing %b, uses it by %q, want %q", tt.code, tt.follow, got, tt.want)
		}
	}
}

// TestForwardChannels asks what is done with what is received from the channel that is the result of ch().
func TestForwardChannels(t *testing.T) {
	for code, want := range map[string]string{
		`func f() { errSink(<-ch()) }`:                                                                     "errSink",
		`func f() { err, ok := <-ch(); sink(ok); errSink(err) }`:                                           "errSink",
		`func f() { for err := range ch() { errSink(err) } }`:                                              "errSink",
		`func f() { for range ch() { } }`:                                                                  "",
		`func f(x chan error) { select { case err := <-x: sink(err); case err := <-ch(): errSink(err) } }`: "errSink",
		`func f() { ch := ch(); select { case <-ch: case err := <-ch: errSink(err) } }`:                    "errSink",
		`func f(err error) { select { case ch() <- err: default: } }`:                                      "Select",
		`func f() chan error { return ch() }`:                                                              "return",
	} {
		p := load(t, "func ch() chan error\n"+code)
		if got := uses(p, resultOf(t, p, "ch"), Channels, false); got != want {
			t.Errorf("%s\nuses it by %q, want %q", code, got, want)
		}
	}
}

// TestForwardEnds shows that a walk ends where a use is what is looked for.
func TestForwardEnds(t *testing.T) {
	p := load(t, `func f() error { err := a(); errSink(err); return err }`)
	n := 0
	w := Forward{Use: func(ssa.Instruction, ssa.Value) bool { n++; return true }}
	if !w.Any(resultOf(t, p, "a")) || n != 1 {
		t.Errorf("the walk has seen %d uses, want 1", n)
	}
}
