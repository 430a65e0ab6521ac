package ssaflow

import (
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"
)

// everyStep follows whatever a walk can follow.
const everyStep = Phis | Conversions | Interfaces | Boxes | Assertions | Slices | Sums | Locals | Globals | Fields | Elements | Channels | Params | Results

// where names the places that a value can come from: "a" for the result of a(), "param x", a
// constant, "&T", and "others".
func where(p *Program, v ssa.Value, follow Steps) string {
	w := Backward[[]string]{
		Program: p,
		Follow:  follow,
		Leaf:    func(at At) []string { return []string{leaf(at)} },
		Join:    func(x, y []string) []string { return append(slices.Clone(x), y...) },
		Others:  []string{"others"},
	}
	names := w.From(v)
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " ")
}

func leaf(at At) string {
	name := "?"
	switch v := at.Value.(type) {
	case *ssa.Const:
		name, _, _ = strings.Cut(v.Name(), ":")
	case *ssa.Parameter:
		name = "param " + v.Name()
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice:
		name = "new"
	case *ssa.Function:
		name = v.Name()
	default:
		if call, i := Call(v); call != nil && Callee(call.Common()) != nil {
			name = Callee(call.Common()).Name()
			if _, single := v.(*ssa.Call); !single {
				name += string(rune('0' + i))
			}
		}
	}
	if at.Elements {
		name += "[]"
	}
	return name
}

