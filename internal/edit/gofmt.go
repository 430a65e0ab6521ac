package edit

import (
	"bytes"
	"errors"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
)

// ErrDeep means that functions nest too deeply for Gofmt.
var ErrDeep = errors.New("functions nest too deeply to be formatted")

// maxNested is how deeply functions may nest for Gofmt. The printer of gofmt prints a function in an expression several times to
// learn its size: at a depth of 100 it takes a hundredth of a second, of 2,000 more than a minute.
const maxNested = 100

// Gofmt returns src, a file, as gofmt prints it. The error is ErrDeep if that takes too long, else a syntax error.
func Gofmt(src []byte) ([]byte, error) {
	f, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	if isDeep(f) {
		return nil, ErrDeep
	}
	return format.Source(src)
}

// IsFormatted reports whether gofmt is known to leave src, a file, as it is.
func IsFormatted(src []byte) bool {
	formatted, err := Gofmt(src)
	return err == nil && bytes.Equal(formatted, src)
}

// isDeep reports whether functions nest more than maxNested deep in f.
func isDeep(f *ast.File) bool {
	deep := false
	var walk func(n ast.Node, depth int)
	walk = func(root ast.Node, depth int) {
		ast.Inspect(root, func(n ast.Node) bool {
			if function, ok := n.(*ast.FuncLit); ok {
				if deep = deep || depth == maxNested; !deep {
					walk(function.Body, depth+1)
				}
				return false
			}
			return !deep
		})
	}
	walk(f, 0)
	return deep
}
