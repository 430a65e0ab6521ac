package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// A bodyEdit changes the body of one function again and again, so that the package has to be
// analyzed anew, and its exported declarations stay as they are.
type bodyEdit struct {
	file  string
	text  []byte // of the file as found
	brace int    // offset of what follows the opening brace of the body
	count int
}

// newBodyEdit returns an edit of a function in a Go file of the module in dir that imports AWS: the
// file in the middle of all such files in the order of their names, so that nothing speaks for it.
func newBodyEdit(dir string) (*bodyEdit, error) {
	var edits []*bodyEdit
	err := eachSource(dir, func(name string, text []byte) {
		if brace := bodyOf(text); brace > 0 {
			edits = append(edits, &bodyEdit{file: name, text: text, brace: brace})
		}
	})
	if err != nil {
		return nil, err
	}
	if len(edits) == 0 {
		return nil, fmt.Errorf("%s has no function in a file that imports AWS", dir)
	}
	return edits[len(edits)/2], nil
}

// eachSource calls f for each Go file of the module in dir that a build has, except tests, in the order of their names.
func eachSource(dir string, f func(name string, text []byte)) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != dir && leftOut(name):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		if ok, err := build.Default.MatchFile(filepath.Dir(name), filepath.Base(name)); err != nil || !ok {
			return err
		}
		text, err := os.ReadFile(name)
		if err == nil {
			f(name, text)
		}
		return err
	})
}

// leftOut returns whether the packages below the folder dir, not the root of a module, do not belong
// to the module that dir is in.
func leftOut(dir string) bool {
	name := filepath.Base(dir)
	if name == "vendor" || name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") {
		return true
	}
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// bodyOf returns the offset of what follows the opening brace of the first function in text, a Go
// file that imports AWS and is not generated. It is 0 if there is none.
func bodyOf(text []byte) int {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil || ast.IsGenerated(file) || !importsAWS(file) {
		return 0
	}
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Body != nil {
			return fset.Position(f.Body.Lbrace).Offset + 1
		}
	}
	return 0
}

func importsAWS(file *ast.File) bool {
	for _, spec := range file.Imports {
		if path, err := strconv.Unquote(spec.Path.Value); err == nil && awspath.IsSDK(path) {
			return true
		}
	}
	return false
}

// next writes the file with a body that it has not had before.
func (e *bodyEdit) next() error {
	e.count++
	text := fmt.Sprintf("%s _ = %d; %s", e.text[:e.brace], e.count, e.text[e.brace:])
	return os.WriteFile(e.file, []byte(text), 0o666)
}
