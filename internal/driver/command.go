package driver

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/load"
)

// A command is one run on package patterns.
type command struct {
	*suite
	stdout, stderr *os.File
	args           []string
	flags          *flag.FlagSet
	targets        []target

	tags        string
	format      outputFormat
	fix         bool
	diff        bool
	explain     string
	showVersion bool
	showConfig  bool
}

// A result is what a run on all packages came to.
type result struct {
	findings []finding
	problems []load.Problem
	names    map[string]string // of the packages that analyzed ones import, by path
}

// run does what the command line asks for and returns the exit code.
func (c *command) run(ctx context.Context) (int, error) {
	switch {
	case c.showVersion:
		return exitClean, printVersion(c.stdout)
	case c.explain != "":
		return exitClean, c.printPage(c.stdout, c.explain)
	case c.showConfig:
		return exitClean, c.printConfig(c.stdout)
	}
	collectLess()
	res, err := c.analyze(ctx, nil)
	if err != nil {
		return exitFailed, err
	}
	if c.fix || c.diff {
		return c.runFix(ctx, res)
	}
	return c.print(res)
}

// print writes the findings in the format asked for, the problems to standard
// error, and returns the exit code that both come to.
func (c *command) print(res *result) (int, error) {
	if err := c.format.print(c.stdout, c.suite, res); err != nil {
		return exitFailed, err
	}
	failed := c.printProblems(res)
	if c.format.name == "text" && isTerminal(c.stdout) {
		c.printSummary(c.stdout, res.findings)
	}
	switch {
	case failed:
		return exitFailed, nil
	case len(res.findings) > 0:
		return exitFindings, nil
	}
	return exitClean, nil
}

// printProblems says what could not be analyzed, and reports whether there is
// something.
func (c *command) printProblems(res *result) bool {
	for _, line := range problemLines(res.problems) {
		fmt.Fprintf(c.stderr, "%s: %s\n", program, line)
	}
	return len(res.problems) > 0
}

// analyze loads the packages, files in overlay having the content it gives, and
// runs the rules on them. The error is for what keeps everything from being loaded.
func (c *command) analyze(ctx context.Context, overlay map[string][]byte) (*result, error) {
	res := &result{names: make(map[string]string)}
	for _, t := range c.targets {
		if err := c.analyzeTarget(ctx, t, overlay, res); err != nil {
			return nil, err
		}
	}
	res.findings = sortFindings(res.findings)
	return res, nil
}

// analyzeTarget adds to res what the rules find in t.
func (c *command) analyzeTarget(ctx context.Context, t target, overlay map[string][]byte, res *result) error {
	if err := c.configure(c.flags, t.dir); err != nil {
		return err
	}
	analyzers, err := c.Enabled()
	if err != nil {
		return err
	}
	progress := startProgress(c.stderr)
	defer progress.stop()
	progress.set("loading packages")
	loaded, err := load.Load(ctx, load.Config{
		Dir:       t.dir,
		Patterns:  t.patterns,
		BuildTags: c.tags,
		Tests:     isSet(c.flags, "tests"),
		Overlay:   overlay,
	})
	if err != nil {
		return err
	}
	readFile := func(name string) ([]byte, error) {
		if content, ok := overlay[name]; ok {
			return content, nil
		}
		return os.ReadFile(name)
	}

	// A package waits for those it imports, which come before it and so have started.
	type running struct {
		*unit
		done chan struct{}
	}
	units := make(map[*packages.Package]*running)
	var analyzed atomic.Int64
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, pkg := range loaded.Packages {
		u := &running{&unit{suite: c.suite, pkg: pkg, readFile: readFile}, make(chan struct{})}
		units[pkg] = u
		var imports []*running
		for _, imp := range pkg.Imports {
			if dep, ok := units[imp]; ok {
				imports = append(imports, dep)
			}
		}
		group.Go(func() error {
			defer close(u.done)
			var known []*factSet
			for _, imp := range imports {
				<-imp.done
				known = append(known, imp.facts)
			}
			u.facts = newFactSet(pkg.Types, known...)
			if ctx.Err() == nil {
				u.run(analyzers)
			}
			progress.set("analyzed %d of %d packages", analyzed.Add(1), len(loaded.Packages))
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}

	res.problems = append(res.problems, loaded.Problems...)
	for _, pkg := range loaded.Packages {
		packageNames(res.names, pkg.Types)
		res.findings = append(res.findings, units[pkg].findings...)
		res.problems = append(res.problems, units[pkg].problems...)
	}
	return nil
}
