package runner

import "testing"

// FuzzDecode checks that facts are read, or refused, whatever is said to be facts.
func FuzzDecode(f *testing.F) {
	run, data, b := countedFacts(f, "package a\nfunc F() {}\ntype T struct{}\nfunc (T) M() {}")
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
