package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A column is a heading and its cells.
type column struct {
	head  string
	cell  func(r *row) string
	total string
}

// printTable prints a row for each module and one for the total. Ratios are those of the tool to the
// base, if there is one.
func printTable(out io.Writer, rows []*row, withBase, withVet bool) error {
	columns := slices.Concat(findingColumns(rows, withVet), costColumns(rows, withBase, withVet), stateColumns(rows))
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	line := func(name string, cell func(c column) string) {
		cells := []string{name}
		for _, c := range columns {
			cells = append(cells, cell(c))
		}
		fmt.Fprintln(w, strings.Join(cells, "\t"))
	}
	line("module", func(c column) string { return c.head })
	for _, r := range rows {
		line(r.Name(), func(c column) string { return c.cell(r) })
	}
	line(fmt.Sprintf("%d modules", len(rows)), func(c column) string { return c.total })
	return w.Flush()
}

func findingColumns(rows []*row, withVet bool) []column {
	number := func(head string, n func(r *row) int) column {
		cell := func(r *row) string { return fmt.Sprint(n(r)) }
		return column{head, cell, fmt.Sprint(sum(rows, n))}
	}
	columns := []column{number("findings", func(r *row) int { return len(r.tool.findings) })}
	if withVet {
		columns = append(columns,
			number("go vet", func(r *row) int { return len(r.vet.findings) }),
			number("disagree", func(r *row) int { return len(r.disagreement()) }))
	}
	return columns
}

// costColumns returns the columns for time and memory.
func costColumns(rows []*row, withBase, withVet bool) []column {
	measures := []struct {
		head  string
		form  string
		value func(c checkout.Cost) float64
		total func(all []float64) float64
	}{
		{"wall s", "%.2f", func(c checkout.Cost) float64 { return c.Wall.Seconds() }, total},
		{"CPU s", "%.2f", func(c checkout.Cost) float64 { return c.CPU.Seconds() }, total},
		{"MiB", "%.0f", func(c checkout.Cost) float64 { return float64(c.Memory) / (1 << 20) }, slices.Max[[]float64]},
	}
	var columns []column
	for _, m := range measures {
		var tools, bases []float64
		for _, r := range rows {
			tools = append(tools, median(values(r.tool.costs, m.value)))
			bases = append(bases, median(values(r.base.costs, m.value)))
		}
		columns = append(columns, column{
			m.head,
			func(r *row) string { return fmt.Sprintf(m.form, median(values(r.tool.costs, m.value))) },
			fmt.Sprintf(m.form, m.total(tools)),
		})
		if withBase {
			columns = append(columns, column{
				"ratio",
				func(r *row) string { return ratio(values(r.tool.costs, m.value), values(r.base.costs, m.value)) },
				ratio([]float64{m.total(tools)}, []float64{m.total(bases)}),
			})
		}
	}
	if withVet {
		wall := func(r *row) time.Duration { return r.vet.costs[0].Wall }
		columns = append(columns, column{
			"go vet s",
			func(r *row) string { return fmt.Sprintf("%.2f", wall(r).Seconds()) },
			fmt.Sprintf("%.2f", sum(rows, wall).Seconds()),
		})
	}
	return columns
}

// stateColumns returns the columns for what went wrong.
func stateColumns(rows []*row) []column {
	exit := func(r *row) string { return fmt.Sprint(r.tool.exit) }
	columns := []column{{"exit", exit, ""}}
	if slices.ContainsFunc(rows, func(r *row) bool { return r.fix != nil }) {
		columns = append(columns, column{"fix", func(r *row) string { return r.fix.summary() }, ""})
	}
	return append(columns, column{"first problem", firstProblem, ""})
}

// firstProblem returns the beginning of the first problem of r.
func firstProblem(r *row) string {
	problem := ""
	switch {
	case len(r.tool.problems) > 0:
		problem = r.tool.problems[0]
	case r.vet != nil && len(r.vet.problems) > 0:
		problem = fmt.Sprintf("go vet (exit %d): %s", r.vet.exit, r.vet.problems[0])
	}
	return shortened(problem)
}

// shortened returns the beginning of the first line of text, as a cell of a table.
func shortened(text string) string {
	const limit = 100
	text, _, _ = strings.Cut(text, "\n")
	text = strings.ReplaceAll(text, "\t", " ")
	if runes := []rune(text); len(runes) > limit {
		text = string(runes[:limit]) + "..."
	}
	return text
}

func values(costs []checkout.Cost, value func(c checkout.Cost) float64) []float64 {
	var all []float64
	for _, c := range costs {
		all = append(all, value(c))
	}
	return all
}

func sum[T cmp.Ordered](rows []*row, value func(r *row) T) T {
	var s T
	for _, r := range rows {
		s += value(r)
	}
	return s
}

func total(xs []float64) float64 {
	var s float64
	for _, x := range xs {
		s += x
	}
	return s
}

// ratio returns the median of tool[i] / base[i].
func ratio(tool, base []float64) string {
	var ratios []float64
	for i := range tool {
		if base[i] == 0 {
			return "-"
		}
		ratios = append(ratios, tool[i]/base[i])
	}
	return fmt.Sprintf("%.2f", median(ratios))
}

// median returns the median of xs, and 0 if there are none.
func median(xs []float64) float64 {
	n := len(xs)
	if n == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(xs))
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
