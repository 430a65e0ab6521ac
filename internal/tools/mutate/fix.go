package main

import (
	"context"
	"fmt"
	"go/format"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// fix applies the fixes of what is new in the copy, and sees whether they hold. planted is what was found before,
// mutants are those whose findings have a fix, and changed are the files with mutants.
func (t *trial) fix(ctx context.Context, planted *report, mutants []*mutant, changed map[string]string) error {
	before, err := checkout.ReadSources(t.module.Dir())
	if err != nil {
		return err
	}
	fixing, err := t.lint(ctx, "-fix", "-baseline", filepath.Join(t.temp, "baseline.json"))
	if err != nil {
		return err
	}
	after, err := t.lint(ctx, "-all")
	if err != nil {
		return err
	}
	now, err := checkout.ReadSources(t.module.Dir())
	if err != nil {
		return err
	}
	for _, m := range mutants {
		m.result.fix = mended
		m.result.fixed = functionText(now[m.file], m.function)
		if m.result.fixed == m.result.mutated && now[m.file] == changed[m.file] {
			m.breaks("-fix changes nothing")
		}
	}
	for _, p := range slices.Concat(fixing.problems, after.problems) {
		for _, m := range blame(p, mutants) {
			m.breaks("it does not compile: " + p.text)
		}
	}
	for _, f := range after.since(&report{findings: slices.Concat(planted.findings, t.before.findings)}) {
		for _, m := range mutants {
			if f.severity != "info" && f.file == m.file && f.function == m.function {
				m.breaks("it leads to a finding of " + f.rule + ": " + f.message)
			}
		}
	}
	for _, f := range after.since(t.before) {
		for _, m := range mutants {
			if f.severity != "info" && f.rule == m.result.rule && m.explains(f) {
				m.breaks("it is still found: " + f.message)
			}
		}
	}
	for _, name := range now.Since(before) {
		if formatted, err := format.Source([]byte(now[name])); err != nil || string(formatted) != now[name] {
			t.blameFile(mutants, name, "not formatted: "+name)
		}
	}
	if t.vet {
		return t.vetFixed(ctx, mutants, before, now)
	}
	return nil
}

// breaks notes that the fix of m does not hold.
func (m *mutant) breaks(why string) {
	m.result.fix = broken
	if !strings.Contains(m.result.why, why) {
		m.result.why += why + "\n"
	}
}

// blameFile notes that fixes have broken a file.
func (t *trial) blameFile(mutants []*mutant, name, why string) {
	for _, m := range blame(problem{file: name}, mutants) {
		m.breaks(why)
	}
}

// vetFixed has go vet look at what fixes have changed. It must say no more than before them.
func (t *trial) vetFixed(ctx context.Context, mutants []*mutant, before, now checkout.Sources) error {
	files := now.Since(before)
	if len(files) == 0 {
		return nil
	}
	folders := make(map[string]bool)
	for _, name := range files {
		folders["./"+path.Dir(name)] = true
	}
	vet := func() (map[string]bool, error) {
		p, err := checkout.Run(ctx, t.timeout, t.module.Dir(), nil, append([]string{"go", "vet"}, slices.Sorted(maps.Keys(folders))...)...)
		if err == nil && p.Failure != "" { // that says nothing of the fix
			err = fmt.Errorf("go vet: %s", p.Failure)
		}
		lines := make(map[string]bool)
		for _, line := range p.Complaints() {
			if _, text, ok := strings.Cut(line, ": "); ok { // fixes move lines
				line = text
			}
			lines[line] = true
		}
		return lines, err
	}
	after, err := vet()
	if err != nil || len(after) == 0 {
		return err
	}
	for _, name := range files {
		if err := t.write(name, []byte(before[name])); err != nil {
			return err
		}
	}
	known, err := vet()
	if err != nil {
		return err
	}
	for line := range after {
		if !known[line] {
			t.blameFile(mutants, files[0], fmt.Sprintf("go vet: %s", line))
		}
	}
	return nil
}
