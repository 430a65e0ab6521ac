package load

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/crash"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/source"
	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// A Candidate is a package that may have to be analyzed: foo with its test files, or foo_test.
type Candidate struct {
	ID, Path, Name string
	ForTest        string // path of the package tested, if there are test files

	// FactsOnly says that no pattern matches the package. It is analyzed, without its test files,
	// for the facts that packages importing it need; nobody wants to know what is wrong with it.
	FactsOnly bool

	external   bool // foo_test
	folder     source.Folder
	files      []*source.File
	incomplete bool // some of its files cannot be read
}

// scan reads the headers of all files in folders, and returns the packages they make, and what
// is wrong with them.
func scan(ctx context.Context, tree *source.Tree, folders []source.Folder, tests bool) ([]*Candidate, []finding.Problem, error) {
	found := make([][]*Candidate, len(folders))
	problems := make([][]finding.Problem, len(folders))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, folder := range folders {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return crash.Guard(func() error {
				found[i], problems[i] = scanFolder(tree, folder, tests)
				return nil
			})
		})
	}
	err := group.Wait()
	return slices.Concat(found...), slices.Concat(problems...), err
}

func scanFolder(tree *source.Tree, folder source.Folder, tests bool) (candidates []*Candidate, problems []finding.Problem) {
	var plain, internal, external []*source.File
	for _, name := range folder.GoFiles {
		test := knowledge.IsTestFile(name)
		if test && !tests {
			continue
		}
		f, err := tree.Header(folder.Dir, name)
		switch {
		case err != nil:
			at, msg := explain(tree, filepath.Join(folder.Dir, name), err)
			problems = append(problems, finding.Problem{Package: folder.Path, Pos: at.String(), Message: msg})
		case f == nil:
		case !test:
			plain = append(plain, f)
		case strings.HasSuffix(f.Package, "_test"):
			external = append(external, f)
		default:
			internal = append(internal, f)
		}
	}
	if len(plain)+len(internal) > 0 {
		c := &Candidate{Path: folder.Path, folder: folder, files: slices.Concat(plain, internal)}
		if len(internal) > 0 {
			c.ForTest = folder.Path
		}
		candidates = append(candidates, c)
	}
	if len(external) > 0 {
		c := &Candidate{Path: folder.Path + "_test", ForTest: folder.Path, external: true, folder: folder, files: external}
		candidates = append(candidates, c)
	}
	for _, c := range candidates {
		c.Name = c.files[0].Package
		for _, f := range c.files {
			if f.Package != c.Name {
				msg := fmt.Sprintf("found packages %s (%s) and %s (%s) in one folder",
					c.Name, filepath.Base(c.files[0].Name), f.Package, filepath.Base(f.Name))
				return nil, append(problems, finding.Problem{Package: folder.Path, Pos: folder.Dir, Message: msg})
			}
		}
		c.ID = c.Path
		if c.ForTest != "" {
			c.ID += " [" + c.ForTest + ".test]"
		}
		c.incomplete = len(problems) > 0
	}
	return candidates, problems
}

// toAnalyze returns the candidates that import AWS, or a package of the calls that count as those of
// AWS, or that call a function of one that does which may return an error of AWS.
func toAnalyze(tree *source.Tree, candidates []*Candidate, calls []string) []*Candidate {
	usesAWS := func(f *source.File) bool {
		return slices.ContainsFunc(f.Imports, func(imp topdecl.Import) bool { return awspath.IsSDK(imp.Path) || DeclaresCall(imp.Path, calls) })
	}
	users := make(map[string]*Candidate) // by path
	for _, c := range candidates {
		if slices.ContainsFunc(c.files, func(f *source.File) bool { return !f.Test() && usesAWS(f) }) {
			users[c.Path] = c
		}
	}
	funcs := make(map[string][]string) // by path
	errorFuncs := func(path string) []string {
		c := users[path]
		if c == nil {
			return nil
		}
		names, ok := funcs[path]
		if !ok {
			names = ErrorFuncs(c.fileNames(false), tree.ReadFile)
			funcs[path] = names
		}
		return names
	}
	var out []*Candidate
	for _, c := range candidates {
		imports := func(f *source.File) bool {
			return slices.ContainsFunc(f.Imports, func(imp topdecl.Import) bool { return users[imp.Path] != nil })
		}
		if slices.ContainsFunc(c.files, usesAWS) ||
			slices.ContainsFunc(c.files, imports) && CallsAny(c.Files(), tree.ReadFile, errorFuncs) {
			out = append(out, c)
		}
	}
	return out
}

// DeclaresCall reports whether the package at path declares one of calls, see Config.
func DeclaresCall(path string, calls []string) bool {
	return slices.ContainsFunc(calls, func(name string) bool { return strings.HasPrefix(name, path+".") })
}

// Files returns the absolute names of the files of c.
func (c *Candidate) Files() []string { return c.fileNames(true) }

// fileNames returns the names of the files of c, with or without its test files.
func (c *Candidate) fileNames(tests bool) []string {
	var names []string
	for _, f := range c.files {
		if tests || !f.Test() {
			names = append(names, f.Name)
		}
	}
	return names
}
