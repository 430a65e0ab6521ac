package govet

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/crash"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruleset"
	"github.com/awserrlint/awserrlint/internal/runner"
)

// analyzePackage analyzes the package that the last of args describes. The go command runs
// it for each package of the build, including those of the standard library, so it must
// be quick to see that there is nothing to do.
func analyzePackage(rules []*rule.Rule, args []string) (code int, err error) {
	cfg, err := readConfig(args[len(args)-1])
	if err != nil {
		return program.Failed, err
	}
	switch {
	case awspath.IsSDK(cfg.ImportPath):
		return program.Clean, writeFiles(cfg, []byte(vetxMagic)) // AWS itself, not a user of it
	case !reachesAWS(cfg) && !cfg.inProgram(): // a main package may call what counts as AWS
		return program.Clean, writeFiles(cfg, nil)
	}

	err = crash.Guard(func() (err error) {
		code, err = cfg.analyze(rules, args)
		return err
	})
	if panicked, ok := errors.AsType[*crash.Panic](err); ok {
		err = fmt.Errorf("%s: %w", cfg.ImportPath, panicked)
	}
	return code, err
}

// analyze analyzes the package, if it can reach AWS or what counts as such.
func (cfg *vetConfig) analyze(rules []*rule.Rule, args []string) (code int, err error) {
	set, opts := ruleset.New(rules), new(options)
	flags := newFlags(opts, set)
	if err := program.Parse(flags, args); err != nil {
		return program.Failed, err
	}
	if err := config.Apply(set, flags, cfg.Dir); err != nil {
		return program.Failed, err
	}
	if !reachesAWS(cfg) && !importsCalls(cfg, set.Words("calls")) {
		return program.Clean, writeFiles(cfg, nil)
	}
	analyzers, err := set.Enabled()
	if err != nil {
		return program.Failed, err
	}
	known, err := readVetx(cfg)
	if err != nil {
		return program.Failed, err
	}
	if cfg.VetxOnly {
		analyzers = runner.WithFacts(analyzers)
	}
	if len(analyzers) > 0 && (!cfg.VetxOnly || cfg.inProgram()) {
		files := packageFiles(cfg, set.Tests())
		if usesAWS(cfg, files) || importsCalls(cfg, set.Words("calls")) || callsUser(cfg, files, known) {
			run := &runner.Runner{Analyzers: analyzers, Severity: set.Most, ReadFile: os.ReadFile}
			return runRules(cfg, known, set, run, opts)
		}
	}
	if funcs := errorFuncs(cfg); len(funcs) > 0 {
		known = append(known, packageFacts{Path: cfg.ImportPath, Funcs: funcs})
	}
	vetx, err := encodeVetx(known)
	if err != nil {
		return program.Failed, err
	}
	return program.Clean, writeFiles(cfg, vetx)
}

// runRules analyzes the package of cfg, with the known facts about its imports, and returns the
// exit code.
func runRules(cfg *vetConfig, known []packageFacts, set *ruleset.Set, run *runner.Runner, opts *options) (int, error) {
	program.CollectLate()
	var before map[string][]byte // what is analyzed and fixed, whatever happens to the files meanwhile
	if opts.fix {
		var err error
		if before, err = readFiles(cfg.GoFiles); err != nil {
			return program.Failed, err
		}
		run.ReadFile = func(name string) ([]byte, error) { return load.Read(before, name) }
	}
	pkg, err := check(cfg, before)
	if err != nil {
		if cfg.SucceedOnTypecheckFailure {
			return program.Clean, writeFiles(cfg, []byte(vetxMagic))
		}
		return program.Failed, err
	}
	runner.RegisterFacts(run.Analyzers)
	run.Known = factsByPath(known)
	found, facts, err := run.Start().Package(pkg)
	if err != nil {
		return program.Failed, err
	}
	encoded, err := facts.Encode()
	if err != nil {
		return program.Failed, err
	}
	vetx, err := encodeVetx(append(known, packageFacts{Path: cfg.ImportPath, Facts: encoded, Funcs: errorFuncs(cfg)}))
	if err != nil {
		return program.Failed, err
	}
	if err := writeFiles(cfg, vetx); err != nil {
		return program.Failed, err
	}
	if cfg.VetxOnly {
		return printText(os.Stderr, runner.Result{Problems: found.Problems}, opts.context), nil
	}
	return printFindings(cfg, pkg, set, found, before, opts)
}

// printFindings prints, or fixes, what was found, as the go command asks.
func printFindings(cfg *vetConfig, pkg *packages.Package, set *ruleset.Set, found runner.Result, before map[string][]byte, opts *options) (code int, err error) {
	found.Findings = slices.DeleteFunc(finding.Sort(set.Judge(found.Findings)), func(f finding.Finding) bool { return !set.Shown(f.Severity) })
	out := os.Stdout
	if cfg.Stdout != "" {
		if out, err = os.Create(cfg.Stdout); err != nil {
			return program.Failed, err
		}
		defer out.Close()
	}
	switch {
	case opts.fix:
		return applyFixes(cfg, out, pkg, found, before, opts.diff)
	case opts.json && len(found.Problems) == 0:
		return program.Clean, printJSON(out, cfg.ID, found.Findings)
	}
	// In JSON, the go command would print only findings that happen to come before a problem, and
	// keep that as the result.
	return printText(os.Stderr, found, opts.context), nil
}

// readFiles returns the contents of files, by name.
func readFiles(names []string) (map[string][]byte, error) {
	contents := make(map[string][]byte)
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		contents[name] = content
	}
	return contents, nil
}

// writeFiles writes the files that the go command expects. Without them it could not cache
// the result.
func writeFiles(cfg *vetConfig, vetx []byte) error {
	if cfg.FixArchive != "" {
		if err := writeArchive(cfg.FixArchive, nil); err != nil {
			return err
		}
	}
	if cfg.VetxOutput == "" {
		return nil
	}
	return os.WriteFile(cfg.VetxOutput, vetx, 0o666)
}
