package driver

import (
	"flag"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/awserrlint/awserrlint/internal/config"
)

// usage prints how to call the command.
func (c *command) usage(w io.Writer) {
	fmt.Fprintf(w, `%[1]s finds AWS calls whose errors are lost or matched wrongly, and Lambda handlers
whose callers get no usable error.

Usage:

	%[1]s [flags] [packages]               analyze packages (default .)
	%[1]s [flags] file.go...               analyze the packages that files belong to
	%[1]s config [flags]                   print which settings hold, and where from
	%[1]s errors s3.HeadObject [-json]     print what an operation, or a service, can return
	%[1]s rules [-json]                    list the rules
	%[1]s completion bash|zsh|fish         print a script that completes arguments in a shell
	go vet -vettool=$(which %[1]s) ...     analyze, run by the go command
	go fix -fixtool=$(which %[1]s) ...     the same, applying fixes

It exits with 0 if there is nothing to report, 1 if there is, and 2 if it could not
run or could not analyze a package.

Rules (-explain <rule> tells more, -<rule> runs only it, -<rule>=false all others):

`, program)
	for _, r := range c.Rules {
		fmt.Fprintf(w, "\t%-20s %s\n", r.Analyzer.Name, r.Doc.Compile().Title)
	}
	fmt.Fprintf(w, "\nFlags:\n\n")
	c.flags.VisitAll(func(f *flag.Flag) {
		if c.Rule(f.Name) != nil {
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
	_, err := fmt.Fprintf(w, "%s %s (%s %s/%s)\n", program, version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// version returns the version of the program as the go command has recorded it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown" // not built by the go command
}
