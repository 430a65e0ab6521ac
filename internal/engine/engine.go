package engine

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/cache"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/load/source"
	"github.com/awserrlint/awserrlint/internal/relpath"
)

// Config says what to analyze, and how.
type Config struct {
	Load      load.Config
	Analyzers []*analysis.Analyzer
	Severity  func(analyzer string) finding.Severity // of its findings, at most
	Cache     *cache.Cache                           // nil if nothing is kept
	Memory    *Memory                                // nil unless this process runs again and again

	// Analyzed is called after each package that is analyzed, with their number so far, and the
	// number of all that have to be. It may be nil.
	Analyzed func(done, all int)
}

// A Result is what a run found.
type Result struct {
	Findings  []finding.Finding // of a package after those of the packages that it imports
	Problems  []finding.Problem
	Matched   int                    // packages that the patterns match
	Unmatched []*source.NoMatchError // patterns that match none
	Packages  int                    // those of them that can reach AWS, so that there is a result for each
	Names     map[string]string      // of packages that analyzed packages import, by path
	Sums      map[string]load.Sum    // of the files that fixes change, as they were analyzed
	Fallback  string                 // why the last resort of load was needed, "" if it was not
}

// An engine is one run.
type engine struct {
	Config
	start    time.Time
	tool     string    // a hash of this program
	run      cache.Key // of this run
	sums     *sums
	readOnly bool // nothing more is kept
}

// Run returns what the rules find. It returns an error only if nothing can be loaded.
func Run(ctx context.Context, cfg Config) (*Result, error) {
	e := &engine{Config: cfg, start: time.Now()}
	if e.Cache != nil && !e.open() {
		e.Cache = nil
	}
	if e.Cache != nil {
		if res := e.unchanged(); res != nil {
			return res, nil
		}
	}
	end := e.begin("find packages")
	e.Load.Cache, e.Load.Sources = e.Cache, e.Memory.Sources()
	plan, err := load.NewPlan(ctx, e.Load)
	end()
	if err != nil {
		return nil, err
	}
	if e.Cache == nil && e.Memory == nil || plan.Fallback != "" {
		return e.analyzeAll(ctx, plan)
	}
	return e.analyzeChanged(ctx, plan)
}

// open finds out who runs, and the key of the run. Without these nothing can be kept.
func (e *engine) open() bool {
	var err error
	if e.tool, err = e.toolHash(); err == nil {
		e.run, err = e.runKey()
	}
	return e.works(err)
}

// unchanged returns the result of an equal run before, nil if there is none or something has
// changed.
func (e *engine) unchanged() *Result {
	if len(e.Load.Overlay) > 0 {
		return nil
	}
	data, ok := e.Cache.Get(e.run)
	if !ok {
		return nil
	}
	end := e.begin("look for changes")
	res, changed := decodeRun(data)
	end()
	if res == nil {
		e.tell(relpath.File(changed) + " has changed since the last run")
		return nil
	}
	e.tell("nothing has changed since the last run")
	return res
}

// works reports whether err is nil. If it is not, nothing more is kept, since it would fail again;
// the result is the same without.
func (e *engine) works(err error) bool {
	if err != nil && !e.readOnly {
		e.readOnly = true
		e.tell("nothing is kept in the cache: " + err.Error())
	}
	return err == nil
}

// begin tells the listener, if there is one, what is being done until the caller calls end.
func (e *engine) begin(what string) (end func()) {
	return source.Begin(e.Load.Steps, what, false)
}

// tell tells the listener what has turned out.
func (e *engine) tell(what string) { e.begin(what)() }

// counted returns n packages in words.
func counted(n int) string {
	if n == 1 {
		return "1 package"
	}
	return fmt.Sprint(n, " packages")
}
