package analyzers

import (
	"fmt"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/awserrlint/awserrlint/internal/crash"
)

// ForPlugin returns copies of list, and of what they require, for golangci-lint. They have no facts,
// for which it would load the whole program from source; without them the rules know less of other
// packages. They never fail, which would cost the findings of all other linters: a failure is
// reported at the package clause. They report what is shown, by the category that a rule gives it.
func ForPlugin(list []*analysis.Analyzer, shown func(a *analysis.Analyzer, category string) bool) []*analysis.Analyzer {
	p := &copies{of: make(map[*analysis.Analyzer]*analysis.Analyzer), shown: shown}
	for _, a := range list {
		p.add(a).Run = p.run(a, true)
	}
	return p.all(list)
}

// copies holds the copies by their originals.
type copies struct {
	of    map[*analysis.Analyzer]*analysis.Analyzer
	shown func(a *analysis.Analyzer, category string) bool // see ForPlugin
}

func (p *copies) all(list []*analysis.Analyzer) []*analysis.Analyzer {
	var all []*analysis.Analyzer
	for _, a := range list {
		all = append(all, p.add(a))
	}
	return all
}

// add returns the copy of a, which it makes unless there is one.
func (p *copies) add(a *analysis.Analyzer) *analysis.Analyzer {
	switch {
	case a == inspect.Analyzer:
		return a // other linters share its result
	case p.of[a] == nil:
		c := new(*a)
		p.of[a] = c
		c.FactTypes, c.Requires, c.ResultType = nil, p.all(a.Requires), reflect.TypeFor[*outcome]()
		c.Run = p.run(a, false)
	}
	return p.of[a]
}

// An outcome is the result of a copy.
type outcome struct {
	result any // of the original
	failed *failure
}

// A failure is why an analyzer failed, for itself and for all that require it.
type failure struct {
	err    error
	report sync.Once
}

// run returns the Run of the copy of a, which reports failures if asked to. Drivers ignore what
// analyzers report that others require.
func (p *copies) run(a *analysis.Analyzer, report bool) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (any, error) {
		out := p.runOriginal(a, pass)
		if out.failed != nil && report {
			out.failed.report.Do(func() { pass.Reportf(pass.Files[0].Package, "%v", out.failed.err) })
		}
		return out, nil
	}
}

func (p *copies) runOriginal(a *analysis.Analyzer, pass *analysis.Pass) *outcome {
	original := new(*pass)
	original.Report = func(d analysis.Diagnostic) {
		if p.shown(a, d.Category) {
			pass.Report(d)
		}
	}
	original.ResultOf = make(map[*analysis.Analyzer]any) // by the originals, which a knows
	for _, req := range a.Requires {
		result := pass.ResultOf[p.add(req)]
		if out, ok := result.(*outcome); ok {
			if out.failed != nil {
				return &outcome{failed: out.failed}
			}
			result = out.result
		}
		original.ResultOf[req] = result
	}
	out := new(outcome)
	err := crash.Guard(func() (err error) {
		out.result, err = a.Run(original)
		return err
	})
	if err != nil {
		out.failed = &failure{err: fmt.Errorf("%s failed: %w", a.Name, err)}
	}
	return out
}
