package load

import (
	"context"
	"errors"
	"go/ast"
	"go/types"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/source"
	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// A unit is the files of a folder that are one package: those of foo with its
// test files, or those of foo_test.
type unit struct {
	id, path, name string
	forTest        string // path of the package tested, if there are test files
	external       bool   // foo_test
	folder         source.Folder
	files          []*source.File

	pkg    *pkg // once the unit is a target
	syntax []*ast.File
	info   *types.Info
}

// scan reads the imports of all files in folders.
func scan(ctx context.Context, tree *source.Tree, folders []source.Folder, tests bool) ([]*unit, error) {
	found := make([][]*unit, len(folders))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, folder := range folders {
		group.Go(func() (err error) {
			if err := ctx.Err(); err != nil {
				return err
			}
			found[i], err = scanFolder(tree, folder, tests)
			return err
		})
	}
	err := group.Wait()
	return slices.Concat(found...), err
}

func scanFolder(tree *source.Tree, folder source.Folder, tests bool) ([]*unit, error) {
	var plain, internal, external []*source.File
	for _, name := range folder.GoFiles {
		test := knowledge.IsTestFile(name)
		if test && !tests {
			continue
		}
		f, err := tree.Header(folder.Dir, name)
		switch {
		case err != nil:
			return nil, err
		case f == nil:
		case !test:
			plain = append(plain, f)
		case strings.HasSuffix(f.Package, "_test"):
			external = append(external, f)
		default:
			internal = append(internal, f)
		}
	}
	var units []*unit
	if len(plain)+len(internal) > 0 {
		u := &unit{id: folder.Path, path: folder.Path, folder: folder, files: slices.Concat(plain, internal)}
		if len(internal) > 0 {
			u.forTest = folder.Path
		}
		units = append(units, u)
	}
	if len(external) > 0 {
		u := &unit{path: folder.Path + "_test", forTest: folder.Path, external: true, folder: folder, files: external}
		units = append(units, u)
	}
	for _, u := range units {
		u.name = u.files[0].Package
		for _, f := range u.files {
			if f.Package != u.name {
				return nil, errors.New("folder " + folder.Dir + " has files of several packages")
			}
		}
		u.id = u.path
		if u.forTest != "" {
			u.id += " [" + u.forTest + ".test]"
		}
	}
	return units, nil
}

// targets returns those of units that import AWS, or call functions of units that do and
// may pass on its errors.
func targets(tree *source.Tree, units []*unit) []*unit {
	users := make(map[string]*unit) // by path
	for _, u := range units {
		if slices.ContainsFunc(u.files, func(f *source.File) bool { return !f.Test() && usesAWS(f) }) {
			users[u.path] = u
		}
	}
	funcs := make(map[string][]string) // by path
	errorFuncs := func(path string) []string {
		u := users[path]
		if u == nil {
			return nil
		}
		names, ok := funcs[path]
		if !ok {
			names = ErrorFuncs(u.fileNames(false), tree.ReadFile)
			funcs[path] = names
		}
		return names
	}
	var out []*unit
	for _, u := range units {
		imports := func(f *source.File) bool {
			return slices.ContainsFunc(f.Imports, func(imp topdecl.Import) bool { return users[imp.Path] != nil })
		}
		if slices.ContainsFunc(u.files, usesAWS) ||
			slices.ContainsFunc(u.files, imports) && CallsAny(u.fileNames(true), tree.ReadFile, errorFuncs) {
			out = append(out, u)
		}
	}
	return out
}

func usesAWS(f *source.File) bool {
	return slices.ContainsFunc(f.Imports, func(imp topdecl.Import) bool { return awspath.IsSDK(imp.Path) })
}

// fileNames returns the names of the files of u, those of tests only if they are wanted.
func (u *unit) fileNames(tests bool) []string {
	var names []string
	for _, f := range u.files {
		if tests || !f.Test() {
			names = append(names, f.Name)
		}
	}
	return names
}
