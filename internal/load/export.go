package load

import (
	"context"
	"crypto/sha256"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// loadExport loads what cfg names with the go command. It first lists the files of
// the matching packages, then loads the packages to analyze, with the types of all
// others from export data. reason becomes Result.Fallback.
func loadExport(ctx context.Context, cfg Config, reason string) (*Result, error) {
	res := &Result{Fset: token.NewFileSet(), Sums: make(map[string]Sum), Fallback: reason}
	if _, err := os.Stat(cfg.Dir); cfg.Dir != "" && err != nil {
		return nil, err // the go command would blame something else
	}

	// NeedImports is left out: to resolve the imports of a whole module costs more than
	// to read the import clauses of its files.
	listed, err := packages.Load(goConfig(ctx, cfg, packages.NeedName|packages.NeedFiles|packages.NeedForTest), patterns(cfg)...)
	if err != nil {
		return nil, listError(err)
	}
	listed = variants(listed)
	analyzed := make(map[string]bool) // by ID
	args := make(map[string]bool)     // import paths that make the go command load these
	callsUser := callersOfUsers(listed, cfg.Overlay)
	for _, pkg := range listed {
		aws, readable := importsAWS(pkg.GoFiles, cfg.Overlay)
		if aws || readable && callsUser(pkg) {
			analyzed[pkg.ID] = true
			args[importPath(pkg)] = true
		} else if len(pkg.GoFiles) == 0 || !readable {
			res.addErrors(pkg) // nothing else says what is wrong
		}
		if !isExternalTest(pkg) && len(pkg.GoFiles) > 0 {
			res.Matched++
		}
	}
	if len(analyzed) == 0 {
		if len(res.Problems) > 0 && !inModule(cfg.Dir) {
			return nil, errors.New("go.mod file not found in current directory or any parent directory; run awserrlint in a module")
		}
		return res, nil
	}

	const mode = packages.LoadSyntax | packages.NeedModule | packages.NeedForTest
	config := goConfig(ctx, cfg, mode)
	config.Fset = res.Fset
	config.ParseFile = summing(res.Sums)
	paths := slices.Sorted(maps.Keys(args))
	if slices.Contains(paths, "command-line-arguments") {
		paths = patterns(cfg) // a list of files has no import path
	}
	loaded, err := packages.Load(config, paths...)
	if err != nil {
		return nil, listError(err)
	}
	repairLoaded(loaded)
	res.add(loaded, analyzed)
	return res, nil
}

// inModule reports whether the folder dir, "" for the current one, belongs to a module or
// a workspace.
func inModule(dir string) bool {
	dir, err := filepath.Abs(dir)
	for err == nil {
		for _, name := range []string{"go.mod", "go.work"} {
			if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
				return true
			}
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return false
		}
		dir = parent
	}
	return true // another error says what is wrong
}

func goConfig(ctx context.Context, cfg Config, mode packages.LoadMode) *packages.Config {
	config := &packages.Config{Context: ctx, Mode: mode, Dir: cfg.Dir, Env: cfg.Env, Tests: cfg.Tests, Overlay: cfg.Overlay}
	if cfg.BuildTags != "" {
		config.BuildFlags = []string{"-tags=" + cfg.BuildTags}
	}
	return config
}

func patterns(cfg Config) []string {
	if len(cfg.Patterns) == 0 {
		return []string{"."}
	}
	return cfg.Patterns
}

// variants returns pkgs without the main packages of tests, and without each package
// that pkgs also hold with its test files, so that every file is in one package only.
func variants(pkgs []*packages.Package) []*packages.Package {
	augmented := make(map[string]bool)
	for _, pkg := range pkgs {
		if pkg.ForTest == pkg.PkgPath {
			augmented[pkg.PkgPath] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(pkgs), func(pkg *packages.Package) bool {
		return isTestMain(pkg) || pkg.ForTest == "" && augmented[pkg.PkgPath]
	})
}

// isTestMain reports whether pkg is the main package of a test, whose only file the go
// command generates in its cache.
func isTestMain(pkg *packages.Package) bool {
	return pkg.Name == "main" && strings.HasSuffix(pkg.ID, ".test") &&
		!slices.ContainsFunc(pkg.GoFiles, func(name string) bool { return filepath.Dir(name) == pkg.Dir })
}

// isExternalTest reports whether pkg is a package foo_test.
func isExternalTest(pkg *packages.Package) bool {
	return pkg.ForTest != "" && pkg.PkgPath != pkg.ForTest
}

// importPath returns the path that makes the go command load pkg.
func importPath(pkg *packages.Package) string {
	if pkg.ForTest != "" {
		return pkg.ForTest
	}
	return pkg.PkgPath
}

// importsAWS reports whether one of files imports AWS, and whether the import clauses
// of all files could be read.
func importsAWS(files []string, overlay map[string][]byte) (aws, readable bool) {
	readable = true
	for _, name := range files {
		var src any // nil means what is in the file
		if data, ok := overlay[name]; ok {
			src = data
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			readable = false
		}
		if f == nil {
			continue
		}
		for _, spec := range f.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil && awspath.IsSDK(path) {
				return true, readable
			}
		}
	}
	return false, readable
}

// callersOfUsers returns a function that reports whether a package calls a function, of
// one of pkgs that imports AWS, that may return an error of AWS.
func callersOfUsers(pkgs []*packages.Package, overlay map[string][]byte) func(*packages.Package) bool {
	read := func(name string) ([]byte, error) { return Read(overlay, name) }
	funcs := make(map[string][]string) // by path
	for _, pkg := range pkgs {
		files := slices.DeleteFunc(slices.Clone(pkg.GoFiles), func(name string) bool { return knowledge.IsTestFile(name) })
		if aws, _ := importsAWS(files, overlay); aws {
			funcs[pkg.PkgPath] = ErrorFuncs(files, read)
		}
	}
	return func(pkg *packages.Package) bool {
		return len(funcs) > 0 && CallsAny(pkg.GoFiles, read, func(path string) []string { return funcs[path] })
	}
}

// listError returns the first message of the go command as an error of one line.
func listError(err error) error {
	msg := err.Error()
	if _, stderr, ok := strings.Cut(msg, "stderr: "); ok && strings.TrimSpace(stderr) != "" {
		msg = stderr
	}
	return errors.New(oneLine(msg))
}

// summing returns a function that parses a file as go/packages does by itself, and adds its hash to sums.
func summing(sums map[string]Sum) func(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
	var mu sync.Mutex
	return func(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
		mu.Lock()
		sums[name] = sha256.Sum256(src)
		mu.Unlock()
		return parser.ParseFile(fset, name, src, parser.AllErrors|parser.ParseComments)
	}
}
