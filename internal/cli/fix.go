package cli

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/printable"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/relpath"
)

// maxRounds limits how often fixes are applied and the result is analyzed again. Each
// round applies the fixes that conflicted in the round before; three rounds are rare.
const maxRounds = 10

// A fixing is the state of -fix. Files are written only when all fixed packages type-check.
type fixing struct {
	*invocation
	before   map[string][]byte   // contents of files that fixes change
	contents map[string][]byte   // of the files fixed so far
	sums     map[string]load.Sum // of other files, as they were analyzed last
	broken   map[string]bool     // packages that had problems before any fix, and so have none
	refused  []finding.Problem   // one for each package that the fixes would break
	fixes    int                 // made so far
}

// runFix applies fixes until there are none, or with -diff prints what that would change, and
// reports the remaining findings. first is the result for the unchanged files.
func (inv *invocation) runFix(ctx context.Context, first *result) (int, error) {
	f := &fixing{invocation: inv, before: make(map[string][]byte), contents: make(map[string][]byte), broken: make(map[string]bool)}
	for _, p := range first.Problems {
		f.broken[p.Package] = true
	}
	rest, changes, err := f.changes(ctx, first)
	switch {
	case err == nil && inv.diff:
		rest.fails = rest.fails || first.fails
		return inv.printDiff(changes, rest)
	case err == nil:
		err = edit.Write(ctx, changes, config.RootOf)
	}
	switch {
	case err == nil:
		f.printFixed(changes)
		return inv.print(rest)
	case ctx.Err() == nil && !inv.diff: // nothing is fixed, but what there is to fix is known
		inv.print(first)
	}
	return program.Failed, err
}

// changes returns the changes that fix all that can be fixed in first, and the result for the fixed
// files.
func (f *fixing) changes(ctx context.Context, first *result) (*result, []edit.Change, error) {
	rest, err := f.rounds(ctx, first)
	if err != nil {
		return nil, nil, err
	}
	for i, fd := range rest.Findings {
		if f.isRefused(fd.Package) {
			rest.Findings[i].Fixes = nil
		}
	}
	changes, err := edit.Changes(f.contents, func(name string) ([]byte, error) { return f.before[name], nil })
	rest.Problems = slices.Concat(first.Problems, f.refused)
	return rest, changes, err
}

// printFixed says on standard error what is fixed.
func (f *fixing) printFixed(changes []edit.Change) {
	if len(changes) == 0 {
		return
	}
	var names []string
	for _, ch := range changes {
		names = append(names, printable.Line(relpath.File(ch.Name)))
	}
	fmt.Fprintf(f.stderr, "%s: fixed %s in %s: %s\n", program.Name, counted(f.fixes, "finding"), counted(len(changes), "file"), program.Listed(names, ", "))
}

// rounds applies fixes in memory until none is left, and returns the result for the fixed
// files. It returns an error if no package can be fixed alone, see refuse.
func (f *fixing) rounds(ctx context.Context, res *result) (*result, error) {
	for range maxRounds {
		f.sums = res.sums
		f.refuseForeign(res.Findings)
		m, fixes := finding.Edits(res.Findings, func(fd finding.Finding) bool { return f.isRefused(fd.Package) })
		if len(m) == 0 {
			break
		}
		files, err := m.Rewrite(f.readFile, res.names)
		if broken, ok := errors.AsType[*edit.SyntaxError](err); ok {
			if err := f.refuse(f.breaking(res.Findings, broken)); err != nil {
				return nil, err
			}
			continue
		}
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
			f.contents, f.fixes, res = next, f.fixes+fixes, after
			continue
		}
		// Try again from the contents before this round, without the packages that break.
		if err := f.refuse(after.Problems); err != nil {
			return nil, err
		}
	}
	return res, nil
}

// breaking returns a problem for each fix that edits the broken file.
func (f *fixing) breaking(findings []finding.Finding, broken *edit.SyntaxError) []finding.Problem {
	var problems []finding.Problem
	for _, fd := range findings {
		edits := func(e edit.Edit) bool { return e.Pos.Filename == broken.File }
		if len(fd.Fixes) > 0 && slices.ContainsFunc(fd.Fixes[0].Edits, edits) && !f.isRefused(fd.Package) {
			problems = append(problems, finding.Problem{Package: fd.Package, Message: broken.Error()})
		}
	}
	return problems
}

// refuse adds the packages that have problems to those that are not fixed, with the first
// problem of each. If one has a problem although it is refused already, the fixes of
// another package break it: then refuse returns an error.
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

// refuseForeign adds to the packages that are not fixed those whose fixes change a file that is not the module's own.
func (f *fixing) refuseForeign(findings []finding.Finding) {
	for _, fd := range findings {
		if len(fd.Fixes) == 0 || f.isRefused(fd.Package) {
			continue
		}
		if file, err := edit.Foreign(fd.Fixes[0].Edits, config.RootOf); err != nil {
			f.refused = append(f.refused, finding.Problem{Package: fd.Package, Pos: file, Message: "not fixed: " + err.Error()})
		}
	}
}

// readFile returns the content of a file as it was analyzed, or fixed since.
func (f *fixing) readFile(name string) ([]byte, error) {
	if content, ok := f.contents[name]; ok {
		return content, nil
	}
	content, err := os.ReadFile(name)
	if err == nil && sha256.Sum256(content) != f.sums[name] {
		err = fmt.Errorf("%s: changed while it was analyzed; nothing is changed", relpath.File(name))
	}
	f.before[name] = content
	return content, err
}

// printDiff prints changes as a patch, and the findings that would remain on standard error.
func (inv *invocation) printDiff(changes []edit.Change, rest *result) (int, error) {
	for _, ch := range changes {
		name := filepath.ToSlash(relpath.File(ch.Name))
		if _, err := inv.stdout.Write(ch.Diff(patchName("a/"+name), patchName("b/"+name))); err != nil {
			return program.Failed, err
		}
	}
	for _, f := range rest.Findings {
		fmt.Fprintln(inv.stderr, f)
	}
	switch {
	case inv.printProblems(rest):
		return program.Failed, nil
	case rest.fails:
		return program.Findings, nil
	}
	return program.Clean, nil
}

// patchName returns the name of a file as git writes it in patches: in quotes, with escapes, where it has characters that end the
// line or that a terminal obeys.
func patchName(name string) string {
	if printable.Line(name) == name && utf8.ValidString(name) && !strings.ContainsAny(name, "\"\\\t") {
		return name
	}
	var b strings.Builder
	for i := range len(name) {
		switch c := name[i]; {
		case c == '"' || c == '\\':
			b.WriteString(`\` + string(c))
		case c < ' ' || c > '~':
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	return `"` + b.String() + `"`
}
