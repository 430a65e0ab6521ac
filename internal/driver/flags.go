package driver

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
)

// parse reads the command line. The error is flag.ErrHelp where help is asked for.
func (c *command) parse(args []string) error {
	c.args = args
	c.flags = flag.NewFlagSet(program, flag.ContinueOnError)
	c.flags.SetOutput(io.Discard) // the caller says what is wrong, in one line
	dir := c.flags.String("C", "", "change to `dir` before anything else")
	c.flags.StringVar(&c.tags, "tags", "", "also set these build `tags`, separated by commas")
	c.flags.BoolVar(&c.fix, "fix", false, "apply the fixes, and report what remains")
	c.flags.BoolVar(&c.diff, "diff", false, "print what -fix would change, and change nothing")
	c.flags.StringVar(&c.explain, "explain", "", "print the page of a `rule`")
	c.flags.BoolVar(&c.showVersion, "version", false, "print the version")
	c.format = formats[0]
	c.flags.Func("format", "print findings as `form`: "+formatNames()+" (default text)", func(name string) error {
		i := slices.IndexFunc(formats, func(f outputFormat) bool { return f.name == name })
		if i < 0 {
			return fmt.Errorf("want one of %s", formatNames())
		}
		c.format = formats[i]
		return nil
	})
	c.Register(c.flags)

	if c.showConfig = len(args) > 0 && args[0] == "config"; c.showConfig {
		args = args[1:]
	}
	if err := c.flags.Parse(args); err != nil {
		return flagError(err)
	}
	args = c.flags.Args()
	if i := slices.IndexFunc(args, func(p string) bool { return strings.HasPrefix(p, "-") }); i >= 0 {
		return fmt.Errorf("flag %s comes after a package: flags go first", args[i])
	}
	var err error
	c.targets, err = targets(*dir, c.tags, args)
	return err
}

// flagError returns err in the words of this program.
func flagError(err error) error {
	if name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: "); ok {
		return fmt.Errorf("unknown flag %s: %s -h lists the flags", name, program)
	}
	return err
}

// isSet returns the value of a flag that an analyzer declares, false where none
// does.
func isSet(flags *flag.FlagSet, name string) bool {
	f := flags.Lookup(name)
	return f != nil && f.Value.String() == "true"
}
