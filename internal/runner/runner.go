package runner

import (
	"go/types"
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
	Known map[string][]byte
}

// A Result is what analyzers found, and a problem for each analyzer that failed.
type Result struct {
	Findings []finding.Finding
	Problems []finding.Problem
}

// A Run is the analysis of the packages of a program.
type Run struct {
	runner *Runner
	facts  sync.Map // *Facts by *types.Package, of packages that were analyzed or are in Known

	mu       sync.Mutex                 // guards what follows
	finished []*Facts                   // those in facts, by number
	known    map[*types.Package]numbers // of the packages in Known that a package imports, directly or not
}

// Start returns a run without packages.
func (r *Runner) Start() *Run { return &Run{runner: r, known: make(map[*types.Package]numbers)} }

// Package runs the analyzers on pkg, whose imports must have been analyzed before. It returns the
// result, and the facts about pkg. The error says that Known cannot be read.
// Package may be called concurrently.
func (run *Run) Package(pkg *packages.Package) (Result, *Facts, error) {
	facts, err := run.begin(pkg)
	if err != nil {
		return Result{}, nil, err
	}
	res := run.runner.analyze(pkg, facts)
	run.mu.Lock()
	defer run.mu.Unlock()
	run.finish(facts)
	return res, facts, nil
}

// begin returns the facts about pkg before it is analyzed: none yet, but the way to those about its imports.
func (run *Run) begin(pkg *packages.Package) (*Facts, error) {
	run.mu.Lock()
	defer run.mu.Unlock()
	facts := run.newFacts(pkg.Types)
	if len(run.runner.Known) > 0 {
		known, err := run.importsKnown(pkg.Types)
		if err != nil {
			return nil, err
		}
		facts.imported.union(known)
	}
	for _, imp := range pkg.Imports {
		if found, ok := run.facts.Load(imp.Types); ok {
			facts.imported.add(found.(*Facts))
		}
	}
	facts.finished = run.finished
	return facts, nil
}

func (run *Run) newFacts(pkg *types.Package) *Facts {
	return &Facts{pkg: pkg, facts: make(map[kind]map[types.Object]analysis.Fact), run: run, imported: make(numbers)}
}

// finish lets the packages whose analysis has not begun know facts.
func (run *Run) finish(facts *Facts) {
	facts.number = len(run.finished)
	run.finished = append(run.finished, facts)
	run.facts.Store(facts.pkg, facts)
}

// importsKnown returns which packages in Known pkg imports, directly or not. Their facts are decoded once.
func (run *Run) importsKnown(pkg *types.Package) (numbers, error) {
	if found, ok := run.known[pkg]; ok {
		return found, nil
	}
	known := make(numbers)
	run.known[pkg] = known
	for _, imp := range pkg.Imports() {
		further, err := run.importsKnown(imp)
		if err != nil {
			return nil, err
		}
		known.union(further)
		data := run.runner.Known[imp.Path()]
		if len(data) == 0 {
			continue
		}
		if _, ok := run.facts.Load(imp); !ok {
			facts := run.newFacts(imp)
			if err := facts.decode(data); err != nil {
				return nil, err
			}
			run.finish(facts)
		}
		found, _ := run.facts.Load(imp)
		known.add(found.(*Facts))
	}
	return known, nil
}
