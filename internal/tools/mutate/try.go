package main

import (
	"context"
	"fmt"
	"path"
	"slices"
)

// A result is what became of a mutant.
type result struct {
	is      state
	rule    string // that found it
	message string
	fix     fixState
	why     string // it does not compile, or its fix is broken

	mutated, fixed string // text of the function
}

type state int

const (
	missed  state = iota
	info          // found, but only -all shows it
	found         // found as a warning or an error
	invalid       // does not compile
)

type fixState int

const (
	noFix fixState = iota
	mended
	broken
)

// try plants a batch of mutants, sees which are found, and has those mended.
func (t *trial) try(ctx context.Context, batch []*mutant) error {
	r, changed, err := t.planted(ctx, batch)
	if err != nil || r == nil {
		return err
	}
	fresh := r.since(t.before)
	var fixable []*mutant
	for _, m := range batch {
		if m.result.is == invalid {
			continue
		}
		m.result.mutated = functionText(changed[m.file], m.function)
		i := slices.IndexFunc(fresh, func(f finding) bool { return f.severity != "info" && m.explains(f) })
		if i < 0 {
			i = slices.IndexFunc(fresh, m.explains)
		}
		if i < 0 {
			continue
		}
		f := fresh[i]
		m.result.is, m.result.rule, m.result.message = found, f.rule, f.message
		if f.severity == "info" {
			m.result.is = info
		} else if f.fixable {
			fixable = append(fixable, m)
		}
		fresh = slices.Delete(fresh, i, i+1)
	}
	t.tellNoise(batch, fresh)
	if len(fixable) == 0 {
		return nil
	}
	return t.fix(ctx, r, fixable, changed)
}

// explains reports whether f is what m should lead to.
func (m *mutant) explains(f finding) bool {
	return slices.Contains(m.operator.rules, f.rule) && (m.operator.anywhere || f.file == m.file && f.function == m.function)
}

// planted plants those of a batch that compile. It returns what awserrlint says of them, nil if none does, and the
// changed files.
func (t *trial) planted(ctx context.Context, batch []*mutant) (*report, map[string]string, error) {
	for {
		live := slices.DeleteFunc(slices.Clone(batch), func(m *mutant) bool { return m.result.is == invalid })
		if len(live) == 0 {
			return nil, nil, t.restore()
		}
		if err := t.restore(); err != nil {
			return nil, nil, err
		}
		changed, err := t.writeMutants(live)
		if err != nil {
			return nil, nil, err
		}
		r, err := t.lint(ctx, "-all")
		if err != nil {
			return nil, nil, err
		}
		for _, p := range r.problems {
			for _, m := range blame(p, live) {
				m.result = result{is: invalid, why: p.text}
			}
		}
		if len(r.problems) == 0 {
			return r, changed, nil
		}
	}
}

// blame returns the mutants that most likely lead to a problem: those in its function, file or package, or all.
func blame(p problem, mutants []*mutant) []*mutant {
	for _, guilty := range []func(m *mutant) bool{
		func(m *mutant) bool { return m.file == p.file && m.function == p.function },
		func(m *mutant) bool { return m.file == p.file },
		func(m *mutant) bool { return p.file != "" && path.Dir(m.file) == path.Dir(p.file) },
	} {
		if some := slices.DeleteFunc(slices.Clone(mutants), func(m *mutant) bool { return !guilty(m) }); len(some) > 0 {
			return some
		}
	}
	return mutants
}

// tellNoise prints findings that no mutant explains.
func (t *trial) tellNoise(batch []*mutant, fresh []finding) {
	for _, f := range fresh {
		var near []string
		for _, m := range batch {
			if m.file == f.file && m.function == f.function {
				near = append(near, m.operator.name)
			}
		}
		t.noise++
		if t.verbose {
			fmt.Fprintf(t.out, "NOISE %s %s:%d (%s) %s %s: %s; planted there: %q\n", t.module.Name(), f.file, f.line, f.function, f.severity, f.rule, f.message, near)
		}
	}
}
