package docs

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// codeSection matches the start of a section that shows a function: "package.Function".
var codeSection = regexp.MustCompile(`<!-- generated: ((\w+)\.(\w+)) -->`)

// showFunctions returns text with the functions in its sections, which are of packages
// in folders below dir.
func showFunctions(text []byte, dir string) ([]byte, error) {
	for _, m := range codeSection.FindAllStringSubmatch(string(text), -1) {
		code, err := function(filepath.Join(dir, m[2]), m[3])
		if err != nil {
			return nil, err
		}
		if text, err = replaceSection(text, m[1], "```go\n"+code+"\n```\n"); err != nil {
			return nil, err
		}
	}
	return text, nil
}

// function returns the source of the function called name in the package in dir,
// without its comment.
func function(dir, name string) (string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return "", err
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, file, src, parser.SkipObjectResolution)
		if err != nil {
			return "", err
		}
		for _, decl := range f.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == name {
				code := src[fset.Position(fn.Pos()).Offset:fset.Position(fn.End()).Offset]
				return strings.TrimSpace(string(code)), nil
			}
		}
	}
	return "", fmt.Errorf("no function %s in %s", name, dir)
}
