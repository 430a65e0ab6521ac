package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"text/tabwriter"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/scope"
)

// scope returns what the arguments of the analysis name.
func (inv *invocation) scope(ctx context.Context) (*scope.Scope, error) {
	sc, err := scope.Select(ctx, inv.dir, inv.tags, inv.packages)
	if err == nil && inv.config != "" {
		sc.Unite()
	}
	return sc, err
}

// applySettings applies the settings that hold in the folder dir.
func (inv *invocation) applySettings(dir string) error {
	if inv.config == "" {
		return config.Apply(inv.Set, inv.flags, dir)
	}
	file, err := inv.abs(inv.config)
	if err != nil {
		return err
	}
	return config.ApplyFile(inv.Set, inv.flags, file)
}

// abs returns the absolute name of a file that the command line names, as seen from the folder of -C.
func (inv *invocation) abs(file string) (string, error) {
	if filepath.IsAbs(file) {
		return file, nil
	}
	return filepath.Abs(filepath.Join(inv.dir, file))
}

// printConfig prints the settings for each selection, in the form of .awserrlint.yml, and where
// each is set.
func (inv *invocation) printConfig(out io.Writer) error {
	sc, err := inv.scope(context.Background())
	if err != nil {
		return err
	}
	if len(sc.Selections) == 0 {
		sc.Selections = []scope.Selection{{Settings: inv.dir}} // there is no module, but there may be settings
	}
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	for _, s := range sc.Selections {
		if err := inv.applySettings(s.Settings); err != nil {
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
