package driver

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"strings"
)

// Scripts for shells, generated once from the flags: a library that answers each key from
// the program itself would make that start each time.
var (
	//go:embed completion.bash
	bashCompletion string
	//go:embed completion.zsh
	zshCompletion string
)

// subcommands are what the first argument can be besides packages and flags.
var subcommands = []string{"completion", "config", "errors", "rules"}

// runCompletion prints a script by which a shell completes the arguments of the command.
func (c *command) runCompletion(args []string) error {
	shells := map[string]func() string{"bash": c.bash, "zsh": c.zsh, "fish": c.fish}
	if len(args) != 1 || shells[args[0]] == nil {
		return fmt.Errorf("want a shell: %s completion bash, zsh or fish", program)
	}
	if err := c.parse(nil); err != nil {
		return err
	}
	_, err := io.WriteString(c.stdout, shells[args[0]]())
	return err
}

// bash returns the script for bash.
func (c *command) bash() string {
	var flags []string
	c.flags.VisitAll(func(f *flag.Flag) { flags = append(flags, "-"+f.Name) })
	return strings.NewReplacer(
		"@FLAGS@", strings.Join(flags, " "),
		"@RULES@", strings.Join(c.ruleNames(), " "),
		"@FORMATS@", strings.ReplaceAll(formatNames(), ",", ""),
		"@SUBCOMMANDS@", strings.Join(subcommands, " "),
	).Replace(bashCompletion)
}

// zsh returns the script for zsh.
func (c *command) zsh() string {
	escape := strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, ":", `\:`, "'", `'\''`)
	var specs []string
	c.flags.VisitAll(func(f *flag.Flag) {
		arg, usage := flag.UnquoteUsage(f)
		spec := fmt.Sprintf("-%s[%s]", f.Name, escape.Replace(usage))
		if arg != "" {
			spec = fmt.Sprintf("-%s=[%s]:%s:", f.Name, escape.Replace(usage), arg)
			if f.Name == "C" {
				spec += "_files -/"
			} else if values := c.values(f); values != nil {
				spec += "(" + strings.Join(values, " ") + ")"
			}
		}
		specs = append(specs, "\t\t'"+spec+"' \\\n")
	})
	return strings.NewReplacer(
		"@SPECS@", strings.Join(specs, ""),
		"@SUBCOMMANDS@", strings.Join(subcommands, " "),
	).Replace(zshCompletion)
}

// fish returns the script for fish.
func (c *command) fish() string {
	var b strings.Builder
	quote := strings.NewReplacer(`\`, `\\`, "'", `\'`)
	fmt.Fprintf(&b, "# fish completion of %[1]s: %[1]s completion fish | source\n", program)
	fmt.Fprintf(&b, "complete -c %s -n __fish_use_subcommand -a '%s'\n", program, strings.Join(subcommands, " "))
	fmt.Fprintf(&b, "complete -c %s -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'\n", program)
	c.flags.VisitAll(func(f *flag.Flag) {
		arg, usage := flag.UnquoteUsage(f)
		fmt.Fprintf(&b, "complete -c %s -o %s -d '%s'", program, f.Name, quote.Replace(usage))
		values := c.values(f)
		switch {
		case f.Name == "C":
			b.WriteString(" -xa '(__fish_complete_directories)'")
		case values != nil:
			fmt.Fprintf(&b, " -xa '%s'", strings.Join(values, " "))
		case arg != "":
			b.WriteString(" -x")
		}
		b.WriteByte('\n')
	})
	return b.String()
}

// values returns what the flag f can be set to, nil where that is no list.
func (c *command) values(f *flag.Flag) []string {
	switch {
	case f.Name == "explain" || f.Name == "rules":
		return c.ruleNames()
	case f.Name == "format":
		return strings.Split(formatNames(), ", ")
	case strings.HasSuffix(f.Name, ".severity"):
		return []string{string(severityError), string(severityWarning), string(severityInfo)}
	}
	return nil
}

func (c *command) ruleNames() []string {
	var names []string
	for _, r := range c.Rules {
		names = append(names, r.Analyzer.Name)
	}
	return names
}
