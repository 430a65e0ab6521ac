package runner

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// A Runner runs analyzers on packages.
type Runner struct {
	Analyzers []*analysis.Analyzer
	Severity  func(analyzer string) finding.Severity // of its findings
	ReadFile  func(name string) ([]byte, error)
}

// A Result is what analyzers found, and a problem for each analyzer that failed.
type Result struct {
	Findings []finding.Finding
	Problems []finding.Problem
}

// Packages runs the analyzers on pkgs, several packages at a time. In pkgs, each package must
// come after those that it imports. Packages calls done after each package, from several
// goroutines. The error is that of ctx.
func (r *Runner) Packages(ctx context.Context, pkgs []*packages.Package, done func()) (*Result, error) {
	// A package waits for those that it imports. They come before it, so they have started.
	type running struct {
		facts  *Facts
		result Result
		done   chan struct{}
	}
	all := make(map[*packages.Package]*running)
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, pkg := range pkgs {
		run := &running{done: make(chan struct{})}
		all[pkg] = run
		var imports []*running
		for _, imp := range pkg.Imports {
			if dep, ok := all[imp]; ok {
				imports = append(imports, dep)
			}
		}
		group.Go(func() error {
			defer close(run.done)
			var known []*Facts
			for _, imp := range imports {
				<-imp.done
				known = append(known, imp.facts)
			}
			run.facts = NewFacts(pkg.Types, known...)
			if ctx.Err() == nil {
				run.result = r.Package(pkg, run.facts)
			}
			done()
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	res := new(Result)
	for _, pkg := range pkgs {
		res.Findings = append(res.Findings, all[pkg].result.Findings...)
		res.Problems = append(res.Problems, all[pkg].result.Problems...)
	}
	return res, nil
}
