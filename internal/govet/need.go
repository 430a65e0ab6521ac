package govet

import (
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strconv"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load"
)

// packageFiles returns the files of the package of cfg, with or without its test files.
func packageFiles(cfg *vetConfig, tests bool) []string {
	return slices.DeleteFunc(slices.Clone(cfg.GoFiles), func(name string) bool {
		return !tests && knowledge.IsTestFile(name)
	})
}

// usesAWS reports whether one of files, of the package of cfg, imports AWS.
func usesAWS(cfg *vetConfig, files []string) bool {
	if !slices.ContainsFunc(slices.Collect(maps.Values(cfg.ImportMap)), awspath.IsSDK) {
		return false
	}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return true // the type checker will report it
		}
		for _, spec := range f.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil && awspath.IsSDK(path) {
				return true
			}
		}
	}
	return false
}

// importsCalls reports whether the package of cfg imports one that declares one of calls, which count
// as calls of AWS.
func importsCalls(cfg *vetConfig, calls []string) bool {
	return slices.ContainsFunc(slices.Collect(maps.Values(cfg.ImportMap)), func(path string) bool { return load.DeclaresCall(path, calls) })
}

// errorFuncs returns the functions of the package of cfg that may return an error of AWS, for
// callsUser to look for.
func errorFuncs(cfg *vetConfig) []string {
	files := packageFiles(cfg, false)
	if !cfg.inProgram() || !usesAWS(cfg, files) {
		return nil
	}
	return load.ErrorFuncs(files, os.ReadFile)
}

// callsUser reports whether files, of the package of cfg, call a function of another package that
// may return an error of AWS, according to known.
func callsUser(cfg *vetConfig, files []string, known []packageFacts) bool {
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
