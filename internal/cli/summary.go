package cli

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/output"
	"github.com/awserrlint/awserrlint/internal/program"
)

// printSummary says what res comes to: in a table below findings that are shown on a terminal, in a
// line on standard error where people read the log, and not at all where there is nothing to say or
// a program reads standard output.
func (inv *invocation) printSummary(res *result) {
	switch t, ok := inv.outputs.stdout(); {
	case ok && !t.Read:
	case ok && output.IsTerminal(inv.stdout):
		inv.printTable(inv.stdout, res)
	case len(res.Findings) > 0:
		fmt.Fprintf(inv.stderr, "%s: %s\n", program.Name, inv.summary(res))
	}
}

// summary returns what was found in one line.
func (inv *invocation) summary(res *result) string {
	var severities []string
	for _, s := range finding.Severities() {
		n := 0
		for _, f := range res.Findings {
			if f.Severity == s {
				n++
			}
		}
		if n > 0 {
			severities = append(severities, counted(n, string(s)))
		}
	}
	line := fmt.Sprintf("%s (%s)", counted(len(res.Findings), "finding"), strings.Join(severities, ", "))
	if n := inv.fixable(res.Findings); n > 0 {
		line += fmt.Sprintf(", %d can be fixed with -fix", n)
	}
	if n := len(res.hidden); n > 0 {
		line += fmt.Sprintf("; %s hidden: -all shows them", counted(n, "info"))
	}
	return line
}

// fixable returns how many of findings -fix would repair. With -fix, none of those that are left.
func (inv *invocation) fixable(findings []finding.Finding) int {
	n := 0
	for _, f := range findings {
		if len(f.Fixes) > 0 && !inv.fix {
			n++
		}
	}
	return n
}

// counted returns "1 file" or "2 files".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// printTable prints the number of findings of each rule, how many of them can be fixed, and the
// command that fixes them; and how many are not shown.
func (inv *invocation) printTable(w io.Writer, res *result) {
	switch {
	case len(res.Findings) > 0:
		inv.printCounts(w, res.Findings)
	case len(res.Problems) > 0: // which say that not all was looked at
	case res.analyzed == 0:
		fmt.Fprintf(w, "no findings in %s: nothing in there uses AWS\n", counted(res.matched, "package"))
	default:
		fmt.Fprintf(w, "no findings in %s\n", counted(res.matched, "package"))
	}
	if n := len(res.hidden); n > 0 {
		fmt.Fprintf(w, "\n%d of severity info not shown: %s -all%s\n", n, program.Name, quoteArgs(inv.args))
	}
}

func (inv *invocation) printCounts(w io.Writer, findings []finding.Finding) {
	all := make(map[string][]finding.Finding) // by rule
	for _, f := range findings {
		all[f.Rule] = append(all[f.Rule], f)
	}
	rules := slices.SortedFunc(maps.Keys(all), func(x, y string) int {
		return cmp.Or(cmp.Compare(len(all[y]), len(all[x])), cmp.Compare(x, y))
	})
	fmt.Fprint(w, "\nFindings by rule:\n")
	for _, rule := range rules {
		line := fmt.Sprintf("%6d  %-20s", len(all[rule]), rule)
		if n := inv.fixable(all[rule]); n > 0 {
			line += fmt.Sprintf("%d can be fixed", n)
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
	if n := inv.fixable(findings); n > 0 {
		fmt.Fprintf(w, "%d of %d can be fixed: %s -fix%s\n", n, len(findings), program.Name, quoteArgs(inv.args))
	}
}

// quoteArgs returns args quoted for a shell, each after a space.
func quoteArgs(args []string) string {
	var words strings.Builder
	for _, arg := range args {
		if arg == "" || strings.ContainsAny(arg, " \t\n\"'`$&|;<>()*?[]{}~#\\!") {
			arg = "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
		}
		words.WriteString(" " + arg)
	}
	return words.String()
}
