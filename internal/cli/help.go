package cli

import (
	"flag"
	"fmt"
	"io"
	"runtime"
	"strings"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/program"
)

// printUsage prints how to call the program.
func (inv *invocation) printUsage(w io.Writer) {
	fmt.Fprintf(w, `%s finds AWS calls whose errors are lost or matched wrongly, and Lambda handlers
whose callers get no usable error.

Usage:

`, program.Name)
	line := func(call, about string) { fmt.Fprintf(w, "\t%-44s%s\n", call, about) }
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

Rules (-explain <rule> tells more, -<rule> runs only it, -<rule>=false all others):

`)
	for _, r := range inv.Rules {
		fmt.Fprintf(w, "\t%-20s %s\n", r.Analyzer.Name, r.Doc.Compile().Title)
	}
	fmt.Fprintf(w, "\nFlags:\n\n")
	inv.flags.VisitAll(func(f *flag.Flag) {
		if inv.Rule(f.Name) != nil {
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
}

// printVersion prints the version of the program and of the Go that built it.
func printVersion(w io.Writer) error {
	_, err := fmt.Fprintf(w, "%s %s (%s %s/%s)\n", program.Name, program.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
