package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"text/tabwriter"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/scope"
)

// printConfig prints the settings for each selection, in the form of .awserrlint.yml, and where
// each is set.
func (inv *invocation) printConfig(out io.Writer) error {
	sc, err := scope.Select(context.Background(), inv.dir, inv.tags, inv.packages)
	if err != nil {
		return err
	}
	if len(sc.Selections) == 0 {
		sc.Selections = []scope.Selection{{Settings: inv.dir}} // there is no module, but there may be settings
	}
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	for _, s := range sc.Selections {
		if err := config.Apply(inv.Set, inv.flags, s.Settings); err != nil {
			return err
		}
		if len(sc.Selections) > 1 {
			fmt.Fprintf(w, "# %s\n", s)
		}
		enabled, err := inv.Enabled()
		if err != nil {
			return err
		}
		for _, name := range inv.Names() {
			value := inv.flags.Lookup(name).Value.String()
			switch {
			case name == "rules":
				continue // each rule is listed
			case inv.Rule(name) != nil:
				value = strconv.FormatBool(slices.Contains(enabled, inv.Rule(name).Analyzer))
			}
			fmt.Fprintf(w, "%s: %s\t# %s\n", name, cmp.Or(value, `""`), inv.Origin(name))
		}
	}
	return w.Flush()
}
