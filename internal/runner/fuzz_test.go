package runner

import (
	"testing"

	"golang.org/x/tools/go/analysis"
)

// FuzzDecode checks that facts are read, or refused, whatever is said to be facts.
func FuzzDecode(f *testing.F) {
	a := check(f, "a", "package a\nfunc F() {}\ntype T struct{}\nfunc (T) M() {}")
	b := check(f, "b", "package b\nimport \"a\"\nfunc F() { a.F() }", a)
	run := &Runner{Analyzers: []*analysis.Analyzer{counting()}, Severity: warning}
	RegisterFacts(run.Analyzers)
	facts := NewFacts(a.Types)
	run.Package(a, facts)
	data, err := facts.Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		facts := NewFacts(b.Types)
		if facts.Decode(func(yield func(string, []byte) bool) { yield("a", data) }) != nil {
			return
		}
		run.Package(b, facts) // which reads the facts
		if _, err := facts.Encode(); err != nil {
			t.Error(err)
		}
	})
}
