package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

const (
	exitSame    = 0 // nothing changed, drivers and states agree, fixes hold, all is read
	exitChanged = 1
	exitFailed  = 2 // bad usage, or it could not run
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run runs the command and returns its exit code. It prints progress, and why it could not run, on
// standard error.
func run(ctx context.Context, args []string, out, progress io.Writer) int {
	o, err := parse(args, progress)
	if errors.Is(err, flag.ErrHelp) {
		return exitSame
	}
	var same bool
	if err == nil {
		same, err = o.run(ctx, out, progress)
	}
	switch {
	case err != nil:
		fmt.Fprintln(progress, "ecosystem:", err)
		return exitFailed
	case !same:
		return exitChanged
	}
	return exitSame
}

// run runs everything and prints the results: a list or diff of findings, what is wrong after fixes,
// a table. It returns whether nothing changed, drivers agree and fixes hold.
func (o *options) run(ctx context.Context, out, progress io.Writer) (same bool, err error) {
	modules, err := checkout.FindModules(o.checkouts, o.modules)
	if err != nil {
		return false, err
	}
	recorded, err := o.readGolden()
	if err != nil {
		return false, err
	}
	if o.temp, err = os.MkdirTemp("", "ecosystem-"); err != nil {
		return false, err
	}
	defer os.RemoveAll(o.temp)
	if err := o.prepareTools(ctx); err != nil {
		return false, err
	}
	switch {
	case o.ways:
		return o.runWays(ctx, modules, out, progress)
	case o.verdicts != "":
		return o.runVerdicts(ctx, modules, out, progress)
	}

	rows, err := o.runModules(ctx, modules, progress)
	if err != nil {
		return false, err
	}
	same, err = o.printFindings(out, rows, recorded)
	if err != nil {
		return false, err
	}
	same = printDisagreements(out, rows) && same
	same = printStates(out, rows) && same
	same = printFixes(out, rows) && same
	return same, printTable(out, rows, o.base != "", o.vet)
}

// printFindings prints all findings, or how they differ from those of the golden file or the base. It
// returns whether they do not differ.
func (o *options) printFindings(out io.Writer, rows []*row, recorded findingsFile) (same bool, err error) {
	var found, base findingsFile
	for _, r := range rows {
		found = append(found, r.tool.section(r.Module))
		if o.base != "" {
			base = append(base, r.base.section(r.Module))
		}
	}
	switch {
	case o.update:
		return true, recorded.replace(found, o.selects).write(o.golden, o.messages)
	case o.golden != "":
		return printDiff(out, o.golden, recorded.selected(o.selects), found, o.messages)
	case o.base != "":
		return printDiff(out, "the base", base, found, o.messages)
	}
	_, err = fmt.Fprintf(out, "%s\n", found.format(o.messages))
	return true, err
}
