package driver

import (
	"bytes"
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
	go vet -vettool=$(which %[1]s) ...     the same, run by the go command
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

// printPage prints what the rule of that name is about.
func (c *command) printPage(w io.Writer, name string) error {
	r := c.Rule(name)
	if r == nil {
		return fmt.Errorf("there is no rule %q: %s -h lists the rules", name, program)
	}
	var page bytes.Buffer
	fmt.Fprintf(&page, "%s (%s)\n\n", name, c.severity(r.Analyzer))
	page.WriteString(strings.TrimRight(r.Doc.Compile().Format(true), "\n"))
	if r.Analyzer.URL != "" {
		fmt.Fprintf(&page, "\n\n%s", r.Analyzer.URL)
	}
	page.WriteByte('\n')
	_, err := page.WriteTo(w)
	return err
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
