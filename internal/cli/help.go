package cli

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/program"
)

// printUsage prints how to call the program.
func (inv *invocation) printUsage(out io.Writer) error {
	w := new(bytes.Buffer)
	fmt.Fprintf(w, `%s finds AWS calls whose errors are lost or matched wrongly, and Lambda handlers
whose callers get no usable error.

Usage:

`, program.Name)
	line := func(call, about string) { fmt.Fprintf(w, "\t%-49s%s\n", call, about) }
	for _, c := range inv.commands() {
		for _, u := range c.usage {
			line(strings.Join(strings.Fields(program.Name+" "+c.name+" "+u.args), " "), u.about)
		}
	}
	line("go vet -vettool=$(which "+program.Name+") ...", "analyze, run by the go command")
	line("go fix -fixtool=$(which "+program.Name+") ...", "the same, applying fixes")
	fmt.Fprint(w, `
It exits with 0 if there is nothing to report, 1 if there is, and 2 if it could not
run, could not analyze a package, or was given names that match none.

Outside of a module, ./... means all modules below.

Rules (-explain <rule> tells more, -<rule> runs only it, -<rule>=false all others;
-<group> means the rules of a group, and -rules takes globs as well):
`)
	group := ""
	for _, r := range inv.Pages() {
		if r.Group != group {
			fmt.Fprintln(w)
			group = r.Group
		}
		fmt.Fprintf(w, "\t%-9s %-20s %s\n", r.Group, r.Name, r.Doc.Compile().Title)
	}
	fmt.Fprintf(w, "\nFlags:\n\n")
	inv.flags.VisitAll(func(f *flag.Flag) {
		if slices.Contains(inv.RuleNames(), f.Name) {
			return // listed as rules
		}
		if strings.HasSuffix(f.Name, ".severity") {
			return // one line for all
		}
		arg, text := flag.UnquoteUsage(f)
		fmt.Fprintf(w, "\t%-20s %s\n", strings.TrimSpace("-"+f.Name+" "+arg), text)
	})
	fmt.Fprintf(w, "\t%-20s %s\n\n", "-<rule>.severity", "report what the rule finds as error, warning or info")
	fmt.Fprintf(w, "The file %s sets rules and their options for a module, see docs/configuration.md.\n", config.Name)
	_, err := out.Write(w.Bytes())
	return err
}

// help prints what args ask for: the usage, that of a command, or pages of rules.
func (inv *invocation) help(args []string) (int, error) {
	if len(args) > 1 {
		return program.Failed, fmt.Errorf("help takes one command or rule: %s -h lists them", program.Name)
	}
	if err := inv.parse(nil); err != nil { // which registers the flags
		return program.Failed, err
	}
	if len(args) == 0 || args[0] == "-h" {
		return program.Clean, inv.printUsage(inv.stdout)
	}
	switch cmd, rest := find(inv.commands(), args); {
	case len(rest) > 0: // no command
		return program.Clean, inv.printPage(inv.stdout, args[0])
	case cmd.words != nil:
		return program.Clean, printCalls(inv.stdout, cmd)
	case cmd.flags != nil:
		return cmd.run([]string{"-h"})
	}
	return inv.help(nil) // which has the flags of the command
}

// printCalls prints how to call cmd.
func printCalls(w io.Writer, cmd command) error {
	var err error
	for _, u := range cmd.usage {
		_, err = fmt.Fprintf(w, "usage: %s %s %s\n\n%s.\n", program.Name, cmd.name, u.args, strings.ToUpper(u.about[:1])+u.about[1:])
	}
	return err
}

// printVersion prints the version of the program and of the Go that built it.
func printVersion(w io.Writer) error {
	_, err := fmt.Fprintf(w, "%s %s (%s %s/%s)\n", program.Name, program.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
