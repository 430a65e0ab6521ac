package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"go/format"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A trial tries mutants of one module, in a copy of its checkout.
type trial struct {
	*options
	module  checkout.Module // in the copy
	out     io.Writer
	sources checkout.Sources // formatted, before anything is planted
	before  *report

	mutants []*mutant // that compile
	skipped string    // why the module cannot be tried, "" if it can
	noise   int       // findings that no mutant explains
}

// run plants everything and sees what is found and mended.
func (t *trial) run(ctx context.Context) error {
	if err := t.format(); err != nil {
		return err
	}
	baseline := filepath.Join(t.temp, "baseline.json")
	if err := os.RemoveAll(baseline); err != nil {
		return err
	}
	if _, err := t.awserrlint(ctx, "-all", "-baseline", baseline, "-write-baseline"); err != nil {
		return err
	}
	var err error
	if t.before, err = t.lint(ctx, "-all"); err != nil {
		return err
	}
	if len(t.before.problems) > 0 {
		t.skipped = t.before.problems[0].text
		fmt.Fprintf(t.out, "%s is left out, since it cannot be loaded: %s\n", t.module.Name(), firstLine(t.skipped))
		return nil
	}
	if t.mutants, err = t.plant(ctx); err != nil {
		return err
	}
	for _, batch := range batches(t.mutants) {
		if err := t.try(ctx, batch); err != nil {
			return err
		}
	}
	// What other mutants do to a program may keep one from being found.
	for _, m := range t.mutants {
		if m.result.is == missed {
			if err := t.try(ctx, []*mutant{m}); err != nil {
				return err
			}
		}
	}
	for _, m := range t.mutants {
		t.print(m)
	}
	t.mutants = slices.DeleteFunc(t.mutants, func(m *mutant) bool { return m.result.is == invalid })
	return nil
}

// format formats the files of the copy, so that mutants differ from it in nothing but the fault.
func (t *trial) format() error {
	files, err := checkout.ReadSources(t.module.Dir())
	if err != nil {
		return err
	}
	for name, text := range files {
		formatted, err := format.Source([]byte(text))
		if err != nil || string(formatted) == text {
			continue // a file with a syntax error stays as it is
		}
		if err := t.write(name, formatted); err != nil {
			return err
		}
		files[name] = string(formatted)
	}
	t.sources = files
	return nil
}

func (t *trial) write(name string, text []byte) error {
	return os.WriteFile(filepath.Join(t.module.Dir(), filepath.FromSlash(name)), text, 0o666)
}

// restore undoes all changes of sources.
func (t *trial) restore() error {
	now, err := checkout.ReadSources(t.module.Dir())
	if err != nil {
		return err
	}
	for _, name := range t.sources.Since(now) {
		if err := t.write(name, []byte(t.sources[name])); err != nil {
			return err
		}
	}
	return nil
}

// plant returns the mutants of the module, at most the limit of each operator.
func (t *trial) plant(ctx context.Context) ([]*mutant, error) {
	p, err := loadProgram(ctx, t.module.Dir())
	if err != nil {
		return nil, err
	}
	functions := p.functions()
	var all []*mutant
	for _, op := range operators() {
		if !t.operators.MatchString(op.name) {
			continue
		}
		var planted []*mutant
		for _, f := range functions {
			f.mutants = nil
			op.plant(f, op)
			for _, m := range f.mutants {
				m.file = checkout.FileName(m.file, t.module.Dir())
				if !strings.HasPrefix(m.file, "../") && !t.before.reports(m) {
					planted = append(planted, m)
				}
			}
		}
		slices.SortStableFunc(planted, func(a, b *mutant) int { return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line)) })
		all = append(all, spread(planted, t.limit)...)
	}
	return all, nil
}

// spread returns n of all, from all over it; all if n is 0.
func spread(all []*mutant, n int) []*mutant {
	if n == 0 || len(all) <= n {
		return all
	}
	var some []*mutant
	for i := range n {
		some = append(some, all[i*len(all)/n])
	}
	return some
}

// batches returns mutants in as few groups as there can be if each function has one mutant in a group.
func batches(mutants []*mutant) [][]*mutant {
	var all [][]*mutant
	seen := make(map[string]int)
	for _, m := range mutants {
		keys := []string{m.file + " " + m.function}
		if m.operator.anywhere { // it would not be known what is found for whom
			keys = append(keys, m.operator.name)
		}
		i := 0
		for _, key := range keys {
			i = max(i, seen[key])
		}
		for _, key := range keys {
			seen[key] = i + 1
		}
		if i == len(all) {
			all = append(all, nil)
		}
		all[i] = append(all[i], m)
	}
	return all
}

// writeMutants plants mutants in the copy.
func (t *trial) writeMutants(mutants []*mutant) (changed map[string]string, err error) {
	byFile := make(map[string][]*mutant)
	for _, m := range mutants {
		byFile[m.file] = append(byFile[m.file], m)
	}
	changed = make(map[string]string)
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		text, err := mutate([]byte(t.sources[name]), byFile[name])
		if err != nil {
			for _, m := range byFile[name] {
				m.result = result{is: invalid, why: err.Error()}
			}
			continue
		}
		if bytes.Equal(text, []byte(t.sources[name])) {
			continue
		}
		changed[name] = string(text)
		if err := t.write(name, text); err != nil {
			return nil, err
		}
	}
	return changed, nil
}

func firstLine(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	return text
}
