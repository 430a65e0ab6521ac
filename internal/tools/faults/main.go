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
	"strings"
	"syscall"
	"text/tabwriter"
	"time"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// An attack disturbs the tool once and checks what is left. The module is as it was first. It returns how far the
// run came that was hit.
type attack func(l *lab) (phase, error)

// attacks are all attacks.
var attacks = []struct {
	name string
	attack
}{
	{"kill", killFix(anyTime)},
	{"kill while writing", killFix(whileWriting)},
	{"kill while renaming", killFix(whileRenaming)},
	{"kill with an empty cache", killEmptyCache},
	{"interrupt", interrupt(syscall.SIGINT, anyTime)},
	{"interrupt while writing", interrupt(syscall.SIGINT, whileWriting)},
	{"terminate", interrupt(syscall.SIGTERM, anyTime)},
	{"terminate while writing", interrupt(syscall.SIGTERM, whileWriting)},
	{"terminate while renaming", interrupt(syscall.SIGTERM, whileRenaming)},
	{"two fixes at once", fixAtOnce(2)},
	{"five fixes at once", fixAtOnce(5)},
	{"fix beside runs", fixBeside("./...")},
	{"fix beside cache clean", fixBeside("cache", "clean")},
	{"fix beside a language server", fixBesideServer},
	{"two runs share an empty cache", shareEmptyCache},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := start(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "faults:", err)
		os.Exit(1)
	}
}

func start(ctx context.Context, args []string, out io.Writer) (err error) {
	flags := flag.NewFlagSet("faults", flag.ContinueOnError)
	n := flags.Int("n", 100, "make each attack `n` times")
	only := flags.String("attacks", "", "make only those whose names match this `regexp`")
	tool := flags.String("tool", "", "attack this `binary`, not one of the code in this repository")
	requires := flags.String("requires", filepath.Join("testdata", "src"), "`folder` of a module that requires what the attacked one is to require")
	packages := flags.Int("packages", 4, "`number` of packages of the attacked module")
	seed := flags.Uint64("seed", 1, "`number` that decides over what is left to chance")
	if err := flags.Parse(args); err != nil {
		return err
	}
	pattern, err := regexp.Compile(*only)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "faults-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if *tool == "" {
		*tool = filepath.Join(dir, "awserrlint")
		if err := checkout.Build(ctx, *tool, nil); err != nil {
			return err
		}
	}
	l, err := newLab(ctx, *tool, dir, *requires, *packages, *seed)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "-fix takes %s, and writes %d files in the last %s\n\n", l.fixTime.Round(time.Millisecond), len(l.changed()), l.writeTime.Round(time.Microsecond))
	return l.attackAll(out, pattern, *n)
}

// attackAll makes the attacks whose names match n times each, and prints what they hit. The error says how many failed.
func (l *lab) attackAll(out io.Writer, match *regexp.Regexp, n int) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "attack\ttries\theld\t%s\n", strings.Join(phaseNames[:], "\t"))
	var failures []error
	for _, a := range attacks {
		if !match.MatchString(a.name) {
			continue
		}
		held := 0
		var hit [phases]int
		for try := range n {
			if err := l.reset(); err != nil {
				return err
			}
			p, err := a.attack(l)
			if l.ctx.Err() != nil {
				return l.ctx.Err()
			}
			hit[p]++
			if err != nil {
				failures = append(failures, fmt.Errorf("%s, try %d: %w", a.name, try, err))
			} else {
				held++
			}
		}
		fmt.Fprintf(table, "%s\t%d\t%d", a.name, n, held)
		for _, times := range hit {
			fmt.Fprintf(table, "\t%d", times)
		}
		fmt.Fprintln(table)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if len(failures) > 0 {
		return fmt.Errorf("%d attacks succeeded, the first of them: %w", len(failures), failures[0])
	}
	return nil
}
