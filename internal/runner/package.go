package runner

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/crash"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// analyze runs the analyzers, and the analyzers they require, on pkg, and adds to facts. The findings are the results of the
// analyzers in r, see rule.Reported.
func (r *Runner) analyze(pkg *packages.Package, facts *Facts) Result {
	run := &packageRun{Runner: r, pkg: pkg, facts: facts, outcomes: make(map[*analysis.Analyzer]outcome)}
	for _, a := range r.Analyzers {
		run.analyze(a)
	}
	for _, f := range run.failures {
		message := strings.Join(f.names, ", ") + " failed: " + f.reason
		run.result.Problems = append(run.result.Problems, finding.Problem{Package: pkg.PkgPath, Message: message})
	}
	return run.result
}

// A packageRun is the analysis of one package.
type packageRun struct {
	*Runner
	pkg      *packages.Package
	facts    *Facts
	outcomes map[*analysis.Analyzer]outcome
	result   Result
	failures []failure
}

// A failure is why analyzers failed.
type failure struct {
	names  []string
	reason string
}

// An outcome is how an analyzer ended.
type outcome struct {
	result any
	ok     bool
}

// analyze runs a after the analyzers that it requires, unless it has run already.
func (r *packageRun) analyze(a *analysis.Analyzer) outcome {
	if out, done := r.outcomes[a]; done {
		return out
	}
	var out outcome
	inputs := make(map[*analysis.Analyzer]any)
	ready := !r.pkg.IllTyped || a.RunDespiteErrors
	for _, req := range a.Requires {
		in := r.analyze(req)
		inputs[req] = in.result
		ready = ready && in.ok // otherwise there is a problem for req
	}
	if ready {
		out = r.exec(a, inputs)
	}
	r.outcomes[a] = out
	return out
}

// exec runs a with the results of the analyzers that it requires.
func (r *packageRun) exec(a *analysis.Analyzer, inputs map[*analysis.Analyzer]any) outcome {
	pass := &analysis.Pass{
		Analyzer:     a,
		Fset:         r.pkg.Fset,
		Files:        r.pkg.Syntax,
		OtherFiles:   r.pkg.OtherFiles,
		IgnoredFiles: r.pkg.IgnoredFiles,
		Pkg:          r.pkg.Types,
		TypesInfo:    r.pkg.TypesInfo,
		TypesSizes:   r.pkg.TypesSizes,
		TypeErrors:   r.pkg.TypeErrors,
		Module:       module(r.pkg),
		ResultOf:     inputs,
		ReadFile:     r.ReadFile,
		Report:       func(analysis.Diagnostic) {}, // the result holds the same, and more
	}
	r.facts.connect(pass)
	var out outcome
	err := crash.Guard(func() (err error) {
		if out.result, err = a.Run(pass); err != nil {
			return err
		}
		if got := reflect.TypeOf(out.result); got != a.ResultType {
			return fmt.Errorf("result is %v, not %v", got, a.ResultType)
		}
		if reported, ok := out.result.([]rule.Reported); ok && slices.Contains(r.Analyzers, a) {
			return r.add(a, reported)
		}
		return nil
	})
	if err != nil {
		r.fail(a, err)
		return outcome{}
	}
	out.ok = true
	return out
}

// add adds what a reported to the findings.
func (r *packageRun) add(a *analysis.Analyzer, reported []rule.Reported) error {
	var first error
	for _, d := range reported {
		f, err := finding.New(r.pkg.Fset, a, r.pkg.PkgPath, d.Operation, d.Diagnostic)
		if err != nil {
			first = cmp.Or(first, err)
			continue
		}
		f.Severity = finding.Lower(r.Severity(a.Name), finding.Severity(d.Category))
		r.result.Findings = append(r.result.Findings, f)
	}
	return first
}

// fail adds a problem, or the name of a to one: what several analyzers ask for can fail for each.
func (r *packageRun) fail(a *analysis.Analyzer, err error) {
	for i, f := range r.failures {
		if f.reason == err.Error() {
			r.failures[i].names = append(f.names, a.Name)
			return
		}
	}
	r.failures = append(r.failures, failure{[]string{a.Name}, err.Error()})
}

func module(pkg *packages.Package) *analysis.Module {
	if pkg.Module == nil {
		return new(analysis.Module) // never nil, as in other drivers
	}
	return &analysis.Module{Path: pkg.Module.Path, Version: pkg.Module.Version, GoVersion: pkg.Module.GoVersion}
}
