package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"time"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

const (
	exitGood   = 0 // nothing is broken
	exitBroken = 1
	exitFailed = 2 // bad usage, or it could not run
)

// options are the values of the flags.
type options struct {
	tool      string // binary; if it is "", it is built
	modules   *regexp.Regexp
	operators *regexp.Regexp
	limit     int // of mutants of an operator in a module
	vet       bool
	verbose   bool
	fixes     bool
	record    string // file
	timeout   time.Duration
	checkouts []checkout.Checkout

	temp string   // folder for what this run needs
	env  []string // of awserrlint
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run runs the command and returns its exit code. It prints progress, and why it could not run, on standard error.
func run(ctx context.Context, args []string, out, progress io.Writer) int {
	o, err := parse(args, progress)
	if errors.Is(err, flag.ErrHelp) {
		return exitGood
	}
	var t *table
	if err == nil {
		t, err = o.run(ctx, out, progress)
	}
	switch {
	case err != nil:
		fmt.Fprintln(progress, "mutate:", err)
		return exitFailed
	case t.broken() > 0:
		return exitBroken
	}
	return exitGood
}

func parse(args []string, help io.Writer) (*options, error) {
	var o options
	flags := flag.NewFlagSet("mutate", flag.ContinueOnError)
	flags.SetOutput(help)
	flags.StringVar(&o.tool, "tool", "", "test this `binary` of awserrlint, not one built from the current checkout")
	modules := flags.String("module", "", "run only on modules whose owner/name/folder matches this `regexp`")
	ops := flags.String("operator", "", "plant only what operators whose names match this `regexp` plant")
	flags.IntVar(&o.limit, "n", 5, "plant at most `n` faults of each operator in a module; 0 is no limit")
	flags.BoolVar(&o.vet, "vet", false, "also have the compiler and go vet look at mutants and at what fixes make of them")
	flags.BoolVar(&o.verbose, "v", false, "print each mutant that is not found")
	flags.BoolVar(&o.fixes, "fixes", false, "print each mutant that is mended")
	flags.StringVar(&o.record, "record", "", "write the table to this `file`")
	flags.DurationVar(&o.timeout, "timeout", 10*time.Minute, "longest `time` that a process may take")
	flags.Usage = func() {
		fmt.Fprintf(help, "usage: go run ./internal/tools/mutate [flags] CHECKOUT...\n\nCHECKOUT is the root of a repository, in a folder called owner+name.\n\n")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	var err1, err2, err3 error
	o.modules, err1 = regexp.Compile(*modules)
	o.operators, err2 = regexp.Compile(*ops)
	if flags.NArg() == 0 {
		return nil, errors.New("want at least one checkout: -h tells more")
	}
	o.checkouts, err3 = checkout.Open(flags.Args())
	return &o, errors.Join(err1, err2, err3)
}

// run tries all mutants and prints what came out.
func (o *options) run(ctx context.Context, out, progress io.Writer) (*table, error) {
	modules, err := checkout.FindModules(o.checkouts, o.modules)
	if err != nil {
		return nil, err
	}
	if o.temp, err = os.MkdirTemp("", "mutate-"); err != nil {
		return nil, err
	}
	defer os.RemoveAll(o.temp)
	// Positions are compared as text.
	if o.temp, err = filepath.EvalSymlinks(o.temp); err != nil {
		return nil, err
	}
	if err := o.prepareTool(ctx); err != nil {
		return nil, err
	}
	t := newTable(o)
	copies := checkout.Copies{Temp: filepath.Join(o.temp, "copies")}
	for i, m := range modules {
		fmt.Fprintf(progress, "%d/%d %s\n", i+1, len(modules), m.Name())
		copied := m
		if copied.Root, err = copies.Of(m.Checkout); err != nil {
			return nil, err
		}
		trial := &trial{options: o, module: copied, out: out}
		if err := trial.run(ctx); err != nil {
			return nil, fmt.Errorf("%s: %w", m.Name(), err)
		}
		t.add(trial)
	}
	fmt.Fprint(out, t.text())
	if o.record != "" {
		err = os.WriteFile(o.record, []byte(t.recorded()), 0o666)
	}
	return t, errors.Join(err, copies.Remove())
}

// prepareTool builds the tool, unless -tool is given, and sets its environment: it keeps its results in the
// temporary folder.
func (o *options) prepareTool(ctx context.Context) error {
	cache, err := checkout.GoEnv(ctx, "GOCACHE")
	if err != nil {
		return err
	}
	o.env = []string{"XDG_CACHE_HOME=" + filepath.Join(o.temp, "results"), "GOCACHE=" + cache}
	if o.tool == "" {
		o.tool = filepath.Join(o.temp, "awserrlint")
		return checkout.Build(ctx, o.tool, nil)
	}
	o.tool, err = filepath.Abs(o.tool)
	return err
}
