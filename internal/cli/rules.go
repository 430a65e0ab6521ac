package cli

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"text/tabwriter"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/output"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// A jsonRule is a rule as "rules -json" prints it.
type jsonRule struct {
	Name     string           `json:"name"`
	Group    string           `json:"group,omitempty"`
	Severity finding.Severity `json:"severity"`
	Fixes    bool             `json:"fixes"`
	Title    string           `json:"title"`
	URL      string           `json:"url"`
}

// rulesOptions are the values of the flags of "rules".
type rulesOptions struct{ json bool }

func (o *rulesOptions) register(flags *flag.FlagSet) {
	flags.BoolVar(&o.json, "json", false, "print JSON")
}

// listRules prints all rules with their default severities.
func (inv *invocation) listRules(args []string, opts *rulesOptions) error {
	flags := program.NewFlagSet()
	opts.register(flags)
	if err := program.Parse(flags, args); errors.Is(err, flag.ErrHelp) {
		_, err := fmt.Fprintf(inv.stdout, "usage: %s rules [-json]\n\nLists the rules: name, group, severity, whether it fixes what it finds, and what that is.\n", program.Name)
		return err
	} else if err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("rules takes no argument: %s -explain %s prints the page of a rule", program.Name, flags.Arg(0))
	}
	if !opts.json {
		return inv.printRules(inv.stdout, inv.Pages())
	}
	var list []jsonRule
	for _, r := range inv.Pages() {
		list = append(list, jsonRule{r.Name, r.Group, inv.Severity(r.Name), r.Fixes, r.Doc.Compile().Title, r.URL})
	}
	return output.WriteJSON(inv.stdout, list)
}

// printRules prints a table of rules.
func (inv *invocation) printRules(out *os.File, rules []*rule.Rule) error {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "RULE\tGROUP\tSEVERITY\tFIXES\tFINDS")
	for _, r := range rules {
		fixes := ""
		if r.Fixes {
			fixes = "yes"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", r.Name, r.Group, inv.Severity(r.Name), fixes, r.Doc.Compile().Title)
	}
	return w.Flush()
}