// TestBackward asks where the argument of errSink can come from, for each shape of Go that values travel by.
func TestBackward(t *testing.T) {
	for _, tt := range []struct{ name, code, want string }{
		{"call", `func f() { errSink(a()) }`, "a"},
		{"phi", `func f() { err := a(); if cond() { err = b() }; errSink(err) }`, "a b"},
		{"loop", `func f() { var err error; for cond() { err = a() }; errSink(err) }`, "a nil"},
		{"loop over a function", `func f() { err := a(); for e := range errsOf(1) { errSink(e); err = b() }; sink(err) }`, "others"},
		{"loop over all of a slice", `func f() { for _, err := range slices.All([]error{a(), b()}) { errSink(err) } }`, "a b"},
		{"loop over all of a map", `func f() { for _, err := range maps.All(map[int]error{1: a()}) { errSink(err) } }`, "a"},
		{"loop over a converted function", `type seq func(func(error) bool); func f() { for err := range seq(errsOf(1)) { errSink(err) } }`, "others"},
		{"generic loop over a map", `func f[M ~map[K]E, K comparable, E error](m M) { for k := range maps.Keys(m) { errSink(m[k]) } }; func g() { f(map[int]error{1: a()}) }`, "a"},
		{"after a loop over a function", `func f() { err := a(); for range errsOf(1) { err = b() }; errSink(err) }`, "a b"},
		{"overwritten", `func f() { err := a(); errSink2(err); err = b(); errSink(err) }; func errSink2(error)`, "b"},
		{"tuple", `func f() { _, err := pair(); errSink(err) }`, "pair1"},
		{"parameter nobody passes", `func f(err error) { errSink(err) }`, ""},
		{"parameter", `func f(err error) { errSink(err) }; func g() { f(a()); f(b()) }`, "a b"},
		{"parameter of an exported function", `func F(err error) { errSink(err) }; func g() { F(a()) }`, "a others"},
		{"parameter of a function used as a value", `func f(err error) { errSink(err) }; func g() { f(a()); sink(f) }`, "a others"},
		{"variadic", `func f(errs ...error) { errSink(errs[0]) }; func g() { f(a(), b()) }`, "a b"},
		{"result", `func f() error { if cond() { return a() }; return b() }; func g() { errSink(f()) }`, "a b"},
		{"result of several", `func f() (int, error) { return 1, a() }; func g() { _, err := f(); errSink(err) }`, "a"},
		{"named result", `func f() (err error) { err = a(); return }; func g() { errSink(f()) }`, "a"},
		{"named result that a deferred closure sets", `func f() (err error) { defer func() { err = b() }(); err = a(); return }; func g() { errSink(f()) }`, "a b"},
		{"recursion", `func f(n int) error { if n == 0 { return a() }; return f(n - 1) }; func g() { errSink(f(3)) }`, "a"},
		{"generic function", `func id[T any](v T) T { return v }; func g() { errSink(id(a())) }`, "a"},
		{"method", `func (h *holder) get() error { return a() }; func g(h *holder) { errSink(h.get()) }`, "a"},
		{"promoted method", `func (h *holder) get() error { return a() }; func g(o *outer) { errSink(o.get()) }`, "a"},
		{"interface method", `func g(d doer) { errSink(d.do()) }`, "do"},
		{"function value", `func g(f func() error) { errSink(f()) }`, "?"},
		{"method value", `func (h *holder) get() error { return a() }; func g(h *holder) { f := h.get; errSink(f()) }`, "a"},
		{"bound receiver", `func (e *errorT) unwrap() error { return e.Open }; func (e *errorT) self() error { return e }; func g() { f := error2(a()).self; errSink(f()) }; func error2(err error) *errorT { return &errorT{Open: err} }`, "new"},
		{"method expression", `func (h *holder) put(err error) { errSink(err) }; func g(h *holder) { (*holder).put(h, a()) }`, "a"},
		{"exported method", `func (h *holder) Put(err error) { errSink(err) }; func g(h *holder) { h.Put(a()) }`, "a others"},
		{"method of an interface", `type putter interface{ put(error) }; func (h *holder) put(err error) { errSink(err) }; func g(h *holder) { h.put(a()) }`, "a others"},
		{"argument of a method value", `func (h *holder) put(err error) { errSink(err) }; func g(h *holder) { f := h.put; f(a()) }`, "a"},
		{"closure", `func g() { f := func() error { return a() }; errSink(f()) }`, "a"},
		{"captured", `func g() { err := a(); func() { errSink(err) }() }`, "a"},
		{"captured and set there", `func g() { err := a(); func() { err = b() }(); errSink(err) }`, "a b"},
		{"captured and set later", `func g() { err := a(); set := func() { err = b() }; errSink(err); set() }`, "a"},
		{"captured twice", `func g() { var err error; func() { func() { err = a() }(); errSink(err) }() }`, "a"},
		{"address taken", `func g() { err := a(); take(&err); errSink(err) }`, "a others"},
		{"defer", `func g() { err := a(); defer func() { errSink(err) }(); err = b() }`, "a b"},
		{"field", `func set(h *holder) { h.err = a() }; func g(h *holder) { errSink(h.err) }`, "a"},
		{"field of a literal", `func g() { h := holder{err: a()}; errSink(h.err) }`, "a"},
		{"exported field", `func set(e *errorT) { e.Open = a() }; func g(e *errorT) { errSink(e.Open) }`, "a others"},
		{"embedded field", `func set(o *outer) { o.err = a() }; func g(o *outer) { errSink(o.err) }`, "a"},
		{"variable of the package", `var sentinel = a(); func g() { errSink(sentinel) }`, "a"},
		{"exported variable", `var Sentinel = a(); func g() { errSink(Sentinel) }`, "a others"},
		{"variable with two values", `var last = a(); func set() { last = b() }; func g() { errSink(last) }`, "?"},
		{"array", `func g(i int) { var errs [2]error; errs[0] = a(); errSink(errs[i]) }`, "a"},
		{"slice", `func g() { errs := []error{a(), b()}; errSink(errs[1]) }`, "a b"},
		{"made slice", `func g() { errs := make([]error, 2); errs[0] = a(); errSink(errs[0]) }`, "a"},
		{"append", `func g() { var errs []error; errs = append(errs, a()); errs = append(errs, b()); for _, err := range errs { errSink(err) } }`, "a b"},
		{"sliced slice", `func g() { errs := []error{a(), b()}; errSink(errs[1:][0]) }`, "a b"},
		{"captured slice", `func g() { var errs []error; func() { errs = append(errs, a()) }(); errSink(errs[0]) }`, "a"},
		{"slice of a parameter", `func f(errs []error) { errSink(errs[0]) }; func g() { f([]error{a()}) }`, "a"},
		{"unknown slice", `func errs() []error; func g() { errSink(errs()[0]) }`, "errs[]"},
		{"map", `func g() { m := map[string]error{"a": a()}; m["b"] = b(); errSink(m["a"]) }`, "a b"},
		{"map with ok", `func g() { m := map[string]error{"a": a()}; err, ok := m["a"]; sink(ok); errSink(err) }`, "a"},
		{"range over a map", `func g() { m := map[string]error{"a": a()}; for _, err := range m { errSink(err) } }`, "a"},
		{"channel", `func g() { ch := make(chan error); go func() { ch <- a() }(); errSink(<-ch) }`, "a others"},
		{"channel with ok", `func g(ch chan error) { ch <- a(); err, ok := <-ch; sink(ok); errSink(err) }`, "a others"},
		{"range over a channel", `func g(ch chan error) { ch <- a(); for err := range ch { errSink(err) } }`, "a others"},
		{"select", `func g(x, y chan error) { x <- a(); y <- b(); select { case <-x: case err := <-y: errSink(err) } }`, "b others"},
		{"sent by select", `func g(x chan error) { select { case x <- a(): default: }; errSink(<-x) }`, "a others"},
		{"conversion to an interface", `type named interface{ error }; func g() { var n named = a().(named); errSink(n) }`, "a"},
		{"assertion", `func g() { err, ok := a().(interface{ error; Code() string }); sink(ok); errSink(err) }`, "a"},
		{"type switch", `func g() { switch err := a().(type) { case *errorT: errSink(err) } }`, "a"},
		{"boxed pointer", `func g() { errSink(&errorT{inner: a()}) }`, "new"},
		{"range over a function", `func seq(yield func(error) bool) { yield(a()) }; func g() { for err := range seq { errSink(err) } }`, "others"},
		{"goroutine", `func f(err error) { errSink(err) }; func g() { go f(a()) }`, "a"},
		{"joined", `func join(errs ...error) error; func g() { errSink(join(a(), b())) }`, "join"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := load(t, tt.code)
			if got := where(p, argumentOf(t, p, "errSink"), everyStep); got != tt.want {
				t.Errorf("%s\ncomes from %q, want %q", tt.code, got, tt.want)
			}
		})
	}
}

