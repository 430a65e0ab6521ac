package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
	"github.com/awserrlint/awserrlint/internal/tools/fuzz/program"
	"github.com/awserrlint/awserrlint/internal/tools/fuzz/variant"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// options are what the command line says.
type options struct {
	module   string
	seed     uint64
	from, n  int
	batch    int
	parallel int
	share    int
	keep     string
	requires string
}

// run runs the command and returns its exit code.
func run(args []string, stdout, stderr io.Writer) int {
	var o options
	flags := flag.NewFlagSet("fuzz", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.module, "module", "", "attack with the packages of the module in `DIR` in place of generated ones")
	flags.Uint64Var(&o.seed, "seed", 1, "generate the programs, and the variants, of this `number`")
	flags.IntVar(&o.n, "n", 500, "how many `programs` to generate")
	flags.IntVar(&o.from, "from", 0, "the `number` of the first program")
	flags.IntVar(&o.batch, "batch", 250, "how many `programs` make a module")
	flags.IntVar(&o.parallel, "j", 2, "how many modules to attack at once")
	flags.IntVar(&o.share, "share", 50, "have go vet and go build look at one in `N` packages")
	flags.StringVar(&o.keep, "keep", "", "leave the modules in `DIR`")
	flags.StringVar(&o.requires, "requires", "testdata/src", "take go.mod and go.sum from `DIR`")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	case flags.NArg() > 0 || o.n < 1 || o.batch < 1 || o.share < 1:
		flags.Usage()
		return 2
	}
	t := newTally(stdout)
	if err := o.attack(t); err != nil {
		fmt.Fprintln(stderr, "fuzz:", err)
		return 2
	}
	t.print()
	if t.failed() {
		return 1
	}
	return 0
}

// attack runs all batches.
func (o *options) attack(t *tally) error {
	temp, err := os.MkdirTemp("", "fuzz")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	bin := filepath.Join(temp, "awserrlint")
	if err := checkout.Build(context.Background(), bin, nil); err != nil {
		return err
	}
	next := func(number int) *batch {
		dir := filepath.Join(cmp.Or(o.keep, temp), strconv.Itoa(number))
		return &batch{
			tool: tool{bin, filepath.Join(dir, "cache")}, tally: t, temp: dir, seed: o.seed, share: o.share,
			files: make(map[string][]byte), other: make(map[string][]byte),
		}
	}
	if o.module != "" {
		b := next(0)
		if err := b.read(o.module); err != nil {
			return err
		}
		return b.attack(variant.All)
	}
	var group errgroup.Group
	group.SetLimit(o.parallel)
	for first := o.from; first < o.from+o.n; first += o.batch {
		group.Go(func() error {
			number := first / o.batch
			b := next(number)
			if err := b.generate(first, min(o.batch, o.from+o.n-first), o.requires); err != nil {
				return err
			}
			if o.keep == "" {
				defer os.RemoveAll(b.temp)
			}
			i := number % len(variant.All)
			return b.attack(variant.All[i : i+1])
		})
	}
	return group.Wait()
}

const modulePath = "example.com/programs"

// generate makes n programs, of which the first has this number, with what the module in the folder requires requires.
func (b *batch) generate(first, n int, requires string) error {
	var err error
	if b.other, err = checkout.Requires(requires, modulePath); err != nil {
		return err
	}
	b.files, err = program.Files(b.seed, first, n)
	return err
}

// read takes the files of the module in dir.
func (b *batch) read(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if !strings.HasSuffix(rel, ".go") {
			b.other[rel] = src
			return nil
		}
		b.files[rel], err = variant.Plain(src)
		return err
	})
}
