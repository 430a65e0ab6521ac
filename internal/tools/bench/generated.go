package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// generatedRuns is how many of the contestants of a generated module are awserrlint.
const generatedRuns = 2

// measureGenerated measures generated modules. All of them are measured in each round, so that the
// differences between them do not depend on when each was measured.
func (b *benchmark) measureGenerated(ctx context.Context, m mode) ([]record, error) {
	filled := filepath.Join(b.temp, "filled-generated")
	defer os.RemoveAll(filled)
	var comparisons []*comparison
	for i, size := range b.sizes {
		c, err := b.generatedComparison(ctx, m, size, filepath.Join(b.temp, fmt.Sprint("generated", i)))
		if err != nil {
			return nil, err
		}
		c.filled = filled
		defer os.RemoveAll(c.dir)
		comparisons = append(comparisons, c)
	}
	if err := os.MkdirAll(filled, 0o777); err != nil {
		return nil, err
	}
	if b.compiles(m) {
		for _, c := range comparisons {
			if err := fill(ctx, c.dir, b.pattern, filled); err != nil {
				return nil, err
			}
		}
	}
	for _, c := range comparisons {
		defer os.RemoveAll(c.caches)
		if err := c.prepare(ctx); err != nil {
			return nil, err
		}
	}
	for round := range b.rounds {
		for i := range inTurn(round, len(comparisons)) {
			if err := comparisons[i].round(ctx, round); err != nil {
				return nil, err
			}
		}
	}
	var records []record
	for i, c := range comparisons {
		size := b.sizes[i]
		records = append(records, record{
			Module: subject{Name: size.String(), Packages: size.packages, AWS: size.aws}, Mode: m.name, Setup: b.setup, Flags: b.flags, Results: c.results,
		})
	}
	return records, nil
}

// generatedComparison generates a module in dir and returns a comparison on it.
func (b *benchmark) generatedComparison(ctx context.Context, m mode, size moduleSize, dir string) (*comparison, error) {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return nil, err
	}
	if err := generateModule(dir, filepath.Join(b.root, "examples", "orders"), size); err != nil {
		return nil, err
	}
	contestants, err := b.contestants(ctx, m)
	if err != nil {
		return nil, err
	}
	contestants[0].name = "no results yet"
	contestants = slices.Insert(contestants, 1, contestant{"unchanged", [][]string{{b.binary, b.pattern}}})
	return &comparison{dir: dir, caches: dir + "-caches", mode: m, contestants: contestants}, nil
}
