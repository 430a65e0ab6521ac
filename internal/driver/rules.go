package driver

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
)

// A jsonRule is a rule as "rules -json" lists it.
type jsonRule struct {
	Name     string   `json:"name"`
	Severity severity `json:"severity"`
	Fixes    bool     `json:"fixes"`
	Title    string   `json:"title"`
	URL      string   `json:"url"`
}

// runRules prints the rules there are, as they are without any setting.
func (c *command) runRules(args []string) error {
	flags := flag.NewFlagSet("rules", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	asJSON := flags.Bool("json", false, "print JSON")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		_, err := fmt.Fprintf(c.stdout, "usage: %s rules [-json]\n\nLists the rules: name, severity, whether it fixes what it finds, and what that is.\n", program)
		return err
	} else if err != nil {
		return flagError(err)
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("rules takes no argument: %s -explain %s prints the page of a rule", program, flags.Arg(0))
	}
	var list []jsonRule
	for _, r := range c.Rules {
		list = append(list, jsonRule{r.Analyzer.Name, c.severity(r.Analyzer), r.Fixes, r.Doc.Compile().Title, r.Analyzer.URL})
	}
	if *asJSON {
		return writeJSON(c.stdout, list)
	}
	return printRules(c.stdout, list)
}

// printRules prints list as a table.
func printRules(out *os.File, list []jsonRule) error {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "RULE\tSEVERITY\tFIXES\tFINDS")
	for _, r := range list {
		fixes := ""
		if r.Fixes {
			fixes = "yes"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r.Name, r.Severity, fixes, r.Title)
	}
	return w.Flush()
}
