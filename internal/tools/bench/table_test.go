package main

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	var b strings.Builder
	printTable(&b, []*result{
		{contestant: contestant{name: "awserrlint"}, wall: []float64{1, 3, 2}, cpu: []float64{1, 1, 1}, memory: 50e6},
		{contestant: contestant{name: "peer"}, wall: []float64{10, 10, 40}, cpu: []float64{2, 2, 4}, memory: 200e6, exit: 1},
	})
	want := `| tool | wall s | ratio | CPU s | ratio | peak MB | ratio | exit |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| awserrlint | 2.000 | 1.000 | 1.00 | 1.000 | 50 | 1.000 | 0 |
| peer | 10.000 | 0.100 | 2.00 | 0.500 | 200 | 0.250 | 1 |
`
	if b.String() != want {
		t.Errorf("have\n%swant\n%s", b.String(), want)
	}
}

func TestMedian(t *testing.T) {
	if m := median([]float64{4, 1, 3, 2}); m != 2.5 {
		t.Errorf("median of four is %v, want 2.5", m)
	}
}
