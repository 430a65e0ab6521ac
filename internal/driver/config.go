package driver

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/awserrlint/awserrlint/internal/config"
)

// configure makes the settings hold that the module has which dir belongs to. Flags on
// the command line take precedence.
func (s *suite) configure(flags *flag.FlagSet, dir string) error {
	settings, err := config.Load(dir)
	if err != nil {
		return err
	}
	return s.Apply(flags, settings)
}

// printConfig prints the settings that hold for each target, in the form of the file,
// and where they come from.
func (c *command) printConfig(out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	for _, t := range c.targets {
		if err := c.configure(c.flags, t.dir); err != nil {
			return err
		}
		enabled, err := c.Enabled()
		if err != nil {
			return err
		}
		for _, name := range c.Names() {
			value := c.flags.Lookup(name).Value.String()
			rule, isSeverity := strings.CutSuffix(name, ".severity")
			switch {
			case name == "rules":
				continue // each rule is listed
			case isSeverity:
				value = string(c.severity(c.Rule(rule).Analyzer))
			case c.Rule(name) != nil:
				value = strconv.FormatBool(slices.Contains(enabled, c.Rule(name).Analyzer))
			}
			fmt.Fprintf(w, "%s: %s\t# %s\n", name, cmp.Or(value, `""`), c.Origin(name))
		}
	}
	return w.Flush()
}
