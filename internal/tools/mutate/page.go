package main

import (
	"fmt"
	"strconv"
	"strings"
)

// A record is a table that -record has written.
type record struct {
	repositories []string // owner/name and commit, as the page shows them
	rows         []*row
	noise        int
	limit        int
}

// parseRecord parses what recorded returns.
func parseRecord(text string) (record, error) {
	var r record
	for line := range strings.Lines(text) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		var err error
		switch {
		case fields[0] == "repository" && len(fields) == 3:
			r.repositories = append(r.repositories, fields[1]+" "+fields[2])
		case fields[0] == "operator" && len(fields) == 9:
			row := &row{operator: fields[1], rules: fields[2]}
			for i, n := range []*int{&row.mutants, &row.found, &row.infos, &row.mended, &row.noFix, &row.broken} {
				var e error
				if *n, e = strconv.Atoi(fields[3+i]); e != nil {
					err = e
				}
			}
			r.rows = append(r.rows, row)
		case fields[0] == "noise" && len(fields) == 2:
			r.noise, err = strconv.Atoi(fields[1])
		case fields[0] == "limit" && len(fields) == 2:
			r.limit, err = strconv.Atoi(fields[1])
		default:
			err = fmt.Errorf("not a line of a record")
		}
		if err != nil {
			return r, fmt.Errorf("%q: %w", line, err)
		}
	}
	return r, nil
}

const pageHead = `# Faults that were planted

The question behind this page: if a real program had such a fault, would awserrlint find it, and would its fix hold? A command plants faults
of the kinds that people make in copies of real programs, one at one place, wherever the SDK is called: in functions that are as they
should be. Then it runs awserrlint, applies the fixes, and looks again.

` + "```sh" + `
go doc ./internal/tools/mutate                      # what is planted, and what is demanded
go run ./internal/tools/mutate -v -fixes CHECKOUT...  # print what is not found, and what is mended
` + "```" + `

A fault is *found* if a rule reports it in its function, *info* if it takes -all to see that, *mended* if the fix type-checks, is formatted, and
leaves nothing to find. Where a finding has *no fix*, none is offered. *Broken* fixes are those that do not hold. There must be none.

What is not found is mostly silent on purpose, see the pages of the rules. An error that is logged is not lost, though the program goes on. A
function may log its errors itself, or return others than those of AWS, which a program may well ignore. What stands behind an interface of the
program may be anything. A list whose length the input limits has one page.
`

// page returns the page about records, which have titles.
func page(titles []string, records []record) string {
	var b strings.Builder
	b.WriteString(pageHead)
	for i, r := range records {
		fmt.Fprintf(&b, "\n## %s\n\n", titles[i])
		b.WriteString("| fault | rules | planted | found | info | not found | mended | no fix | broken |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
		for _, row := range append(r.rows, sum(r.rows)) {
			fmt.Fprintf(&b, "| %s | %s |", row.operator, row.rules)
			for _, n := range row.cells() {
				fmt.Fprintf(&b, " %d |", n)
			}
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "\nAt most %d faults of each kind were planted in a module. Beside these, %d findings came that the faults should not lead to.\n\nRepositories:\n%s.\n",
			r.limit, r.noise, strings.Join(r.repositories, ",\n"))
	}
	return b.String()
}
