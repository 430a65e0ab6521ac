package cli

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/program"
)

// printSummary prints the number of findings of each rule, how many of them can be fixed, and the
// command that fixes them; and how many are not shown. With -fix, the remaining findings cannot be
// fixed.
func (inv *invocation) printSummary(w io.Writer, res *result) {
	if len(res.Findings) > 0 {
		inv.printCounts(w, res.Findings)
	}
	if res.hidden > 0 {
		fmt.Fprintf(w, "\n%d of severity info not shown: %s -all%s\n", res.hidden, program.Name, quoteArgs(inv.args))
	}
}

func (inv *invocation) printCounts(w io.Writer, findings []finding.Finding) {
	all, fixable := make(map[string]int), make(map[string]int) // by rule
	fixes := 0
	for _, f := range findings {
		all[f.Rule]++
		if len(f.Fixes) > 0 && !inv.fix {
			fixable[f.Rule]++
			fixes++
		}
	}
	rules := slices.SortedFunc(maps.Keys(all), func(x, y string) int {
		return cmp.Or(cmp.Compare(all[y], all[x]), cmp.Compare(x, y))
	})
	fmt.Fprint(w, "\nFindings by rule:\n")
	for _, rule := range rules {
		line := fmt.Sprintf("%6d  %-20s", all[rule], rule)
		if n := fixable[rule]; n > 0 {
			line += fmt.Sprintf("%d can be fixed", n)
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
	if fixes > 0 {
		fmt.Fprintf(w, "%d of %d can be fixed: %s -fix%s\n", fixes, len(findings), program.Name, quoteArgs(inv.args))
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
