package cli

import (
	"errors"
	"flag"
	"fmt"
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

	// Set by parse.
	flags *flag.FlagSet
	options
	packages []string // package patterns or files
}

// A command is one thing that the program does.
type command struct {
	// name is the first argument: "rules". It is "" for the analysis, which needs no name, and
	// for what a flag asks for: "version". Then asked reports whether the flag is set.
	name  string
	flag  string
	asked func() bool

	usage []usageLine
	flags func(*flag.FlagSet) // adds the flags that run parses; nil if it takes the flags of an analysis
	words []string            // all possible arguments; nil if there is no such list
	run   func(args []string) (code int, err error)
}

// A usageLine is a way to call a command.
type usageLine struct{ args, about string }

// commands returns all commands in the order of the usage. If several flags ask for a command,
// the first here wins.
func (inv *invocation) commands() []command {
	rules, upgrade := new(rulesOptions), new(upgradeOptions)
	all := []command{
		{
			usage: []usageLine{
				{"[flags] [packages]", "analyze packages (default .)"},
				{"[flags] file.go...", "analyze the packages that files belong to"},
			},
			run: func([]string) (int, error) { return inv.analyze() },
		},
		{
			name:  "check",
			usage: []usageLine{{"[flags] [packages]", "the same"}},
			run:   func([]string) (int, error) { return inv.analyze() },
		},
		{
			name:  "config",
			usage: []usageLine{{"[flags]", "print which settings hold, and where from"}},
			run:   func([]string) (int, error) { return program.Clean, inv.printConfig(inv.stdout) },
		},
		{
			name: "errors",
			usage: []usageLine{
				{"s3.HeadObject [-json]", "print what an operation, or a service, can return"},
				{"s3 -what notfound", "print which errors mean that"},
				{"-code AccessDenied", "print which services send a code"},
				{"diff sqs@v1.46.6 v1.52.10", "print what an upgrade changes in what can be matched"},
				{"handle s3.GetObject", "print Go code that handles what matters"},
			},
			flags: new(errorscmd.Options).Register,
			run:   func(args []string) (int, error) { return errorscmd.Run(args, inv.stdout, inv.stderr), nil },
		},
		{
			name:  "upgrade",
			usage: []usageLine{{"[-to sqs@v1.52.10] [packages]", "report matches that an upgrade of the SDK changes"}},
			flags: upgrade.register,
			run:   func(args []string) (int, error) { return inv.runUpgrade(args, upgrade) },
		},
		{
			name:  "lsp",
			usage: []usageLine{{"[flags]", "show findings, fixes and errors of operations in an editor: a language server"}},
			flags: inv.registerServer,
			run:   inv.serve,
		},
		{
			name:  "rules",
			usage: []usageLine{{"[-json]", "list the rules"}},
			flags: rules.register,
			run:   func(args []string) (int, error) { return program.Clean, inv.listRules(args, rules) },
		},
		{
			name:  "cache",
			usage: []usageLine{{"info|clean", "tell how much the cache of results holds, or remove it"}},
			flags: func(*flag.FlagSet) {},
			words: []string{"clean", "info"},
			run:   func(args []string) (int, error) { return program.Clean, inv.manageCache(args) },
		},
		{
			name:  "completion",
			usage: []usageLine{{"bash|zsh|fish", "print a script that completes arguments in a shell"}},
			flags: func(*flag.FlagSet) {},
			words: []string{"bash", "zsh", "fish"},
			run:   func(args []string) (int, error) { return program.Clean, inv.printCompletion(args) },
		},
		{
			name:  "help",
			usage: []usageLine{{"[command|rule]", "print this, how to call a command, or the page of a rule"}},
			flags: func(*flag.FlagSet) {},
			run:   inv.help,
		},
		{
			name:  "version",
			usage: []usageLine{{"", "print the version"}},
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
	for i := range all {
		if all[i].name == "help" {
			all[i].words = slices.Concat(commandNames(all), inv.RuleNames(), []string{inv.Directives.Name})
		}
	}
	return all
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
		return program.Clean, inv.printUsage(inv.stdout)
	case err != nil:
		return program.Failed, err
	}
	if i := slices.IndexFunc(commands, func(c command) bool { return c.asked != nil && c.asked() }); i >= 0 {
		cmd = commands[i]
	} else if late, _ := find(commands, inv.packages); cmd.name == "" && late.name != "" { // "errors" is a package as well, but not one to look for AWS in
		return program.Failed, fmt.Errorf("the command %s stands before all flags: %s %[1]s", late.name, program.Name)
	}
	return cmd.run(nil)
}

// find returns the command that the first of args names and the other args, or the command without
// a name and all args.
func find(commands []command, args []string) (command, []string) {
	if len(args) > 0 && args[0] != "" {
		if i := slices.IndexFunc(commands, func(c command) bool { return c.name == args[0] }); i >= 0 {
			return commands[i], args[1:]
		}
	}
	i := slices.IndexFunc(commands, func(c command) bool { return c.name == "" && c.flag == "" })
	return commands[i], args
}

// commandNames returns the names of commands, sorted.
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
