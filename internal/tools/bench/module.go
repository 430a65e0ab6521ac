package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// measureModule measures the module in dir in all modes but that of generated modules, and prints a
// table for each.
func (b *benchmark) measureModule(ctx context.Context, dir string, out io.Writer) ([]record, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	// This fetches modules that the module cache lacks.
	if err := goCommand(ctx, dir, nil, "list", "-e", "-deps", "-test", b.pattern); err != nil {
		return nil, err
	}
	filled := filepath.Join(b.temp, "filled")
	defer os.RemoveAll(filled)
	if slices.ContainsFunc(b.modes, func(m mode) bool { return m.name != generated && b.compiles(m) }) {
		if err := fill(ctx, dir, b.pattern, filled); err != nil {
			return nil, err
		}
	}
	if err := os.MkdirAll(filled, 0o777); err != nil {
		return nil, err
	}
	var records []record
	for _, m := range b.modes {
		if m.name == generated {
			continue
		}
		c := &comparison{dir: dir, filled: filled, caches: filepath.Join(b.temp, "caches"), mode: m}
		if err := b.measureMode(ctx, c); err != nil {
			return nil, err
		}
		s := newSubject(ctx, b.root, dir)
		records = append(records, record{Module: s, Mode: m.name, Setup: b.setup, Flags: b.flags, Results: c.results})
		fmt.Fprintf(out, "%s: %s (median of %d)\n\n", s.Name, m.title, b.rounds)
		printTable(out, c.results)
		fmt.Fprintln(out)
	}
	return records, nil
}

// measureMode runs c, in a copy of the module if its mode may change files.
func (b *benchmark) measureMode(ctx context.Context, c *comparison) (err error) {
	if c.mode.inCopy() {
		copied := filepath.Join(b.temp, "copy")
		defer os.RemoveAll(copied)
		if c.dir, err = copyModule(ctx, c.dir, copied); err != nil {
			return err
		}
	}
	if c.mode.edit {
		if c.edit, err = newBodyEdit(c.dir); err != nil {
			return err
		}
	}
	if c.mode.download {
		// What cannot be had now, no contestant will have.
		if err := goCommand(ctx, c.dir, nil, "mod", "download"); err != nil {
			fmt.Fprintf(os.Stderr, "bench: %s: %v\n", c.dir, err)
		}
		if c.modules, err = goOutput(ctx, c.dir, "env", "GOMODCACHE"); err != nil {
			return err
		}
	}
	if c.contestants, err = b.contestants(ctx, c.mode); err != nil {
		return err
	}
	return c.run(ctx, b.rounds)
}

// copyModule copies the repository that the module in dir is in to the folder to, or the module if it
// is in none, and returns where the module is. It may need other modules of the repository.
func copyModule(ctx context.Context, dir, to string) (string, error) {
	root := dir
	if top := gitOutput(ctx, dir, "rev-parse", "--show-toplevel"); top != "" {
		root = filepath.FromSlash(top)
	}
	rel, err := filepath.Rel(root, dir)
	if err != nil {
		return "", err
	}
	return filepath.Join(to, rel), os.CopyFS(to, os.DirFS(root))
}

// peers returns the chosen tools that mode m compares with.
func (b *benchmark) peers(m mode) []tool {
	return slices.DeleteFunc(slices.Clone(b.tools), func(t tool) bool { return !slices.Contains(m.peers, t.name) })
}

// compiles returns whether a contestant in mode m takes packages from a build cache that is filled.
func (b *benchmark) compiles(m mode) bool {
	return m.filled && slices.ContainsFunc(b.peers(m), func(t tool) bool { return t.name != "go list" })
}

// afterDownload begins the name of a contestant that fetches all modules before it runs a linter.
const afterDownload = "download, "

// contestants returns what to compare in mode m, awserrlint first.
func (b *benchmark) contestants(ctx context.Context, m mode) ([]contestant, error) {
	command := slices.Concat([]string{b.binary}, m.flags, []string{b.pattern})
	if m.vettool {
		command = []string{"go", "vet", "-vettool=" + b.binary, b.pattern}
	}
	all := []contestant{{"awserrlint", [][]string{command}}}
	var before [][]string
	if m.download {
		before = [][]string{{"go", "mod", "download"}}
		all = append(all, contestant{"go mod download", before})
	}
	for _, t := range b.peers(m) {
		path, err := t.install(ctx, b.cache)
		if err != nil {
			return nil, err
		}
		name := t.label()
		if m.download {
			name = afterDownload + name
		}
		command := slices.Concat([]string{path}, t.args, []string{b.pattern})
		all = append(all, contestant{name, append(slices.Clone(before), command)})
	}
	return all, nil
}
