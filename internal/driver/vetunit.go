package driver

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// vetUnit analyzes the package that the last of args describes. The go command
// runs it for each package of the build, those of the standard library included,
// so it must be quick to see that there is nothing to do.
func vetUnit(rules []*lint.Analyzer, args []string) (int, error) {
	cfg, err := readConfig(args[len(args)-1])
	if err != nil {
		return exitFailed, err
	}
	isAWS := awssdk.IsSDK(cfg.ImportPath)
	if !isAWS && len(cfg.PackageFile) > 0 && !reachesAWS(cfg) {
		return exitClean, writeUnit(cfg, nil)
	}

	s, opts := newSuite(rules), new(vetOptions)
	if err := s.vetFlags(opts).Parse(args); err != nil {
		return exitFailed, flagError(err)
	}
	analyzers, err := s.Enabled()
	if err != nil {
		return exitFailed, err
	}
	if len(cfg.PackageFile) == 0 {
		if len(cfg.PackageVetx) == 0 {
			analyzers = nil // it imports nothing, so what it leaves for others is all that matters
		}
		runUnitchecker(analyzers, opts, args[len(args)-1])
	}
	if cfg.VetxOnly {
		analyzers = knowing(analyzers, cfg)
	}
	if isAWS || len(analyzers) == 0 {
		return exitClean, writeUnit(cfg, []byte(vetxMagic))
	}
	return s.analyzeUnit(cfg, analyzers, opts)
}

// knowing returns those of analyzers that must run on a package nobody asked
// about: the ones that have facts, where the package is of the main module.
func knowing(analyzers []*analysis.Analyzer, cfg *unitchecker.Config) []*analysis.Analyzer {
	if cfg.ModulePath == "" || cfg.ModuleVersion != "" {
		return nil
	}
	var uses func(a *analysis.Analyzer) bool
	uses = func(a *analysis.Analyzer) bool { return len(a.FactTypes) > 0 || slices.ContainsFunc(a.Requires, uses) }
	return slices.DeleteFunc(slices.Clone(analyzers), func(a *analysis.Analyzer) bool { return !uses(a) })
}

// analyzeUnit runs analyzers on the package of cfg and returns the exit code.
func (s *suite) analyzeUnit(cfg *unitchecker.Config, analyzers []*analysis.Analyzer, opts *vetOptions) (int, error) {
	source := newUnitSource(cfg)
	pkg, err := source.check(nil)
	if err != nil {
		if cfg.SucceedOnTypecheckFailure {
			return exitClean, writeUnit(cfg, []byte(vetxMagic))
		}
		return exitFailed, err
	}
	registerFacts(analyzers)
	facts := newFactSet(pkg.Types)
	for path, name := range cfg.PackageVetx {
		known, ok := readVetx(name)
		if !ok {
			continue
		}
		if err := facts.decode(known); err != nil {
			return exitFailed, fmt.Errorf("cannot read what is known about %s: %w", path, err)
		}
	}

	u := &unit{suite: s, pkg: pkg, facts: facts, readFile: os.ReadFile}
	u.run(analyzers)
	vetx, err := facts.encode()
	if err != nil {
		return exitFailed, err
	}
	if err := writeUnit(cfg, vetx); err != nil || cfg.VetxOnly {
		return exitClean, err
	}
	res := &result{findings: sortFindings(u.findings), problems: u.problems}
	out := os.Stdout
	if cfg.Stdout != "" {
		if out, err = os.Create(cfg.Stdout); err != nil {
			return exitFailed, err
		}
		defer out.Close()
	}
	if opts.fix {
		return source.fix(out, pkg, res, opts.diff)
	}
	if opts.json {
		return exitClean, printVetJSON(out, cfg.ID, res)
	}
	return printVetText(os.Stderr, res, opts.context), nil
}

// writeUnit writes the files without which the go command would run the tool again
// the next time.
func writeUnit(cfg *unitchecker.Config, vetx []byte) error {
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

// runUnitchecker analyzes the package that the file called config describes in the
// way of x/tools: with types that runs on other packages have left behind, for a
// go command that lists no export data. It does not return.
func runUnitchecker(analyzers []*analysis.Analyzer, opts *vetOptions, config string) {
	// It reads the command line itself; the flags of analyzers are set already.
	os.Args = append([]string{os.Args[0]}, append(opts.args(), config)...)
	unitchecker.Main(analyzers...)
}

// readConfig reads what the go command says about a unit.
func readConfig(name string) (*unitchecker.Config, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	cfg := new(unitchecker.Config)
	if err := json.Unmarshal(data, cfg); err != nil {
		return nil, fmt.Errorf("cannot read the description of a package in %s: %w", name, err)
	}
	return cfg, nil
}

// printVetText prints what was found as the only go command before Go 1.26 that has
// no use for JSON expects it, and returns the exit code.
func printVetText(out *os.File, res *result, context int) int {
	w := bufio.NewWriter(out)
	defer w.Flush()
	src := newSources()
	for _, p := range res.problems {
		fmt.Fprintln(w, problemText(p))
	}
	for _, f := range res.findings {
		fmt.Fprintf(w, "%s: %s\n", f.Pos, f.vetMessage())
		for n := f.Pos.Line - context; context >= 0 && n <= f.End.Line+context; n++ {
			fmt.Fprintf(w, "%d\t%s\n", n, src.line(f.Pos.Filename, n))
		}
	}
	if len(res.findings)+len(res.problems) > 0 {
		return exitFindings
	}
	return exitClean
}
