package main

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A row of the table is what became of the mutants of an operator.
type row struct {
	operator, rules                              string
	mutants, found, infos, mended, broken, noFix int
}

// A table has a row for each operator that planted something.
type table struct {
	checkouts []checkout.Checkout
	limit     int // of mutants of an operator in a module, 0 if there was none
	rows      []*row
	origins   map[origin]*row
	skipped   map[string]string // why modules were left out, by their names
	noise     int
	invalid   int
}

func newTable(o *options) *table {
	return &table{checkouts: o.checkouts, limit: o.limit, origins: make(map[origin]*row), skipped: make(map[string]string)}
}

// add adds the results of a trial.
func (t *table) add(trial *trial) {
	if trial.skipped != "" {
		t.skipped[trial.module.Name()] = trial.skipped
	}
	t.noise += trial.noise
	for _, m := range trial.mutants {
		i := slices.IndexFunc(t.rows, func(r *row) bool { return r.operator == m.operator.name })
		if i < 0 {
			i = len(t.rows)
			t.rows = append(t.rows, &row{operator: m.operator.name, rules: strings.Join(m.operator.rules, ", ")})
		}
		if t.origins[m.origin] == nil {
			t.origins[m.origin] = &row{operator: string(m.origin)}
		}
		t.rows[i].count(m)
		t.origins[m.origin].count(m)
	}
	order := operators()
	slices.SortFunc(t.rows, func(a, b *row) int { return indexOf(order, a.operator) - indexOf(order, b.operator) })
}

func indexOf(order []*operator, name string) int {
	return slices.IndexFunc(order, func(op *operator) bool { return op.name == name })
}

func (r *row) count(m *mutant) {
	r.mutants++
	switch m.result.is {
	case found:
		r.found++
	case info:
		r.infos++
	}
	switch {
	case m.result.fix == mended:
		r.mended++
	case m.result.fix == broken:
		r.broken++
	case m.result.is == found:
		r.noFix++
	}
}

// sum returns the sum of rows.
func sum(rows []*row) *row {
	all := &row{operator: "all"}
	for _, r := range rows {
		all.mutants += r.mutants
		all.found += r.found
		all.infos += r.infos
		all.mended += r.mended
		all.broken += r.broken
		all.noFix += r.noFix
	}
	return all
}

func (t *table) broken() int { return sum(t.rows).broken }

// cells returns the numbers of a row: mutants, found, infos, not found, mended, without a fix, broken.
func (r *row) cells() []int {
	return []int{r.mutants, r.found, r.infos, r.mutants - r.found - r.infos, r.mended, r.noFix, r.broken}
}

const heads = "mutants\tfound\tinfo\tnot found\tmended\tno fix\tbroken"

// text returns the table as people read it.
func (t *table) text() string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "operator\trules\t"+heads)
	line := func(r *row) {
		fmt.Fprintf(w, "%s\t%s", r.operator, r.rules)
		for _, n := range r.cells() {
			fmt.Fprintf(w, "\t%d", n)
		}
		fmt.Fprintln(w)
	}
	for _, r := range t.rows {
		line(r)
	}
	line(sum(t.rows))
	for _, o := range []origin{direct, throughFunction, throughInterface, parameter, inHandler} {
		if r := t.origins[o]; r != nil {
			line(r)
		}
	}
	w.Flush()
	fmt.Fprintf(&b, "\n%d findings that no fault explains; %d modules left out.\n", t.noise, len(t.skipped))
	return b.String()
}

// recorded returns the table and what it was made of, with tabs between the fields of a line.
func (t *table) recorded() string {
	var b strings.Builder
	for _, c := range t.checkouts {
		fmt.Fprintf(&b, "repository\t%s\t%s\n", c.Repository, c.Commit)
	}
	for _, r := range t.rows {
		fmt.Fprintf(&b, "operator\t%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\n", r.operator, r.rules, r.mutants, r.found, r.infos, r.mended, r.noFix, r.broken)
	}
	fmt.Fprintf(&b, "noise\t%d\nlimit\t%d\n", t.noise, t.limit)
	return b.String()
}

// print prints a mutant if it is broken, or if flags ask for it.
func (t *trial) print(m *mutant) {
	r := m.result
	head := func(what string) {
		fmt.Fprintf(t.out, "%s %s %s:%d (%s) %s, %s\n", what, t.module.Name(), m.file, m.line, m.function, m.operator.name, m.origin)
	}
	original := functionText(t.sources[m.file], m.function)
	switch {
	case r.fix == broken:
		head("BROKEN")
		fmt.Fprintf(t.out, "%s%s%s\n", r.why, shortDiff(original, r.mutated), shortDiff(r.mutated, r.fixed))
	case r.is == missed && t.verbose:
		head("NOT FOUND")
		fmt.Fprintln(t.out, shortDiff(original, r.mutated))
	case r.fix == mended && t.fixes:
		head("MENDED")
		fmt.Fprintf(t.out, "%s: %s\n%s\n", r.rule, r.message, shortDiff(r.mutated, r.fixed))
	case r.is == invalid && t.verbose:
		head("INVALID")
		fmt.Fprintf(t.out, "%s\n\n", r.why)
	}
}

// shortDiff returns the hunks of the diff of two texts.
func shortDiff(before, after string) string {
	lines := strings.SplitAfter(string(diff.Diff("before", []byte(before+"\n"), "after", []byte(after+"\n"))), "\n")
	if len(lines) < 4 {
		return "(no change in the function)\n"
	}
	return strings.Join(lines[3:], "")
}
