package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// runVerdicts compares what is found in modules with the file of verdicts. It prints what has to be
// read and what is gone, and returns whether there is nothing of the kind. With -update it writes
// the file.
func (o *options) runVerdicts(ctx context.Context, modules []module, out, progress io.Writer) (same bool, err error) {
	text, err := os.ReadFile(o.verdicts)
	if err != nil && !(o.update && os.IsNotExist(err)) {
		return false, err
	}
	recorded, err := parseVerdicts(string(text))
	if err != nil {
		return false, fmt.Errorf("%s:%w", o.verdicts, err)
	}
	kept := slices.DeleteFunc(slices.Clone(recorded), func(s verdictSection) bool { return o.selects(s.repository, s.name()) })
	same = true
	for i, m := range modules {
		fmt.Fprintf(progress, "%d/%d %s\n", i+1, len(modules), m.name())
		found, err := o.judged(ctx, m)
		if err != nil {
			return false, err
		}
		var before []verdict
		if i := slices.IndexFunc(recorded, func(s verdictSection) bool { return s.name() == m.name() }); i >= 0 {
			before = recorded[i].verdicts
		}
		now, gone := succeedAll(found, before)
		for _, v := range now {
			if v.open() {
				same = false
				fmt.Fprintf(out, "\n%s: %s\n", m.name(), v.format())
				printExcerpt(out, m, v.line, v.file)
			}
		}
		for _, v := range gone {
			same = false
			fmt.Fprintf(out, "\n%s: gone: %s\n", m.name(), v.format())
		}
		if len(now) > 0 {
			kept = append(kept, verdictSection{m.repository, m.commit, m.folder, now})
		}
	}
	if o.update {
		return true, os.WriteFile(o.verdicts, formatVerdicts(kept), 0o666)
	}
	return same, nil
}

// judged returns the findings in m, those of severity info too, none of which has been read.
func (o *options) judged(ctx context.Context, m module) ([]verdict, error) {
	p, err := start(ctx, o.timeout, m.dir(), o.resultsEnv(o.results), o.tool, "-format", "json", "-all", "./...")
	if err != nil {
		return nil, err
	}
	decoded, err := decodeJSON(p.stdout)
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", m.name(), err, p.failure)
	}
	var found []verdict
	for _, f := range decoded.Findings {
		v := verdict{
			finding:  finding{moduleFile(f.File, m.dir()), f.Position.Line, f.Position.Column, f.Rule, f.Message},
			severity: f.Severity,
			fault:    unread,
			fix:      noFix,
		}
		if len(f.Fixes) > 0 {
			v.fix = unread
		}
		found = append(found, v)
	}
	slices.SortFunc(found, func(x, y verdict) int { return compareFindings(x.finding, y.finding) })
	return found, nil
}

// succeedAll returns found with what was made of them before, and those before that are gone.
func succeedAll(found, before []verdict) (now, gone []verdict) {
	left := make(map[string]verdict)
	for _, v := range before {
		left[v.place()] = v
	}
	for _, v := range found {
		if old, ok := left[v.place()]; ok {
			v = v.succeed(old)
			delete(left, v.place())
		}
		now = append(now, v)
	}
	for _, v := range before {
		if _, ok := left[v.place()]; ok {
			gone = append(gone, v)
		}
	}
	return now, gone
}

// around is how many lines of a program are shown before and after a finding.
const around = 8

// printExcerpt prints the lines around one of a file of m. A file that cannot be read has none.
func printExcerpt(out io.Writer, m module, line int, file string) {
	text, err := os.ReadFile(filepath.Join(m.dir(), filepath.FromSlash(file)))
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
			fmt.Fprintf(out, "%c%5d  %s", mark, n, l)
		}
	}
}
