package runner

import "testing"

// FuzzDecode checks that facts are read, or refused, whatever is said to be facts.
func FuzzDecode(f *testing.F) {
	run, data, b := countedFacts(f, "package a\nfunc F() {}\ntype T struct{}\nfunc (T) M() {}")
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		run.Known = map[string][]byte{"a": data}
		_, facts, err := run.Start().Package(b) // which reads the facts
		if err != nil {
			return
		}
		if _, err := facts.Encode(); err != nil {
			t.Error(err)
		}
	})
}
