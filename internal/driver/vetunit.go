package driver

import (
	"encoding/gob"
	"encoding/json"
	"fmt"
	"os"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// vetUnit analyzes the package that the last of args describes. The go command
// runs it for each package of the build, those of the standard library included,
// so it must be quick to see that there is nothing to do.
func vetUnit(rules []*rule.Rule, args []string) (int, error) {
	cfg, err := readConfig(args[len(args)-1])
	if err != nil {
		return exitFailed, err
	}
	switch {
	case awspath.IsSDK(cfg.ImportPath):
		return exitClean, writeUnit(cfg, []byte(vetxMagic)) // AWS itself, not a user of it
	case len(cfg.PackageFile) > 0 && !reachesAWS(cfg):
		return exitClean, writeUnit(cfg, nil)
	}

	s, opts := newSuite(rules), new(vetOptions)
	flags := s.vetFlags(opts)
	if err := flags.Parse(args); err != nil {
		return exitFailed, flagError(err)
	}
	if err := s.configure(flags, cfg.Dir); err != nil {
		return exitFailed, err
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

	known, err := readVetx(cfg)
	if err != nil {
		return exitFailed, err
	}
	if cfg.VetxOnly {
		analyzers = withFacts(analyzers)
	}
	if len(analyzers) > 0 && (!cfg.VetxOnly || isMain(cfg)) {
		files := unitFiles(cfg, isSet(flags, "tests"))
		if usesAWS(cfg, files) || callsUser(cfg, files, known) {
			return s.analyzeUnit(cfg, known, analyzers, opts)
		}
	}
	if funcs := errorFuncs(cfg); len(funcs) > 0 {
		known = append(known, packageFacts{Path: cfg.ImportPath, Funcs: funcs})
	}
	vetx, err := encodeVetx(known)
	if err != nil {
		return exitFailed, err
	}
	return exitClean, writeUnit(cfg, vetx)
}

// analyzeUnit runs analyzers on the package of cfg, given what is known about those
// that it imports, and returns the exit code.
func (s *suite) analyzeUnit(cfg *unitchecker.Config, known []packageFacts, analyzers []*analysis.Analyzer, opts *vetOptions) (int, error) {
	collectLess()
	source := newUnitSource(cfg)
	pkg, err := source.check(nil)
	if err != nil {
		if cfg.SucceedOnTypecheckFailure {
			return exitClean, writeUnit(cfg, []byte(vetxMagic))
		}
		return exitFailed, err
	}
	for _, a := range closure(analyzers) {
		for _, f := range a.FactTypes {
			gob.Register(f)
		}
	}
	facts := newFactSet(pkg.Types)
	if err := facts.decode(known); err != nil {
		return exitFailed, err
	}

	u := &unit{suite: s, pkg: pkg, facts: facts, readFile: os.ReadFile}
	u.run(analyzers)
	own, err := facts.encode()
	if err != nil {
		return exitFailed, err
	}
	own.Funcs = errorFuncs(cfg)
	vetx, err := encodeVetx(append(known, own))
	if err != nil {
		return exitFailed, err
	}
	if err := writeUnit(cfg, vetx); err != nil || cfg.VetxOnly {
		return exitClean, err
	}
	return printUnit(cfg, source, pkg, u, opts)
}

// printUnit gives what was found to the go command, in the way it asks for.
func printUnit(cfg *unitchecker.Config, source *unitSource, pkg *packages.Package, u *unit, opts *vetOptions) (code int, err error) {
	res := &result{findings: sortFindings(u.findings), problems: u.problems}
	out := os.Stdout
	if cfg.Stdout != "" {
		if out, err = os.Create(cfg.Stdout); err != nil {
			return exitFailed, err
		}
		defer out.Close()
	}
	switch {
	case opts.fix:
		return source.fix(out, pkg, res, opts.diff)
	case opts.json:
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
