package cli

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/fatih/color"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/option"
	"github.com/awserrlint/awserrlint/internal/program"
)

// options are the values of all flags except those of rules.
type options struct {
	dir, tags string
	outputs   outputs
	color     *option.Choice
	fix, diff bool
	x         bool
	noCache   bool
	explain   string
	version   bool
	config    string // a file of settings, "" for the one of each module
	onlyNew
}

// register adds the flags of an analysis to flags.
func (inv *invocation) register(flags *flag.FlagSet) {
	flags.StringVar(&inv.dir, "C", "", "change to `dir` before anything else")
	flags.StringVar(&inv.config, "config", "", "take the settings from `file`, in place of "+config.Name+" of each module")
	inv.onlyNew.register(flags)
	flags.BoolVar(&inv.fix, "fix", false, "apply the fixes, and report what remains")
	flags.BoolVar(&inv.diff, "diff", false, "print what -fix would change, and change nothing")
	flags.BoolVar(&inv.x, "x", false, "print each step of the load and its time on standard error")
	flags.StringVar(&inv.explain, "explain", "", "print the page of a `rule`")
	flags.BoolVar(&inv.version, "version", false, "print the version")
	inv.outputs.register(flags)
	inv.color = option.NewChoice("auto", "always", "never")
	flags.Var(inv.color, "color", "color standard output: `auto`, always or never (default auto)")
	inv.registerShared(flags)
}

// registerShared adds the flags that an analysis has wherever its findings are shown.
func (inv *invocation) registerShared(flags *flag.FlagSet) {
	flags.StringVar(&inv.tags, "tags", "", "also set these build `tags`, separated by commas")
	flags.Func("cache", "keep results for the next run: `on` or off (default on)", func(value string) error {
		if value != "on" && value != "off" {
			return errors.New("want on or off")
		}
		inv.noCache = value == "off"
		return nil
	})
	inv.Register(flags)
}

// parse reads the command line of an analysis. It returns flag.ErrHelp for -h.
func (inv *invocation) parse(args []string) error {
	inv.flags = program.NewFlagSet()
	inv.register(inv.flags)
	if err := program.Parse(inv.flags, args); err != nil {
		return err
	}
	color.NoColor = !inv.colors()
	for _, t := range inv.outputs {
		if inv.diff && t.file != "" {
			return fmt.Errorf("-diff prints a patch, and writes no %s", t.Name)
		}
	}
	args = inv.flags.Args()
	if i := slices.IndexFunc(args, func(p string) bool { return strings.HasPrefix(p, "-") }); i >= 0 {
		return fmt.Errorf("flag %s comes after a package: flags go first", args[i])
	}
	inv.packages = args
	return inv.onlyNew.check(inv.options)
}
