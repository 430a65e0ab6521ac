package driver

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/awserrlint/awserrlint/internal/load"
)

// maxRounds bounds how often fixes are applied and the result analyzed again. Each
// round applies what conflicted in the one before; three are seldom needed.
const maxRounds = 10

// A fixing is the state of -fix. Nothing is written before all is known to compile.
type fixing struct {
	*command
	contents map[string][]byte // of the files that are fixed so far
	broken   map[string]bool   // packages that something was wrong with to begin with
	refused  []load.Problem    // why other packages are not fixed
}

// runFix applies fixes until there are none, or prints what that would change, and
// reports what remains. first is what the analysis of the files as they are found.
func (c *command) runFix(ctx context.Context, first *result) (int, error) {
	f := &fixing{command: c, contents: make(map[string][]byte), broken: make(map[string]bool)}
	for _, p := range first.problems {
		f.broken[p.Package] = true
	}
	rest, err := f.rounds(ctx, first)
	if err != nil {
		return exitFailed, err
	}
	changes, err := f.changes()
	if err != nil {
		return exitFailed, err
	}
	rest.problems = slices.Concat(first.problems, f.refused)
	if c.diff {
		return c.printDiff(changes, rest)
	}
	if err := replaceFiles(ctx, changes); err != nil {
		return exitFailed, err
	}
	return c.print(rest)
}

// rounds applies fixes until none is left and returns what remains. The error is
// for fixes that cannot be applied to some packages only.
func (f *fixing) rounds(ctx context.Context, res *result) (*result, error) {
	for range maxRounds {
		m := mergeFixes(res.findings, func(fd finding) bool { return f.broken[fd.Package] || f.isRefused(fd.Package) })
		if len(m) == 0 {
			break
		}
		files, err := rewrite(m, f.readFile, res.names)
		if err != nil {
			return nil, err
		}
		next := maps.Clone(f.contents)
		maps.Copy(next, files)
		after, err := f.analyze(ctx, next)
		if err != nil {
			return nil, err
		}
		after.problems = slices.DeleteFunc(after.problems, func(p load.Problem) bool { return f.broken[p.Package] })
		if len(after.problems) == 0 {
			f.contents, res = next, after
			continue
		}
		// The same again, from the state before, for the packages that stay whole.
		if err := f.refuse(after.problems); err != nil {
			return nil, err
		}
	}
	return res, nil
}

// refuse stops fixing the packages that problems are about, each because of its
// first one. The error is for a package that is not fixed already: what breaks it
// are the fixes of another.
func (f *fixing) refuse(problems []load.Problem) error {
	before := slices.Clone(f.refused)
	for _, p := range problems {
		if slices.ContainsFunc(before, func(q load.Problem) bool { return q.Package == p.Package }) {
			return fmt.Errorf("fixed code would not compile, nothing is changed: %s", problemText(p))
		}
		if !f.isRefused(p.Package) {
			p.Message = "not fixed, the fixed code would not compile: " + p.Message
			f.refused = append(f.refused, p)
		}
	}
	return nil
}

func (f *fixing) isRefused(pkg string) bool {
	return slices.ContainsFunc(f.refused, func(p load.Problem) bool { return p.Package == pkg })
}

func (f *fixing) readFile(name string) ([]byte, error) {
	if content, ok := f.contents[name]; ok {
		return content, nil
	}
	return os.ReadFile(name)
}

// A change is a file with its content before and after.
type change struct {
	name       string
	old, fixed []byte
}

// changes returns what the fixes come to, by name.
func (f *fixing) changes() ([]change, error) {
	var all []change
	for name, fixed := range f.contents {
		old, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(old, fixed) {
			all = append(all, change{name, old, fixed})
		}
	}
	slices.SortFunc(all, func(x, y change) int { return cmp.Compare(x.name, y.name) })
	return all, nil
}

// printDiff prints changes, and on standard error what they would leave, so that
// the output can be applied as a patch.
func (c *command) printDiff(changes []change, rest *result) (int, error) {
	for _, ch := range changes {
		name := filepath.ToSlash(relative(ch.name))
		if _, err := c.stdout.Write(diff.Diff("a/"+name, ch.old, "b/"+name, ch.fixed)); err != nil {
			return exitFailed, err
		}
	}
	for _, f := range rest.findings {
		fmt.Fprintln(c.stderr, f.line())
	}
	switch {
	case c.printProblems(rest):
		return exitFailed, nil
	case len(changes)+len(rest.findings) > 0:
		return exitFindings, nil
	}
	return exitClean, nil
}
