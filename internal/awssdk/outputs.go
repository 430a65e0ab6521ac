package awssdk

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// An Output is the output of an operation of SDK v2, as the source of its service package has it. What it
// takes from other packages than those of the service has invalid types.
type Output struct {
	Operation string
	Struct    *types.Struct
	Failures  []Failure
}

// Outputs returns the outputs of the operations whose names match the glob, sorted, from the source of the service
// package called service in dir.
func Outputs(service, dir, glob string) ([]Output, error) {
	path := awspath.Services + "/" + service
	elems, err := check(path+"/types", filepath.Join(dir, "types", "*.go"), nil)
	if err != nil {
		return nil, err
	}
	pkg, err := check(path, filepath.Join(dir, "api_op_"+glob+".go"), elems)
	if err != nil {
		return nil, err
	}
	var outputs []Output
	for _, name := range pkg.Scope().Names() {
		operation, ok := strings.CutSuffix(name, "Output")
		if !ok {
			continue
		}
		output := types.NewPointer(pkg.Scope().Lookup(name).Type())
		if s := Struct(output); s != nil {
			op := &Operation{Service: service, Package: path, Name: operation, Output: output, Generation: 2}
			outputs = append(outputs, Output{operation, s, Failures(op)})
		}
	}
	return outputs, nil
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
