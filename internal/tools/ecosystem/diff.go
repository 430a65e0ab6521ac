package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// changedLines returns the lines that differ between two texts, each after its - or +.
func changedLines(before, after []byte) []string {
	var lines []string
	for i, line := range strings.Split(string(diff.Diff("before", before, "after", after)), "\n") {
		// Skip the header of three lines, hunk headers, and lines that both have.
		if i >= 3 && (strings.HasPrefix(line, "-") || strings.HasPrefix(line, "+")) {
			lines = append(lines, line)
		}
	}
	return lines
}

// printDiff prints, by module, how findings changed since before, which is called name, and how many
// came and went by rule. It returns whether none did.
func printDiff(out io.Writer, name string, before, after findingsFile, messages bool) (same bool, err error) {
	old := make(map[string]section)
	for _, s := range before {
		old[s.name()] = s
	}
	var b bytes.Buffer
	came, went := make(map[string]int), make(map[string]int)
	print := func(name string, oldText, newText []byte) {
		lines := changedLines(oldText, newText)
		if len(lines) == 0 {
			return
		}
		fmt.Fprintf(&b, "\n%s\n", name)
		for _, line := range lines {
			fmt.Fprintln(&b, line)
			count(line, came, went)
		}
	}
	for _, s := range after {
		var text []byte
		if o, ok := old[s.name()]; ok {
			text = o.format(messages)
			delete(old, s.name())
		}
		print(s.name(), text, s.format(messages))
	}
	for _, name := range slices.Sorted(maps.Keys(old)) {
		print(name, old[name].format(messages), nil)
	}
	if b.Len() == 0 {
		_, err := fmt.Fprintf(out, "No finding changed since %s.\n\n", name)
		return true, err
	}
	_, err = fmt.Fprintf(out, "Findings changed since %s:\n%s\n%s\n\n", name, &b, summary(came, went))
	return false, err
}

// count counts a line of a diff by its rule. Other lines are headers.
func count(line string, came, went map[string]int) {
	indented, ok := strings.CutPrefix(line[1:], "\t")
	if !ok {
		return
	}
	f, err := parseFinding(indented)
	if err != nil {
		return
	}
	if line[0] == '+' {
		came[f.rule]++
	} else {
		went[f.rule]++
	}
}

// summary returns how many findings came and went by rule.
func summary(came, went map[string]int) string {
	rules := maps.Clone(came)
	maps.Copy(rules, went)
	if len(rules) == 0 {
		return "no finding as such, but what was analyzed"
	}
	var parts []string
	for _, rule := range slices.Sorted(maps.Keys(rules)) {
		part := rule
		if went[rule] > 0 {
			part += fmt.Sprintf(" -%d", went[rule])
		}
		if came[rule] > 0 {
			part += fmt.Sprintf(" +%d", came[rule])
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

// disagreement returns the lines that only one of the drivers has.
func (r *row) disagreement() []string {
	if r.vet == nil {
		return nil
	}
	// Compare only findings, not whether everything could be analyzed.
	standalone := section{findings: r.tool.findings}
	vet := section{findings: r.vet.findings}
	return changedLines(standalone.format(true), vet.format(true))
}

// printDisagreements prints where the two drivers differ. It returns whether they agree, in modules
// that both could analyze.
func printDisagreements(out io.Writer, rows []*row) (agree bool) {
	agree = true
	head := "Drivers disagree (- is only found by awserrlint itself, + only under go vet):\n"
	for _, r := range rows {
		lines := r.disagreement()
		if len(lines) == 0 {
			continue
		}
		note := ""
		if r.comparable() {
			agree = false
		} else {
			note = " (does not count, since not all of it could be loaded)"
		}
		fmt.Fprintf(out, "%s\n%s%s\n%s\n", head, r.Name(), note, strings.Join(lines, "\n"))
		head = ""
	}
	if head == "" {
		fmt.Fprintln(out)
	}
	return agree
}
