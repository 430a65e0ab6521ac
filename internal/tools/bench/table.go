package main

import (
	"fmt"
	"io"
	"slices"
)

// printTable prints the cost of each contestant, and the ratio of the first one to it: the median
// of the ratios within a round.
func printTable(w io.Writer, results []*result) {
	fmt.Fprintf(w, "| tool | wall s | ratio | CPU s | ratio | peak MB | ratio | exit |\n")
	fmt.Fprintf(w, "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	first := results[0]
	for _, r := range results {
		fmt.Fprintf(w, "| %s | %.3f | %s | %.2f | %s | %s | %s | %d |\n", r.name,
			median(r.wall), ratio(first.wall, r.wall), median(r.cpu), ratio(first.cpu, r.cpu),
			megabytes(r.memory), ratio([]float64{first.memory}, []float64{r.memory}), r.exit)
	}
}

// ratio returns the median of xs[i] / ys[i].
func ratio(xs, ys []float64) string {
	var ratios []float64
	for i := range xs {
		if ys[i] == 0 {
			return "-"
		}
		ratios = append(ratios, xs[i]/ys[i])
	}
	return fmt.Sprintf("%.3f", median(ratios))
}

func megabytes(bytes float64) string {
	if bytes == 0 {
		return "-"
	}
	return fmt.Sprintf("%.0f", bytes/1e6)
}

// median returns the median of xs, which has at least one element.
func median(xs []float64) float64 {
	sorted := slices.Sorted(slices.Values(xs))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
