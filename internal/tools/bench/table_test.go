package main

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	var b strings.Builder
	printTable(&b, []*result{
		{Tool: "awserrlint", Wall: []float64{1, 3, 2}, CPU: []float64{1, 1, 1}, Memory: 50e6},
		{Tool: "peer", Wall: []float64{10, 10, 40}, CPU: []float64{2, 2, 4}, Memory: 200e6, Exit: 1},
	})
	want := `| tool | wall s | ratio | CPU s | ratio | peak MB | ratio | exit |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| awserrlint | 2.000 | 1.000 | 1.00 | 1.000 | 50 | 1.000 | 0 |
| peer | 10.000 | 0.100 | 2.00 | 0.500 | 200 | 0.250 | 1 |
`
	if b.String() != want {
		t.Errorf("have\n%swant\n%s", &b, want)
	}
}

func TestGeneratedTable(t *testing.T) {
	// The machine is slower in the second round, which differences within a round do not show.
	generatedRecord := func(size moduleSize, first, unchanged, list []float64) record {
		return record{
			Module: subject{Packages: size.packages, AWS: size.aws},
			Results: []*result{
				{Tool: "no results yet", Wall: first}, {Tool: "unchanged", Wall: unchanged}, {Tool: "go list", Wall: list},
			},
		}
	}
	var b strings.Builder
	printGenerated(&b, []record{
		generatedRecord(moduleSize{1, 1}, []float64{0.1, 0.3, 0.1}, []float64{0.01, 0.01, 0.01}, []float64{1, 1, 1}),
		generatedRecord(moduleSize{1001, 1}, []float64{0.14, 0.35, 0.15}, []float64{0.02, 0.02, 0.02}, []float64{2, 3, 4}),
	})
	want := `| packages | with AWS | no results yet, s | beyond the first, ms | unchanged, s | beyond the first, ms | go list, s |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 1 | 1 | 0.100 | +0 | 0.010 | +0 | 1.000 |
| 1001 | 1 | 0.150 | +50 | 0.020 | +10 | 3.000 |
`
	if b.String() != want {
		t.Errorf("have\n%swant\n%s", &b, want)
	}
}

func TestSeconds(t *testing.T) {
	for s, want := range map[float64]string{
		0.0174: "17 ms", 0.9994: "999 ms", 0.9996: "1.0 s", 1.44: "1.4 s", 9.96: "10 s", 59.4: "59 s", 59.6: "1 min 0 s", 236: "3 min 56 s",
	} {
		if have := seconds(s); have != want {
			t.Errorf("%v s is %q, want %q", s, have, want)
		}
	}
}

func TestMedian(t *testing.T) {
	if m := median([]float64{4, 1, 3, 2}); m != 2.5 {
		t.Errorf("median of four is %v, want 2.5", m)
	}
}
