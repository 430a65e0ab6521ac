package runner

import (
	"go/types"
	"maps"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// countedFacts returns a runner, the facts that it found about package a, which has this source, and a package that calls a.F.
func countedFacts(t testing.TB, src string) (run *Runner, facts []byte, b *packages.Package) {
	t.Helper()
	a := check(t, "a", src)
	b = check(t, "b", "package b\nimport \"a\"\nfunc F() { a.F() }", a)
	run = &Runner{Analyzers: []*analysis.Analyzer{counting()}, Severity: warning}
	RegisterFacts(run.Analyzers)
	found := NewFacts(a.Types)
	run.Package(a, found)
	facts, err := found.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return run, facts, b
}

// TestEncode passes facts from one package to the next as bytes, as go vet does.
func TestEncode(t *testing.T) {
	run, data, b := countedFacts(t, "package a\nfunc F() {}")

	facts := NewFacts(b.Types)
	err := facts.Decode(func(yield func(string, []byte) bool) {
		_ = yield("a", data) && yield("unknown", []byte("nobody asks")) && yield("empty", nil)
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := texts(run.Package(b, facts)), []string{"b.go:1:1: warning: 2 (counting)"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	err = NewFacts(b.Types).Decode(func(yield func(string, []byte) bool) { yield("a", []byte("broken")) })
	if err == nil {
		t.Error("broken facts are accepted")
	}
}

// A named is a fact: the name of a function as its source has it.
type named struct{ Name string }

func (*named) AFact() {}

// TestDecodeOnDemand writes facts about a package that is whole, and reads them about the same
// package as it is read on demand, without what nobody asks for.
func TestDecodeOnDemand(t *testing.T) {
	const whole = `package a

func F() error { return nil }
func G() error { return nil }

type T struct{ hidden }

func (T) A() error  { return nil }
func (*T) B() error { return nil }
func (*T) C() error { return nil }

type hidden struct{}

func (hidden) A() error { return nil }
func (hidden) B() error { return nil }
func (hidden) D() error { return nil }

type List[E any] []E

func (List[E]) A() error { return nil }
func (List[E]) B() error { return nil }

type alias = List[int]

type I interface{ A() error }

func f() {
	type local interface{ A() error }
}
`
	const demanded = `package a

func G() error

type T struct{ hidden }

func (*T) C() error

type hidden struct{}

func (hidden) B() error
func (hidden) D() error

type List[E any] []E

func (List[E]) B() error
`
	RegisterFacts([]*analysis.Analyzer{{Name: "naming", FactTypes: []analysis.Fact{new(named)}}})
	known := make(map[string][]byte)
	write := check(t, "a", whole)
	facts := NewFacts(write.Types)
	for _, obj := range write.TypesInfo.Defs {
		if fn, ok := obj.(*types.Func); ok {
			facts.objects[objectKey{fn, reflect.TypeFor[*named]()}] = &named{fn.FullName()}
		}
	}
	var err error
	if known["a"], err = facts.Encode(); err != nil {
		t.Fatal(err)
	}

	read := check(t, "a", demanded)
	facts = NewFacts(check(t, "b", "package b\nimport \"a\"\nvar _ a.T", read).Types)
	if err := facts.Decode(maps.All(known)); err != nil {
		t.Fatal(err)
	}
	var have []string
	for k, fact := range facts.objects {
		have = append(have, k.object.(*types.Func).FullName())
		if want := k.object.(*types.Func).FullName(); fact.(*named).Name != want {
			t.Errorf("the fact about %s is read for %s", fact.(*named).Name, want)
		}
	}
	slices.Sort(have)
	if want := []string{"(*a.T).C", "(a.List[E]).B", "(a.hidden).B", "(a.hidden).D", "a.G"}; !slices.Equal(have, want) {
		t.Errorf("facts are about %q, want %q", have, want)
	}
}
