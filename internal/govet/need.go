package govet

import (
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load"
)

// isMain reports whether the package of cfg is of a module that is worked on, whose
// packages the command, too, would know of: not of a dependency.
func isMain(cfg *unitchecker.Config) bool { return cfg.ModulePath != "" && cfg.ModuleVersion == "" }

// unitFiles returns the files of the package of cfg, those of tests only if they are
// wanted.
func unitFiles(cfg *unitchecker.Config, tests bool) []string {
	return slices.DeleteFunc(slices.Clone(cfg.GoFiles), func(name string) bool {
		return !tests && knowledge.IsTestFile(name)
	})
}

// usesAWS reports whether one of files, which are of the package of cfg, imports AWS.
func usesAWS(cfg *unitchecker.Config, files []string) bool {
	if !slices.ContainsFunc(slices.Collect(maps.Values(cfg.ImportMap)), awspath.IsSDK) {
		return false
	}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return true // for the type checker to say
		}
		for _, spec := range f.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil && awspath.IsSDK(path) {
				return true
			}
		}
	}
	return false
}

// errorFuncs returns the functions by which errors of AWS may leave the package of cfg, for
// callsUser to look for.
func errorFuncs(cfg *unitchecker.Config) []string {
	files := unitFiles(cfg, false)
	if !isMain(cfg) || !usesAWS(cfg, files) {
		return nil
	}
	return load.ErrorFuncs(files, os.ReadFile)
}

// callsUser reports whether files, which are of the package of cfg, call functions of
// packages that import AWS, given what is known of these: they may pass on its errors.
func callsUser(cfg *unitchecker.Config, files []string, known []packageFacts) bool {
	funcs := make(map[string][]string) // by path
	for _, k := range known {
		if len(k.Funcs) > 0 {
			funcs[k.Path] = k.Funcs
		}
	}
	return len(funcs) > 0 && load.CallsAny(files, os.ReadFile, func(path string) []string {
		return funcs[cfg.ImportMap[path]]
	})
}
