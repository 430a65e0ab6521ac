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

	"github.com/awserrlint/awserrlint/internal/load/source"
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
		test := strings.HasSuffix(name, "_test.go")
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

// importers returns those of units that import AWS.
func importers(units []*unit) []*unit {
	var out []*unit
	for _, u := range units {
		if slices.ContainsFunc(u.files, func(f *source.File) bool {
			for _, imp := range f.Imports {
				if isAWS(imp.Path) {
					return true
				}
			}
			return false
		}) {
			out = append(out, u)
		}
	}
	return out
}
