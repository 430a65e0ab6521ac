package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// runVerdicts compares what is found in modules with the file of verdicts. It prints what has to be
// read and what is gone, and returns whether there is nothing of the kind. With -update it writes
// the file.
func (o *options) runVerdicts(ctx context.Context, modules []checkout.Module, out, progress io.Writer) (same bool, err error) {
	recorded, err := o.readVerdicts()
	if err != nil {
		return false, err
	}
	same = true
	var now []verdictSection
	for i, m := range modules {
		fmt.Fprintf(progress, "%d/%d %s\n", i+1, len(modules), m.Name())
		old := verdictSection{heading: headingOf(m)}
		if i := slices.IndexFunc(recorded, func(s verdictSection) bool { return s.name() == m.Name() }); i >= 0 {
			old = recorded[i]
			recorded = slices.Delete(recorded, i, i+1)
		}
		found, problem, err := o.judged(ctx, m)
		switch {
		case err != nil && (len(old.verdicts) > 0 || ctx.Err() != nil):
			return false, err // the verdicts must not be taken to be gone
		case err != nil: // a template, or a module whose go.mod is broken
			fmt.Fprintf(out, "\n%v\n", err)
			continue
		}
		if problem != "" {
			fmt.Fprintf(out, "\n%s: incomplete: %s\n", m.Name(), problem)
		}
		verdicts, gone := succeedAll(found, old.verdicts)
		for _, v := range verdicts {
			if v.open() {
				same = false
				printOpen(out, m, v)
			}
		}
		same = printGone(out, old, gone) && same
		now = append(now, verdictSection{headingOf(m), verdicts})
	}
	// What is left is of modules that do not exist or that nobody asked for.
	for _, s := range recorded {
		if o.selects(s.repository, s.name()) {
			same = printGone(out, s, s.verdicts) && same
		} else {
			now = append(now, s)
		}
	}
	if o.update {
		return true, os.WriteFile(o.verdicts, formatVerdicts(now), 0o666)
	}
	return same, nil
}

// readVerdicts reads the file of verdicts, which need not exist if it is written.
func (o *options) readVerdicts() ([]verdictSection, error) {
	text, err := os.ReadFile(o.verdicts)
	if err != nil && !(o.update && os.IsNotExist(err)) {
		return nil, err
	}
	file, err := parseVerdicts(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s:%w", o.verdicts, err)
	}
	return file, nil
}

// judged returns the findings in m, those of severity info too, none of which has been read, and the
// first problem if m could not be analyzed in full.
func (o *options) judged(ctx context.Context, m checkout.Module) (found []verdict, problem string, err error) {
	p, err := checkout.Run(ctx, o.timeout, m.Dir(), o.resultsEnv(o.results), o.tool, "-format", "json", "-all", "./...")
	if err != nil {
		return nil, "", err
	}
	decoded, err := checkout.DecodeJSON(p.Stdout)
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w: %s", m.Name(), err, strings.Join(p.Complaints(), "; "))
	}
	for _, f := range decoded.Findings {
		v := verdict{
			finding:  finding{checkout.FileName(f.File, m.Dir()), f.Position.Line, f.Position.Column, f.Rule, f.Message},
			severity: f.Severity,
			fault:    unread,
			fix:      noFix,
		}
		if len(f.Fixes) > 0 {
			v.fix = unread
			if v.diff, err = diffOf(f.Fixes[0], m.Dir()); err != nil {
				return nil, "", fmt.Errorf("%s: %w", m.Name(), err)
			}
			v.diffHash = hashOf(v.diff)
		}
		found = append(found, v)
	}
	slices.SortFunc(found, func(x, y verdict) int { return compareFindings(x.finding, y.finding) })
	if len(decoded.Problems) > 0 {
		first := decoded.Problems[0]
		problem = strings.TrimPrefix(cmp.Or(first.Position, first.Package)+": "+first.Message, ": ")
	}
	return found, problem, nil
}

// succeedAll returns found with what was made of them before, and those before that are gone. Of several
// with the same place, those with the same message belong together.
func succeedAll(found, before []verdict) (now, gone []verdict) {
	gone = slices.Clone(before)
	now = slices.Clone(found)
	done := make([]bool, len(now))
	for _, reworded := range []bool{false, true} {
		for i, v := range now {
			at := slices.IndexFunc(gone, func(old verdict) bool {
				return old.place() == v.place() && (reworded || old.message == v.message)
			})
			if !done[i] && at >= 0 {
				now[i], done[i] = v.succeed(gone[at]), true
				gone = slices.Delete(gone, at, at+1)
			}
		}
	}
	return now, gone
}

// printOpen prints v, found in m, with the code around it and the diff of its fix.
func printOpen(out io.Writer, m checkout.Module, v verdict) {
	fmt.Fprintf(out, "\n%s: %s\n", m.Name(), v.format())
	if v.oldMessage != "" {
		fmt.Fprintf(out, "the verdict is on: %s\n", v.oldMessage)
	}
	printExcerpt(out, m, v.line, v.file)
	fmt.Fprint(out, v.diff)
}

// printGone prints verdicts of s whose findings are gone. It returns whether there are none.
func printGone(out io.Writer, s verdictSection, gone []verdict) (none bool) {
	for _, v := range gone {
		fmt.Fprintf(out, "\n%s: gone: %s\n", s.name(), v.format())
	}
	return len(gone) == 0
}

// around is how many lines of a program are shown before and after a finding.
const around = 8

// printExcerpt prints the lines around one of a file of m. A file that cannot be read has none.
func printExcerpt(out io.Writer, m checkout.Module, line int, file string) {
	text, err := os.ReadFile(filepath.Join(m.Dir(), filepath.FromSlash(file)))
	if err != nil {
		fmt.Fprintln(out, err)
		return
	}
	n := 0
	for l := range strings.Lines(string(text)) {
		if n++; n >= line-around && n <= line+around {
			mark := ' '
			if n == line {
				mark = '>'
			}
			fmt.Fprintf(out, "%c%5d  %s\n", mark, n, strings.TrimRight(l, "\r\n"))
		}
	}
}
