package runner

import (
	"iter"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// A Runner runs analyzers on packages.
type Runner struct {
	Analyzers []*analysis.Analyzer
	Severity  func(analyzer string) finding.Severity // of its findings, at most
	ReadFile  func(name string) ([]byte, error)

	// Known holds, by path, the facts about packages that a Run is not given, as Encode returned
	// them; nil if there are none.
	Known iter.Seq2[string, []byte]
}

// A Result is what analyzers found, and a problem for each analyzer that failed.
type Result struct {
	Findings []finding.Finding
	Problems []finding.Problem
}

// A Run is the analysis of the packages of a program.
type Run struct {
	runner *Runner
	mu     sync.Mutex
	facts  map[*packages.Package]*Facts
}

// Start returns a run without packages.
func (r *Runner) Start() *Run {
	return &Run{runner: r, facts: make(map[*packages.Package]*Facts)}
}

// Package runs the analyzers on pkg, whose imports must have been analyzed before. It returns the
// result, and the facts about pkg and its imports. The error says that Known cannot be read.
// Package may be called concurrently.
func (run *Run) Package(pkg *packages.Package) (Result, *Facts, error) {
	var known []*Facts
	run.mu.Lock()
	for _, imp := range pkg.Imports {
		if facts, ok := run.facts[imp]; ok {
			known = append(known, facts)
		}
	}
	run.mu.Unlock()
	facts := NewFacts(pkg.Types, known...)
	if run.runner.Known != nil {
		if err := facts.Decode(run.runner.Known); err != nil {
			return Result{}, nil, err
		}
	}
	res := run.runner.Package(pkg, facts)
	run.mu.Lock()
	defer run.mu.Unlock()
	run.facts[pkg] = facts
	return res, facts, nil
}
