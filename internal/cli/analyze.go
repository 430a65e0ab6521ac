package cli

import (
	"context"
	"errors"
	"maps"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"syscall"

	"github.com/awserrlint/awserrlint/internal/engine"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/load/source"
	"github.com/awserrlint/awserrlint/internal/output"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/scope"
)

// A result is the result of a run on all packages.
type result struct {
	Findings  []finding.Finding
	Problems  []finding.Problem
	names     map[string]string      // of the packages that analyzed packages import, by path
	sums      map[string]load.Sum    // of the files that fixes change
	unmatched []*source.NoMatchError // patterns of one selection
	note      string                 // about files that are not analyzed
	hidden    []finding.Finding      // those of severity info that not all formats have
	matched   int                    // packages
	analyzed  int                    // of them, those that can reach AWS
	fails     bool                   // there are findings that decide the exit code
	covered   []coverage             // what was looked at, if there is a baseline
}

// analyze analyzes the selected packages, fixes findings if -fix or -diff is set, prints the rest
// and returns the exit code.
func (inv *invocation) analyze() (int, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process
	program.CollectLess()
	code, err := inv.analyzeAndPrint(ctx)
	if err != nil && ctx.Err() != nil {
		err = errors.New("interrupted") // err may be any error that the end of ctx caused
	}
	return code, err
}

func (inv *invocation) analyzeAndPrint(ctx context.Context) (int, error) {
	res, err := inv.findings(ctx, nil)
	if err != nil {
		return program.Failed, err
	}
	switch {
	case inv.fix || inv.diff:
		return inv.runFix(ctx, res)
	case inv.writes:
		return inv.saveBaseline(res)
	}
	return inv.print(res)
}

// findings loads the selected packages, with the content of files in overlay, and runs the
// rules on them. It returns an error only if nothing can be loaded.
func (inv *invocation) findings(ctx context.Context, overlay map[string][]byte) (*result, error) {
	progress := startProgress(inv.stderr, inv.x)
	defer progress.stop()
	var res *result
	err := unlessInterrupted(ctx, func() (err error) {
		res, err = inv.analyzeAll(ctx, overlay, progress)
		return err
	})
	if err != nil {
		return nil, err // res may be written yet
	}
	return res, nil
}

// analyzeAll does that, and tells progress how far it is.
func (inv *invocation) analyzeAll(ctx context.Context, overlay map[string][]byte, progress *progress) (*result, error) {
	progress.set("looking for modules")
	sc, err := inv.scope(ctx)
	if err != nil {
		return nil, err
	}
	known, err := inv.newFilter(overlay)
	if err != nil {
		return nil, err
	}
	res := &result{names: make(map[string]string), sums: make(map[string]load.Sum)}
	for i, s := range sc.Selections {
		several := len(sc.Selections) > 1
		if several {
			progress.print("%s (%d of %d)", s, i+1, len(sc.Selections))
		}
		if i > 0 {
			runtime.GC() // what the module before took is free before this one grows
		}
		part := &result{names: res.names, sums: res.sums}
		err := inv.analyzeSelection(ctx, part, s, overlay, progress)
		if err != nil && (!several || ctx.Err() != nil) {
			return nil, err
		}
		if err != nil {
			part.Problems = []finding.Problem{s.Problem(err)}
		} else if part.Findings, part.Problems, err = s.DropShared(part.Findings, part.Problems); err != nil {
			return nil, err
		} else if err := known.drop(ctx, s, part); err != nil {
			return nil, err
		}
		sc.Ran(s, part.unmatched)
		inv.judge(part)
		res.add(part)
	}
	part := &result{Findings: known.gone()}
	inv.judge(part)
	res.add(part)
	res.covered = known.covered
	res.Problems = append(res.Problems, sc.Problems()...)
	res.note = sc.Note()
	res.Findings = finding.Sort(res.Findings)
	return res, nil
}

// judge hides findings in res, and finds out what the others mean for the exit code. The settings of
// the selection that res is of must be applied.
func (inv *invocation) judge(res *result) {
	var reported []finding.Finding
	for _, f := range res.Findings {
		res.fails = res.fails || inv.Fail(f.Severity)
		if !inv.Shown(f.Severity) {
			f.Fixes = nil // which -fix does not make
			res.hidden = append(res.hidden, f)
			continue
		}
		reported = append(reported, f)
	}
	res.Findings = reported
}

// add adds part, the result of a selection.
func (res *result) add(part *result) {
	res.Problems = append(res.Problems, part.Problems...)
	res.Findings = append(res.Findings, part.Findings...)
	res.hidden = append(res.hidden, part.hidden...)
	res.matched += part.matched
	res.analyzed += part.analyzed
	res.fails = res.fails || part.fails
}

// analyzeSelection adds to res what the rules find in the packages of s.
func (inv *invocation) analyzeSelection(ctx context.Context, res *result, s scope.Selection, overlay map[string][]byte, progress *progress) error {
	if err := inv.applySettings(s.Settings); err != nil {
		return err
	}
	analyzers, err := inv.Enabled()
	if err != nil {
		return err
	}
	res.Problems = append(res.Problems, inv.checkSettings(s)...)
	progress.set("loading packages")
	found, err := engine.Run(ctx, engine.Config{
		Load: load.Config{
			Dir:       s.Dir,
			Patterns:  s.Patterns(),
			BuildTags: inv.tags,
			Tests:     inv.Tests(),
			Calls:     inv.Words("calls"),
			Overlay:   overlay,
			Steps:     progress,
		},
		Analyzers: analyzers,
		Severity:  inv.Most,
		Cache:     inv.results(),
		Analyzed:  func(done, all int) { progress.set("analyzed %d of %d packages", done, all) },
	})
	if err != nil {
		return err
	}
	if found.Fallback != "" && found.Packages > 0 { // otherwise nothing was compiled
		progress.fellBack(found.Fallback)
	}
	res.unmatched = found.Unmatched
	res.Problems = append(res.Problems, found.Problems...)
	res.Findings = append(res.Findings, inv.Judge(found.Findings)...)
	res.matched, res.analyzed = found.Matched, found.Packages
	maps.Copy(res.names, found.Names)
	maps.Copy(res.sums, found.Sums)
	return nil
}

// print prints the findings in the formats of -format, and the problems on standard error. It returns
// the exit code.
func (inv *invocation) print(res *result) (int, error) {
	printed := inv.printReports(res)
	failed := inv.printProblems(res)
	inv.printSummary(res)
	switch {
	case failed || !printed:
		return program.Failed, nil
	case res.fails:
		return program.Findings, nil
	}
	return program.Clean, nil
}

// report returns res as the formats take it, with hidden findings or without.
func (inv *invocation) report(res *result, hidden bool) *output.Report {
	r := &output.Report{Findings: res.Findings, Problems: res.Problems, Names: res.names}
	if hidden {
		r.Findings = finding.Sort(slices.Concat(res.Findings, res.hidden))
	}
	for _, rule := range inv.Pages() {
		r.Rules = append(r.Rules, output.Rule{Name: rule.Name, Title: rule.Doc.Title, URL: rule.URL, Severity: inv.Severity(rule.Name), Doc: rule.Doc})
	}
	return r
}