// TestBackwardTexts asks where strings come from.
func TestBackwardTexts(t *testing.T) {
	const code = `func f(v any) { var s string; if cond() { s = "a" + text() } else { s = string([]byte("b")[0:1]) }; sink(s) }`
	p := load(t, code)
	if got, want := where(p, argumentOf(t, p, "sink"), everyStep), `"a" "b" text`; got != want {
		t.Errorf("%s\ncomes from %q, want %q", code, got, want)
	}
}

// TestBackwardFollow shows that a walk takes the steps of its policy only.
func TestBackwardFollow(t *testing.T) {
	const code = `func f(h *holder) { err := a(); if cond() { err = h.err }; h.err = b(); errSink(err) }`
	p := load(t, code)
	v := argumentOf(t, p, "errSink")
	for follow, want := range map[Steps]string{0: "?", Phis: "? a", Phis | Fields: "a b"} {
		if got := where(p, v, follow); got != want {
			t.Errorf("following %b, it comes from %q, want %q", follow, got, want)
		}
	}
}

// TestBackwardBlocks shows that a policy learns where a value is read: on one way into the phi more
// may be known of it than on the other.
func TestBackwardBlocks(t *testing.T) {
	p := load(t, `func f() error { err := a(); if err != nil { return err }; err = b(); if cond() { err = c() }; return err }`)
	for i, want := range []string{"found", "maybe"} {
		ret := Returns(p.Func(p.Funcs[len(p.Funcs)-1].Syntax()))[i]
		w := Backward[string]{
			Program: p, Follow: Phis, Blocks: true,
			Leaf: func(at At) string {
				if DominatedByAny(at.Block, NonNil(at.Value)) {
					return "found"
				}
				return "maybe"
			},
			Join: func(x, y string) string { return max(x, y) },
		}
		if got := w.In(ret.Results[0], ret.Block()); got != want {
			t.Errorf("return %d: %s, want %s", i, got, want)
		}
	}
}

// TestBackwardGivesUp shows that a walk ends on values with more sources than any real program has.
func TestBackwardGivesUp(t *testing.T) {
	var b strings.Builder
	b.WriteString("func f() { var s string\n")
	for range maxSteps {
		b.WriteString("s += text()\n")
	}
	b.WriteString("sink(s) }")
	p := load(t, b.String())
	if got := where(p, argumentOf(t, p, "sink"), everyStep); !strings.Contains(got, "others") {
		t.Errorf("it comes from %.100q, want others, too", got)
	}
}

// TestContents asks what is stored in the argument of sink.
func TestContents(t *testing.T) {
	for _, tt := range []struct{ code, want string }{
		{`func f() { sink(&errorT{inner: a(), Open: b()}) }`, "a"}, // Open is not wanted
		{`func f() { var o outer; o.err = a(); sink(&o) }`, "a"},
		{`func f() { h := &holder{err: a()}; h.err = b(); sink(h) }`, "a b"},
		{`func f() { sink(&[2]error{a(), b()}) }`, "a b"},
		{`func f() { m := map[string]error{"a": a()}; m["b"] = b(); sink(m) }`, "a b"},
	} {
		p := load(t, tt.code)
		var got []string
		for _, v := range Contents(Bare(argumentOf(t, p, "sink")), func(s *types.Struct, i int) bool { return s.Field(i).Name() != "Open" }) {
			if call, _ := Call(v); call != nil {
				got = append(got, Callee(call.Common()).Name())
			}
		}
		slices.Sort(got)
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s\nholds %q, want %q", tt.code, got, tt.want)
		}
	}
}

// TestSources asks for the values themselves.
func TestSources(t *testing.T) {
	p := load(t, `func f(err error) { if cond() { err = a() }; for cond() { errSink(err) } }; func g() { f(b()) }`)
	v := argumentOf(t, p, "errSink")
	if got := len(p.Sources(v, Phis|Params)); got != 2 {
		t.Errorf("it has %d sources, want those of a and of b", got)
	}
	if got := p.Sources(v, 0); len(got) != 1 || got[0] != v {
		t.Errorf("without steps it comes from %v, want it alone", got)
	}
}
