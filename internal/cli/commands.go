package cli

import (
	"errors"
	"flag"
	"os"
	"slices"

	"github.com/awserrlint/awserrlint/internal/errorscmd"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// An invocation is one run of the program with its arguments.
type invocation struct {
	*ruleset.Set
	stdout, stderr *os.File
	args           []string

	// What parse finds.
	flags *flag.FlagSet
	options
	targets []target
}

// A command is something that the program does.
type command struct {
	// name is the first argument. What is done where that is no name has none itself; what
	// is done for a flag instead has the flag, and asked says whether it is set.
	name  string
	flag  string
	asked func() bool

	usage []usageLine
	flags func(*flag.FlagSet) // its own, which it parses; nil for those of an analysis
	words []string            // that its arguments can be; nil where that is no list
	run   func(args []string) (code int, err error)
}

// A usageLine is a way to call a command.
type usageLine struct{ args, about string }

// commands are all there are, in the order of the usage. What flags ask for comes before
// what else is asked, the first of them first.
func (inv *invocation) commands() []command {
	rules := new(rulesOptions)
	return []command{
		{
			usage: []usageLine{
				{"[flags] [packages]", "analyze packages (default .)"},
				{"[flags] file.go...", "analyze the packages that files belong to"},
			},
			run: func([]string) (int, error) { return inv.analyze() },
		},
		{
			name:  "config",
			usage: []usageLine{{"[flags]", "print which settings hold, and where from"}},
			run:   func([]string) (int, error) { return program.Clean, inv.printConfig(inv.stdout) },
		},
		{
			name:  "errors",
			usage: []usageLine{{"s3.HeadObject [-json]", "print what an operation, or a service, can return"}},
			flags: new(errorscmd.Options).Register,
			run:   func(args []string) (int, error) { return errorscmd.Run(args, inv.stdout, inv.stderr), nil },
		},
		{
			name:  "rules",
			usage: []usageLine{{"[-json]", "list the rules"}},
			flags: rules.register,
			run:   func(args []string) (int, error) { return program.Clean, inv.listRules(args, rules) },
		},
		{
			name:  "completion",
			usage: []usageLine{{"bash|zsh|fish", "print a script that completes arguments in a shell"}},
			flags: func(*flag.FlagSet) {},
			words: []string{"bash", "zsh", "fish"},
			run:   func(args []string) (int, error) { return program.Clean, inv.printCompletion(args) },
		},
		{
			flag:  "version",
			asked: func() bool { return inv.version },
			run:   func([]string) (int, error) { return program.Clean, printVersion(inv.stdout) },
		},
		{
			flag:  "explain",
			asked: func() bool { return inv.explain != "" },
			run:   func([]string) (int, error) { return program.Clean, inv.printPage(inv.stdout, inv.explain) },
		},
	}
}

// run does what the arguments ask for and returns the exit code.
func (inv *invocation) run() (int, error) {
	commands := inv.commands()
	cmd, args := find(commands, inv.args)
	if cmd.flags != nil {
		return cmd.run(args)
	}
	switch err := inv.parse(args); {
	case errors.Is(err, flag.ErrHelp):
		inv.printUsage(inv.stdout)
		return program.Clean, nil
	case err != nil:
		return program.Failed, err
	}
	if i := slices.IndexFunc(commands, func(c command) bool { return c.asked != nil && c.asked() }); i >= 0 {
		cmd = commands[i]
	}
	return cmd.run(nil)
}

// find returns the command that args name, or else the one without a name, and what is left
// of args.
func find(commands []command, args []string) (command, []string) {
	if len(args) > 0 && args[0] != "" {
		if i := slices.IndexFunc(commands, func(c command) bool { return c.name == args[0] }); i >= 0 {
			return commands[i], args[1:]
		}
	}
	i := slices.IndexFunc(commands, func(c command) bool { return c.name == "" && c.flag == "" })
	return commands[i], args
}

// commandNames returns the names of commands in order.
func commandNames(commands []command) []string {
	var names []string
	for _, c := range commands {
		if c.name != "" {
			names = append(names, c.name)
		}
	}
	slices.Sort(names)
	return names
}
