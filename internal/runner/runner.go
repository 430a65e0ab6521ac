package runner

import (
	"context"
	"iter"
	"runtime"

	"golang.org/x/sync/errgroup"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/crash"
	"github.com/awserrlint/awserrlint/internal/finding"
)

// A Runner runs analyzers on packages.
type Runner struct {
	Analyzers []*analysis.Analyzer
	Severity  func(analyzer string) finding.Severity // of its findings
	ReadFile  func(name string) ([]byte, error)

	// Known holds, by path, the facts about packages that Packages is not given, as Encode returned
	// them; nil if there are none.
	Known iter.Seq2[string, []byte]
}

// A Result is what analyzers found, and a problem for each analyzer that failed.
type Result struct {
	Findings []finding.Finding
	Problems []finding.Problem
}

// Packages runs the analyzers on pkgs, several packages at a time. In pkgs, each package must come
// after those that it imports. Packages calls done after each package, from several goroutines,
// with its result and with the facts about it and its imports. The error is that of ctx, or says
// that Known cannot be read.
func (r *Runner) Packages(ctx context.Context, pkgs []*packages.Package, done func(*packages.Package, Result, *Facts)) error {
	// A package waits for those that it imports. They come before it, so they have started.
	type running struct {
		facts *Facts
		done  chan struct{}
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
			return crash.Guard(func() error {
				var known []*Facts
				for _, imp := range imports {
					<-imp.done
					known = append(known, imp.facts)
				}
				run.facts = NewFacts(pkg.Types, known...)
				if r.Known != nil {
					if err := run.facts.Decode(r.Known); err != nil {
						return err
					}
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				done(pkg, r.Package(pkg, run.facts), run.facts)
				return nil
			})
		})
	}
	return group.Wait()
}
