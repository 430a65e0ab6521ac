package runner

import (
	"go/types"
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
	_, encoded, err := runAll(run, a)
	if err != nil {
		t.Fatal(err)
	}
	return run, encoded["a"], b
}

// TestEncode passes facts from one package to the next as bytes, as go vet does.
func TestEncode(t *testing.T) {
	run, data, b := countedFacts(t, "package a\nfunc F() {}")

	run.Known = map[string][]byte{"a": data, "unknown": []byte("nobody asks"), "empty": nil}
	results, _, err := runAll(run, b)
	if got, want := texts(results["b"]), []string{"b.go:1:1: warning: 2 (counting)"}; !slices.Equal(got, want) || err != nil {
		t.Errorf("got %q, want %q: %v", got, want, err)
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
	run := new(Runner).Start()
	write := check(t, "a", whole)
	facts := run.newFacts(write.Types)
	for _, obj := range write.TypesInfo.Defs {
		if fn, ok := obj.(*types.Func); ok {
			facts.set(fn, &named{fn.FullName()})
		}
	}
	data, err := facts.Encode()
	if err != nil {
		t.Fatal(err)
	}

	facts = run.newFacts(check(t, "a", demanded).Types)
	if err := facts.decode(data); err != nil {
		t.Fatal(err)
	}
	var have []string
	for obj, fact := range facts.facts[kind{reflect.TypeFor[*named](), true}] {
		have = append(have, obj.(*types.Func).FullName())
		if want := obj.(*types.Func).FullName(); fact.(*named).Name != want {
			t.Errorf("the fact about %s is read for %s", fact.(*named).Name, want)
		}
	}
	slices.Sort(have)
	if want := []string{"(*a.T).C", "(a.List[E]).B", "(a.hidden).B", "(a.hidden).D", "a.G"}; !slices.Equal(have, want) {
		t.Errorf("facts are about %q, want %q", have, want)
	}
}
