package main

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// operations returns a line for each operation with failure members of the service package at path,
// whose source is in dir.
func operations(path, dir string) ([]string, error) {
	elems, err := check(path+"/types", filepath.Join(dir, "types", "*.go"), nil)
	if err != nil {
		return nil, err
	}
	service, err := check(path, filepath.Join(dir, "api_op_*.go"), elems)
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, name := range service.Scope().Names() {
		name, ok := strings.CutSuffix(name, "Output")
		if !ok {
			continue
		}
		op := &awssdk.Operation{
			Service: filepath.Base(path), Package: path, Name: name, Generation: 2,
			Output: types.NewPointer(service.Scope().Lookup(name + "Output").Type()),
		}
		var members []string
		for _, f := range awssdk.Failures(op) {
			members = append(members, f.String())
		}
		if members != nil {
			lines = append(lines, op.String()+": "+strings.Join(members, ", "))
		}
	}
	return lines, nil
}

// check type-checks the files that pattern matches. Imports other than dep are empty packages, so
// members of their types have invalid types, which never count as failures.
func check(path, pattern string, dep *types.Package) (*types.Package, error) {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 && dep != nil {
		return nil, errors.New("no operations in " + pattern)
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	config := types.Config{Importer: only{dep}, IgnoreFuncBodies: true, Error: func(error) {}}
	pkg, _ := config.Check(path, fset, files, nil)
	return pkg, nil
}

// An only is an importer that has one package, and makes an empty one for every other path.
type only struct{ pkg *types.Package }

func (o only) Import(path string) (*types.Package, error) {
	if o.pkg != nil && o.pkg.Path() == path {
		return o.pkg, nil
	}
	pkg := types.NewPackage(path, path[strings.LastIndexByte(path, '/')+1:])
	pkg.MarkComplete()
	return pkg, nil
}
