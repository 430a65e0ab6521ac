package engine

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// FuzzEntry checks that what is kept of a run or a package is read, or is a miss, whatever it holds.
func FuzzEntry(f *testing.F) {
	seed := func(values ...any) {
		data, err := encode(values...)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	seed(record{}, &Result{})
	seed(record{Names: "a\x00b\x00"}, &Result{})
	seed(&entry{Findings: []finding.Finding{{Message: "m", Rule: "r"}}})
	f.Fuzz(func(t *testing.T, data []byte) {
		if res, changed := decodeRun(data); (res == nil) != (changed != "") {
			t.Errorf("the result is %v, changed is %q", res, changed)
		}
		if e, err := decode[entry](data); (e == nil) != (err != nil) {
			t.Errorf("the entry is %v, the error %v", e, err)
		}
	})
}
