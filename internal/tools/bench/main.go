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
	"slices"
	"strconv"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// A benchmark is the values of the flags, and what they lead to.
type benchmark struct {
	rounds  int
	pattern string
	modes   []mode
	tools   []tool
	sizes   []moduleSize // of generated modules
	cache   string       // where tools are installed
	flags   string       // that say what is measured, as given
	root    string       // folder of awserrlint's module
	binary  string       // the awserrlint to measure
	setup   setup
	temp    string
}

func run(ctx context.Context, args []string, out io.Writer) (err error) {
	b := benchmark{sizes: moduleSizes}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.IntVar(&b.rounds, "rounds", 5, "run each tool `n` times")
	flags.StringVar(&b.pattern, "pattern", "./...", "package `pattern` to run on, in each module")
	findings := flags.Bool("findings", false, "compare what is found, and measure nothing")
	editor := flags.Bool("editor", false, "measure the language server, and nothing else")
	flags.StringVar(&b.cache, "cache", defaultCache(), "`folder` that peers are installed in")
	modeNames := flags.String("modes", "full", "comma-separated `list` of "+strings.Join(names(modes), ", "))
	toolNames := flags.String("tools", strings.Join(names(tools), ","), "compare with this comma-separated `list` of tools, where the mode does")
	generate := flags.String("generate", "", "in the mode generated, measure a module of `N,SHARE`: N packages of which SHARE percent use AWS")
	docs := flags.String("o", "", "also write what is measured to this `folder` of documentation, and the headline to the README beside it")
	flags.Usage = func() {
		fmt.Fprintf(flags.Output(), "usage: go run ./internal/tools/bench [flags] MODULE...\n\nMODULE is the folder of a Go module.\n\n")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	b.flags = measuringFlags(flags)
	if b.modes, err = choose(modes, *modeNames); err != nil {
		return err
	}
	if b.tools, err = choose(tools, *toolNames); err != nil {
		return err
	}
	if *generate != "" {
		size, err := parseSize(*generate)
		if err != nil {
			return err
		}
		b.sizes = []moduleSize{moduleSizes[0], size}
	}
	modules := flags.Args()
	if b.rounds < 1 {
		return errors.New("-rounds: want at least one")
	}
	if len(modules) == 0 && *docs == "" && !slices.Contains(names(b.modes), generated) {
		return errors.New("want at least one module: -h tells more")
	}
	if b.temp, err = os.MkdirTemp("", "awserrlint-bench-"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(b.temp)) }()
	if err := b.build(ctx); err != nil {
		return err
	}

	fmt.Fprintf(out, "awserrlint %s, %s %s, %d processors\n\n", b.setup.Awserrlint, b.setup.Go, b.setup.Platform, b.setup.Processors)
	if *findings {
		for _, dir := range modules {
			if err := b.compareFindings(ctx, dir, out); err != nil {
				return err
			}
		}
		return nil
	}
	if *editor {
		for _, dir := range modules {
			if err := b.measureEditor(ctx, dir, out); err != nil {
				return err
			}
		}
		return nil
	}
	var records []record
	for _, dir := range modules {
		more, err := b.measureModule(ctx, dir, out)
		if err != nil {
			return err
		}
		records = append(records, more...)
	}
	for _, m := range b.modes {
		if m.name != generated {
			continue
		}
		more, err := b.measureGenerated(ctx, m)
		if err != nil {
			return err
		}
		printGenerated(out, more)
		records = append(records, more...)
	}
	if *docs != "" {
		return publish(*docs, records)
	}
	return nil
}

// measuringFlags returns the flags that are set and say what is measured, as a shell wants them.
func measuringFlags(flags *flag.FlagSet) string {
	var all []string
	flags.Visit(func(f *flag.Flag) {
		value := f.Value.String()
		if strings.Contains(value, " ") {
			value = strconv.Quote(value)
		}
		if f.Name != "o" && f.Name != "cache" {
			all = append(all, "-"+f.Name, value)
		}
	})
	return strings.Join(all, " ")
}

// build builds awserrlint from the module that the current folder is in.
func (b *benchmark) build(ctx context.Context) (err error) {
	if b.root, err = goOutput(ctx, ".", "list", "-m", "-f", "{{.Dir}}", module); err != nil {
		return err
	}
	b.binary = filepath.Join(b.temp, "awserrlint")
	b.setup = newSetup(ctx, b.root)
	return goCommand(ctx, b.root, nil, "build", "-o", b.binary, "./cmd/awserrlint")
}

// A named value can be chosen by its name on the command line.
type named interface{ id() string }

func names[T named](all []T) []string {
	var list []string
	for _, x := range all {
		list = append(list, x.id())
	}
	return list
}

// choose returns the elements of all whose names are in the comma-separated list.
func choose[T named](all []T, list string) ([]T, error) {
	var chosen []T
	for name := range strings.SplitSeq(list, ",") {
		i := slices.IndexFunc(all, func(x T) bool { return x.id() == name })
		if i < 0 {
			return nil, fmt.Errorf("%q is none of %s", name, strings.Join(names(all), ", "))
		}
		chosen = append(chosen, all[i])
	}
	return chosen, nil
}

func defaultCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "awserrlint-bench")
}
