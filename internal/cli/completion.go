package cli

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/awserrlint/awserrlint/internal/option"
	"github.com/awserrlint/awserrlint/internal/program"
)

// The scripts hold all commands and flags, so that the shell need not start the program on each
// key, as with the usual libraries.
var (
	//go:embed completion.bash
	bashCompletion string
	//go:embed completion.zsh
	zshCompletion string
)

// printCompletion prints a script that completes the arguments of the program in a shell.
func (inv *invocation) printCompletion(args []string) error {
	shells := map[string]func() string{"bash": inv.bash, "zsh": inv.zsh, "fish": inv.fish}
	if len(args) != 1 || shells[args[0]] == nil {
		return fmt.Errorf("want a shell: %s completion bash, zsh or fish", program.Name)
	}
	_, err := io.WriteString(inv.stdout, shells[args[0]]())
	return err
}

// flagsOf returns the flags that register adds. register may be nil.
func flagsOf(register func(*flag.FlagSet)) []*flag.Flag {
	flags := program.NewFlagSet()
	if register != nil {
		register(flags)
	}
	var all []*flag.Flag
	flags.VisitAll(func(f *flag.Flag) { all = append(all, f) })
	return all
}

// bash returns the script for bash.
func (inv *invocation) bash() string {
	names := func(flags []*flag.Flag) string {
		var names []string
		for _, f := range flags {
			names = append(names, "-"+f.Name)
		}
		return strings.Join(names, " ")
	}
	commands := inv.commands()
	var words, flags strings.Builder
	for _, c := range commands {
		if c.words != nil {
			fmt.Fprintf(&words, "\t%s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")) ;;\n", c.name, strings.Join(c.words, " "))
		}
		if list := flagsOf(c.flags); len(list) > 0 {
			fmt.Fprintf(&flags, "if [[ $cur == -* && ${COMP_WORDS[1]} == %s ]]; then\n\t\t\tCOMPREPLY=($(compgen -W '%s' -- \"$cur\"))\n\t\tel", c.name, names(list))
		}
	}
	return strings.NewReplacer(
		"@FLAGS@", names(flagsOf(inv.register)),
		"@RULES@", strings.Join(inv.RuleNames(), " "),
		"@VALUES@", inv.bashValues(),
		"@COMMANDS@", strings.Join(commandNames(commands), " "),
		"@WORDS@", words.String(),
		"@COMMAND_FLAGS@", flags.String(),
	).Replace(bashCompletion)
}

// bashValues returns a case for each flag of an analysis, or of another command, that takes a file or one of
// some words.
func (inv *invocation) bashValues() string {
	var b strings.Builder
	flags := flagsOf(inv.register)
	for _, c := range inv.commands() {
		flags = append(flags, flagsOf(c.flags)...)
	}
	for _, f := range flags {
		if takesFile(f) {
			fmt.Fprintf(&b, "\t-%s) COMPREPLY=($(compgen -f -- \"$cur\")) ;;\n", f.Name)
		} else if values := inv.values(f); values != nil && f.Name != "rules" { // which takes several
			fmt.Fprintf(&b, "\t-%s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")) ;;\n", f.Name, strings.Join(values, " "))
		}
	}
	return b.String()
}

// zsh returns the script for zsh.
func (inv *invocation) zsh() string {
	commands := inv.commands()
	var args, specs strings.Builder
	for _, c := range commands {
		switch {
		case c.words != nil:
			fmt.Fprintf(&args, "\t%s) compadd %s && return ;;\n", c.name, strings.Join(c.words, " "))
		case c.flags != nil:
			fmt.Fprintf(&args, "\t%s) _arguments", c.name)
			for _, f := range flagsOf(c.flags) {
				args.WriteString(" " + inv.zshSpec(f))
			}
			args.WriteString(" '*: :' && return ;;\n")
		}
	}
	for _, f := range flagsOf(inv.register) {
		specs.WriteString("\t\t" + inv.zshSpec(f) + " \\\n")
	}
	return strings.NewReplacer(
		"@COMMAND_ARGS@", args.String(),
		"@SPECS@", specs.String(),
		"@COMMANDS@", strings.Join(commandNames(commands), " "),
	).Replace(zshCompletion)
}

// zshSpec returns the argument for f of the zsh function _arguments: '-tags=[also set these build tags]:tags:'.
func (inv *invocation) zshSpec(f *flag.Flag) string {
	escape := strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, ":", `\:`, "'", `'\''`)
	arg, usage := flag.UnquoteUsage(f)
	spec := fmt.Sprintf("-%s[%s]", f.Name, escape.Replace(usage))
	if arg != "" {
		spec = fmt.Sprintf("-%s=[%s]:%s:", f.Name, escape.Replace(usage), arg)
		switch values := strings.Join(inv.values(f), " "); {
		case f.Name == "C":
			spec += "_files -/"
		case takesFile(f):
			spec += "_files"
		case option.Of(f).List && values != "":
			spec += "_values -s , " + arg + " " + values
		case values != "":
			spec += "(" + values + ")"
		}
	}
	return "'" + spec + "'"
}

// fish returns the script for fish.
func (inv *invocation) fish() string {
	var b strings.Builder
	quote := strings.NewReplacer(`\`, `\\`, "'", `\'`)
	commands := inv.commands()
	fmt.Fprintf(&b, "# fish completion of %[1]s: %[1]s completion fish | source\n", program.Name)
	fmt.Fprintf(&b, "complete -c %s -n __fish_use_subcommand -a '%s'\n", program.Name, strings.Join(commandNames(commands), " "))
	for _, c := range commands {
		if c.words != nil {
			fmt.Fprintf(&b, "complete -c %s -n '__fish_seen_subcommand_from %s' -f -a '%s'\n", program.Name, c.name, strings.Join(c.words, " "))
		}
	}
	for _, f := range flagsOf(inv.register) {
		arg, usage := flag.UnquoteUsage(f)
		fmt.Fprintf(&b, "complete -c %s -o %s -d '%s'", program.Name, f.Name, quote.Replace(usage))
		values := inv.values(f)
		switch {
		case f.Name == "C":
			b.WriteString(" -xa '(__fish_complete_directories)'")
		case takesFile(f):
			b.WriteString(" -rF")
		case values != nil && option.Of(f).List:
			fmt.Fprintf(&b, " -xa '(__fish_append , %s)'", strings.Join(values, " "))
		case values != nil:
			fmt.Fprintf(&b, " -xa '%s'", strings.Join(values, " "))
		case arg != "":
			b.WriteString(" -x")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// takesFile reports whether f takes the name of a file.
func takesFile(f *flag.Flag) bool {
	arg, _ := flag.UnquoteUsage(f)
	return arg == "file"
}

// values returns all possible values of the flag f, nil if there is no such list.
func (inv *invocation) values(f *flag.Flag) []string {
	switch {
	case f.Name == "explain":
		return append(inv.RuleNames(), inv.Directives.Name)
	case f.Name == "rules":
		return inv.RuleNames()
	case f.Name == "cache":
		return []string{"off", "on"}
	}
	return option.Of(f).Choices
}
