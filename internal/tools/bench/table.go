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
		fmt.Fprintf(w, "| %s | %.3f | %s | %.2f | %s | %s | %s | %d |\n", r.Tool,
			median(r.Wall), ratio(first.Wall, r.Wall), median(r.CPU), ratio(first.CPU, r.CPU),
			megabytes(r.Memory), ratio([]float64{first.Memory}, []float64{r.Memory}), r.Exit)
	}
}

// printGenerated prints the wall time of each generated module, a row each, and what awserrlint
// takes beyond the first of them: the median of the differences within a round.
func printGenerated(w io.Writer, records []record) {
	head, rule := "| packages | with AWS |", "| ---: | ---: |"
	first := records[0].Results
	for i, r := range first {
		head, rule = head+" "+r.Tool+", s |", rule+" ---: |"
		if i < generatedRuns {
			head, rule = head+" beyond the first, ms |", rule+" ---: |"
		}
	}
	fmt.Fprintf(w, "%s\n%s\n", head, rule)
	for _, rec := range records {
		fmt.Fprintf(w, "| %d | %d |", rec.Module.Packages, rec.Module.AWS)
		for i, r := range rec.Results {
			fmt.Fprintf(w, " %.3f |", median(r.Wall))
			if i < generatedRuns {
				fmt.Fprintf(w, " %+.0f |", 1000*median(differences(r.Wall, first[i].Wall)))
			}
		}
		fmt.Fprintln(w)
	}
}

// differences returns xs[i] - ys[i].
func differences(xs, ys []float64) []float64 {
	var all []float64
	for i := range xs {
		all = append(all, xs[i]-ys[i])
	}
	return all
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

// seconds formats a time for readers: 17 ms, 1.4 s, 58 s, 3 min 56 s.
func seconds(s float64) string {
	switch {
	case s < 0.9995:
		return fmt.Sprintf("%.0f ms", 1000*s)
	case s < 9.95:
		return fmt.Sprintf("%.1f s", s)
	case s < 59.5:
		return fmt.Sprintf("%.0f s", s)
	}
	whole := int(s + 0.5)
	return fmt.Sprintf("%d min %d s", whole/60, whole%60)
}

// median returns the median of xs, which has at least one element.
func median(xs []float64) float64 {
	sorted := slices.Sorted(slices.Values(xs))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
