package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// maxRounds limits how often fixes are applied. One run should be enough.
const maxRounds = 4

// A fixing is the result of applying the fixes in a module.
type fixing struct {
	changed []string // files, relative to the folder of the module
	faults  []string // what is wrong afterwards, a line each
}

func (f *fixing) summary() string {
	switch {
	case f == nil:
		return "-"
	case len(f.faults) == 0:
		return fmt.Sprintf("%d changed", len(f.changed))
	}
	return fmt.Sprintf("%d changed, %d faults", len(f.changed), len(f.faults))
}

func (f *fixing) fault(format string, args ...any) {
	f.faults = append(f.faults, fmt.Sprintf(format, args...))
}

// runFix applies the fixes in m to the copy of its checkout at root, and checks the fixed code. before
// is the report on m without fixes.
func (o *options) runFix(ctx context.Context, m checkout.Module, root string, before report) (*fixing, error) {
	copied := m
	copied.Root = root
	f := new(fixing)
	original, err := checkout.ReadSources(m.Dir())
	if err != nil {
		return nil, err
	}
	after, err := o.applyFixes(ctx, copied.Dir(), original, f)
	if err != nil {
		return nil, err
	}
	f.checkFindings(before, after.report)
	if len(f.changed) == 0 {
		if len(f.faults) == 0 {
			f.fault("-fix changes nothing, though there are fixes")
		}
		return f, nil
	}
	if err := o.checkFormat(ctx, m, copied, f); err != nil {
		return nil, err
	}
	return f, o.checkVet(ctx, m, copied, f)
}

// applyFixes applies fixes in dir, which holds the sources original, until nothing changes, and
// returns the last report.
func (o *options) applyFixes(ctx context.Context, dir string, original checkout.Sources, f *fixing) (outcome, error) {
	var after outcome
	now := original
	for round := 1; round <= maxRounds; round++ {
		var err error
		if after, err = o.runStandalone(ctx, o.tool, dir, nil, "-fix"); err != nil {
			return after, err
		}
		last := now
		if now, err = checkout.ReadSources(dir); err != nil {
			return after, err
		}
		changed := now.Since(last)
		if round > 1 && len(changed) > 0 {
			f.fault("run %d of -fix still changes %s", round, strings.Join(changed, ", "))
		}
		if len(changed) == 0 {
			f.changed = now.Since(original)
			return after, nil
		}
	}
	f.fault("-fix does not come to an end in %d runs", maxRounds)
	f.changed = now.Since(original)
	return after, nil
}

// checkFindings checks that fixes add no findings. Since fixes change lines and messages, it
// compares the number of findings by file and rule.
func (f *fixing) checkFindings(before, after report) {
	type key struct{ file, rule string }
	left := make(map[key]int)
	for _, x := range before.findings {
		left[key{x.file, x.rule}]++
	}
	for _, x := range after.findings {
		k := key{x.file, x.rule}
		if left[k]--; left[k] < 0 {
			f.fault("new finding: %s", strings.ReplaceAll(x.format(true), "\t", " "))
		}
	}
	for _, p := range after.problems {
		if !slices.Contains(before.problems, p) {
			f.fault("new problem: %s", p)
		}
	}
}

// checkFormat checks that gofmt would not change a fixed file, unless it would have before.
func (o *options) checkFormat(ctx context.Context, m, copied checkout.Module, f *fixing) error {
	unformatted := func(dir string) (map[string]bool, error) {
		p, err := checkout.Run(ctx, o.timeout, dir, nil, append([]string{"gofmt", "-l"}, f.changed...)...)
		if err != nil {
			return nil, err
		}
		files := make(map[string]bool)
		for line := range strings.Lines(string(p.Stdout)) {
			files[strings.TrimSpace(line)] = true
		}
		return files, nil
	}
	before, err1 := unformatted(m.Dir())
	after, err2 := unformatted(copied.Dir())
	for _, file := range slices.Sorted(maps.Keys(after)) {
		if !before[file] {
			f.fault("not formatted by gofmt: %s", file)
		}
	}
	return errors.Join(err1, err2)
}

// checkVet checks that the packages of changed files compile, including their tests, and that go
// vet reports nothing new in them.
func (o *options) checkVet(ctx context.Context, m, copied checkout.Module, f *fixing) error {
	before, err := o.vetPackages(ctx, m.Dir(), f.changed)
	if err != nil {
		return err
	}
	after, err := o.vetPackages(ctx, copied.Dir(), f.changed)
	if err != nil {
		return err
	}
	for _, line := range slices.Sorted(maps.Keys(after)) {
		if after[line] > before[line] {
			f.fault("go vet: %s", line)
		}
	}
	return nil
}

// vetPackages runs go vet on the packages of files in dir, and returns its messages with their
// numbers. Positions are reduced to files, since fixes move lines.
func (o *options) vetPackages(ctx context.Context, dir string, files []string) (map[string]int, error) {
	var folders []string
	for _, file := range files {
		folders = append(folders, "./"+path.Dir(file))
	}
	slices.Sort(folders)
	p, err := checkout.Run(ctx, o.timeout, dir, nil, append([]string{"go", "vet", "-json"}, slices.Compact(folders)...)...)
	if err != nil {
		return nil, err
	}
	said := make(map[string]int)
	say := func(position finding, text string) { said[checkout.FileName(position.file, dir)+": "+text]++ }
	problems, err := decodeVet(bytes.NewReader(p.Stdout), func(analyzer string, d vetDiagnostic) error {
		position, err := parsePosition(d.Posn)
		say(position, d.Message+" ("+analyzer+")")
		return err
	})
	if err != nil {
		problems = append(problems, err.Error())
	}
	if p.Exit != 0 || p.Failure != "" {
		problems = append(problems, p.Complaints()...)
	}
	for _, line := range problems {
		pos, text, ok := strings.Cut(strings.TrimPrefix(line, "vet: "), ": ")
		if position, err := parsePosition(pos); ok && err == nil {
			say(position, text)
		} else {
			said[line]++
		}
	}
	return said, nil
}

// printFixes prints what is wrong after fixes. It returns whether nothing is.
func printFixes(out io.Writer, rows []*row) (hold bool) {
	head := "Fixes do not hold:\n"
	for _, r := range rows {
		if r.fix == nil || len(r.fix.faults) == 0 {
			continue
		}
		fmt.Fprintf(out, "%s\n%s\n%s\n", head, r.Name(), strings.Join(r.fix.faults, "\n"))
		head = ""
	}
	if head == "" {
		fmt.Fprintln(out)
	}
	return head != ""
}
