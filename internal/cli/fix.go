package cli

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/relpath"
)

// maxRounds bounds how often fixes are applied and the result analyzed again. Each
// round applies what conflicted in the one before; three are seldom needed.
const maxRounds = 10

// A fixing is the state of -fix. Nothing is written before all is known to compile.
type fixing struct {
	*invocation
	contents map[string][]byte // of the files that are fixed so far
	broken   map[string]bool   // packages that something was wrong with to begin with
	refused  []finding.Problem // why other packages are not fixed
}

// runFix applies fixes until there are none, or prints what that would change, and
// reports what remains. first is what the analysis of the files as they are found.
func (inv *invocation) runFix(ctx context.Context, first *result) (int, error) {
	f := &fixing{invocation: inv, contents: make(map[string][]byte), broken: make(map[string]bool)}
	for _, p := range first.Problems {
		f.broken[p.Package] = true
	}
	rest, err := f.rounds(ctx, first)
	if err != nil {
		return program.Failed, err
	}
	changes, err := edit.Changes(f.contents)
	if err != nil {
		return program.Failed, err
	}
	rest.Problems = slices.Concat(first.Problems, f.refused)
	if inv.diff {
		return inv.printDiff(changes, rest)
	}
	if err := edit.Write(ctx, changes); err != nil {
		return program.Failed, err
	}
	return inv.print(rest)
}

// rounds applies fixes until none is left and returns what remains. The error is
// for fixes that cannot be applied to some packages only.
func (f *fixing) rounds(ctx context.Context, res *result) (*result, error) {
	for range maxRounds {
		m := finding.Edits(res.Findings, func(fd finding.Finding) bool { return f.broken[fd.Package] || f.isRefused(fd.Package) })
		if len(m) == 0 {
			break
		}
		files, err := m.Rewrite(f.readFile, res.names)
		if err != nil {
			return nil, err
		}
		next := maps.Clone(f.contents)
		maps.Copy(next, files)
		after, err := f.findings(ctx, next)
		if err != nil {
			return nil, err
		}
		after.Problems = slices.DeleteFunc(after.Problems, func(p finding.Problem) bool { return f.broken[p.Package] })
		if len(after.Problems) == 0 {
			f.contents, res = next, after
			continue
		}
		// The same again, from the state before, for the packages that stay whole.
		if err := f.refuse(after.Problems); err != nil {
			return nil, err
		}
	}
	return res, nil
}

// refuse stops fixing the packages that problems are about, each because of its
// first one. The error is for a package that is not fixed already: what breaks it
// are the fixes of another.
func (f *fixing) refuse(problems []finding.Problem) error {
	before := slices.Clone(f.refused)
	for _, p := range problems {
		if slices.ContainsFunc(before, func(q finding.Problem) bool { return q.Package == p.Package }) {
			return fmt.Errorf("fixed code would not compile, nothing is changed: %s", p)
		}
		if !f.isRefused(p.Package) {
			p.Message = "not fixed, the fixed code would not compile: " + p.Message
			f.refused = append(f.refused, p)
		}
	}
	return nil
}

func (f *fixing) isRefused(pkg string) bool {
	return slices.ContainsFunc(f.refused, func(p finding.Problem) bool { return p.Package == pkg })
}

func (f *fixing) readFile(name string) ([]byte, error) {
	if content, ok := f.contents[name]; ok {
		return content, nil
	}
	return os.ReadFile(name)
}

// printDiff prints changes, and on standard error what they would leave, so that
// the output can be applied as a patch.
func (inv *invocation) printDiff(changes []edit.Change, rest *result) (int, error) {
	for _, ch := range changes {
		name := filepath.ToSlash(relpath.File(ch.Name))
		if _, err := inv.stdout.Write(ch.Diff("a/"+name, "b/"+name)); err != nil {
			return program.Failed, err
		}
	}
	for _, f := range rest.Findings {
		fmt.Fprintln(inv.stderr, f)
	}
	switch {
	case inv.printProblems(rest):
		return program.Failed, nil
	case len(changes)+len(rest.Findings) > 0:
		return program.Findings, nil
	}
	return program.Clean, nil
}
