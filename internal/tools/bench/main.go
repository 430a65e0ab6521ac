package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
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
	cache   string // where tools are installed
	binary  string // the awserrlint to measure
	temp    string
}

func run(ctx context.Context, args []string, out io.Writer) (err error) {
	var b benchmark
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.IntVar(&b.rounds, "rounds", 5, "run each tool `n` times")
	flags.StringVar(&b.pattern, "pattern", "./...", "package `pattern` to run on, in each module")
	findings := flags.Bool("findings", false, "compare what is found, and measure nothing")
	flags.StringVar(&b.cache, "cache", defaultCache(), "`folder` that peers are installed in")
	modeNames := flags.String("modes", "full", "comma-separated `list` of "+strings.Join(names(modes), ", "))
	toolNames := flags.String("tools", strings.Join(names(tools), ","), "compare with this comma-separated `list` of tools")
	flags.Usage = func() {
		fmt.Fprintf(flags.Output(), "usage: go run ./internal/tools/bench [flags] MODULE...\n\nMODULE is the folder of a Go module.\n\n")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 || b.rounds < 1 {
		return fmt.Errorf("want at least one module and one round: -h tells more")
	}
	if b.modes, err = choose(modes, *modeNames); err != nil {
		return err
	}
	if b.tools, err = choose(tools, *toolNames); err != nil {
		return err
	}
	if b.temp, err = os.MkdirTemp("", "awserrlint-bench-"); err != nil {
		return err
	}
	defer os.RemoveAll(b.temp)
	b.binary = filepath.Join(b.temp, "awserrlint")
	if err := goCommand(ctx, ".", nil, "build", "-o", b.binary, module+"/cmd/awserrlint"); err != nil {
		return err
	}

	fmt.Fprintf(out, "%s %s/%s, %d processors\n\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	for _, dir := range flags.Args() {
		if *findings {
			err = b.compareFindings(ctx, dir, out)
		} else {
			err = b.module(ctx, dir, out)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// module prints the tables of the module in dir.
func (b *benchmark) module(ctx context.Context, dir string, out io.Writer) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	// This fetches modules that the module cache lacks.
	if err := goCommand(ctx, dir, nil, "list", "-e", "-deps", "-test", b.pattern); err != nil {
		return err
	}
	filled := filepath.Join(b.temp, "filled")
	defer os.RemoveAll(filled)
	if slices.ContainsFunc(b.modes, func(m mode) bool { return m.filled }) {
		if err := fill(ctx, dir, b.pattern, filled); err != nil {
			return err
		}
	}
	for _, m := range b.modes {
		contestants, err := b.contestants(ctx, m)
		if err != nil {
			return err
		}
		c := comparison{dir: dir, filled: filled, temp: b.temp, mode: m, rounds: b.rounds, contestants: contestants}
		results, err := c.run(ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: %s (median of %d)\n\n", filepath.Base(dir), m.title, b.rounds)
		printTable(out, results)
	}
	return nil
}

// contestants returns the command lines to compare in mode m, awserrlint first.
func (b *benchmark) contestants(ctx context.Context, m mode) ([]contestant, error) {
	if m.vettool {
		return []contestant{
			{"awserrlint", []string{"go", "vet", "-vettool=" + b.binary, b.pattern}},
			{"go vet", []string{"go", "vet", b.pattern}},
		}, nil
	}
	all := []contestant{{"awserrlint", []string{b.binary, b.pattern}}}
	for _, t := range b.tools {
		path, err := t.install(ctx, b.cache)
		if err != nil {
			return nil, err
		}
		all = append(all, contestant{t.label(), slices.Concat([]string{path}, t.args, []string{b.pattern})})
	}
	return all, nil
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

// goCommand runs the go command in dir with additional environment variables.
func goCommand(ctx context.Context, dir string, env []string, args ...string) error {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return nil
}
