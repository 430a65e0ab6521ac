package driver

import (
	"fmt"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/load"
)

// A unit is one package to analyze. x/tools' checker analyzes a whole program at
// once: it cannot take facts from a file, as go vet hands them over, keeps the
// SSA form of every package until the last one is done, and does not survive an
// analyzer that panics.
type unit struct {
	suite    *suite
	pkg      *packages.Package
	facts    *factSet // of what the package imports, and then of itself
	readFile func(name string) ([]byte, error)

	findings []finding
	problems []load.Problem
	outcomes map[*analysis.Analyzer]outcome
}

// An outcome is how an analyzer ended.
type outcome struct {
	result any
	ok     bool
}

// run runs analyzers, and those they require, on the package. What analyzers
// report is in u.findings, those that fail are in u.problems.
func (u *unit) run(analyzers []*analysis.Analyzer) {
	u.outcomes = make(map[*analysis.Analyzer]outcome)
	var exec func(a *analysis.Analyzer) outcome
	exec = func(a *analysis.Analyzer) outcome {
		if out, done := u.outcomes[a]; done {
			return out
		}
		var out outcome
		inputs := make(map[*analysis.Analyzer]any)
		ready := !u.pkg.IllTyped || a.RunDespiteErrors
		for _, req := range a.Requires {
			in := exec(req)
			inputs[req] = in.result
			ready = ready && in.ok // otherwise req has said why
		}
		if ready {
			out = u.exec(a, inputs, slices.Contains(analyzers, a))
		}
		u.outcomes[a] = out
		return out
	}
	for _, a := range analyzers {
		exec(a)
	}
}

// exec runs a on the package, given the results of what it requires.
func (u *unit) exec(a *analysis.Analyzer, inputs map[*analysis.Analyzer]any, report bool) outcome {
	pass := &analysis.Pass{
		Analyzer:     a,
		Fset:         u.pkg.Fset,
		Files:        u.pkg.Syntax,
		OtherFiles:   u.pkg.OtherFiles,
		IgnoredFiles: u.pkg.IgnoredFiles,
		Pkg:          u.pkg.Types,
		TypesInfo:    u.pkg.TypesInfo,
		TypesSizes:   u.pkg.TypesSizes,
		TypeErrors:   u.pkg.TypeErrors,
		Module:       module(u.pkg),
		ResultOf:     inputs,
		ReadFile:     u.readFile,
		Report: func(d analysis.Diagnostic) {
			if report {
				u.report(a, d)
			}
		},
	}
	u.facts.connect(pass)
	result, err := runSafely(pass)
	if got := reflect.TypeOf(result); err == nil && got != a.ResultType {
		err = fmt.Errorf("result is %v, not %v", got, a.ResultType)
	}
	if err != nil {
		u.fail(a, err)
	}
	return outcome{result, err == nil}
}

// runSafely runs the analyzer of pass and turns a panic into an error.
func runSafely(pass *analysis.Pass) (result any, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v", v)
		}
	}()
	return pass.Analyzer.Run(pass)
}

func (u *unit) report(a *analysis.Analyzer, d analysis.Diagnostic) {
	f, err := newFinding(u.pkg.Fset, a, u.pkg.PkgPath, d)
	if err != nil {
		u.fail(a, err)
	}
	f.Severity = u.suite.severity(a)
	u.findings = append(u.findings, f)
}

func (u *unit) fail(a *analysis.Analyzer, err error) {
	u.problems = append(u.problems, load.Problem{Package: u.pkg.PkgPath, Message: fmt.Sprintf("%s failed: %v", a.Name, err)})
}

func module(pkg *packages.Package) *analysis.Module {
	if pkg.Module == nil {
		return new(analysis.Module) // not nil, as of other drivers
	}
	return &analysis.Module{Path: pkg.Module.Path, Version: pkg.Module.Version, GoVersion: pkg.Module.GoVersion}
}
