package driver

import (
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// isMain reports whether the package of cfg is of a module that is worked on, whose
// packages the command, too, would know of: not of a dependency.
func isMain(cfg *unitchecker.Config) bool { return cfg.ModulePath != "" && cfg.ModuleVersion == "" }

// usesAWS reports whether the package of cfg itself imports AWS, be it in a test
// file where tests are wanted.
func usesAWS(cfg *unitchecker.Config, tests bool) bool {
	if !slices.ContainsFunc(slices.Collect(maps.Values(cfg.ImportMap)), awssdk.IsSDK) {
		return false
	}
	for _, name := range cfg.GoFiles {
		if !tests && strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return true // for the type checker to say
		}
		for _, spec := range f.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil && awssdk.IsSDK(path) {
				return true
			}
		}
	}
	return false
}

// withFacts returns the analyzers that have facts, among analyzers and those they
// require: what must run on a package that nobody asked about.
func withFacts(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	var found []*analysis.Analyzer
	for _, a := range closure(analyzers) {
		if len(a.FactTypes) > 0 {
			found = append(found, a)
		}
	}
	return found
}

// closure returns analyzers and all that they require.
func closure(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	var all []*analysis.Analyzer
	var visit func(analyzers []*analysis.Analyzer)
	visit = func(analyzers []*analysis.Analyzer) {
		for _, a := range analyzers {
			if !slices.Contains(all, a) {
				all = append(all, a)
				visit(a.Requires)
			}
		}
	}
	visit(analyzers)
	return all
}
