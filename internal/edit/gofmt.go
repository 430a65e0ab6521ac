package edit

import (
	"bytes"
	"errors"
	"go/ast"
	"go/format"
	"go/parser"
	"go/scanner"
	"go/token"
)

// ErrDeep means that functions or brackets nest too deeply for Gofmt.
var ErrDeep = errors.New("the source nests too deeply to be formatted")

// maxNested is how deeply functions may nest for Gofmt. The printer of gofmt prints a function in an expression several times to
// learn its size: at a depth of 100 it takes a hundredth of a second, of 2,000 more than a minute.
const maxNested = 100

// maxBrackets is how deeply brackets may nest for Gofmt: each line has a tab for each pair around it, those of 30,000 blocks
// in each other together almost a gigabyte. More than so many scopes the parser refuses as well where it resolves names.
const maxBrackets = 1000

// Gofmt returns src, a file, as gofmt prints it. The error is ErrDeep if that takes too long, else a syntax error.
func Gofmt(src []byte) ([]byte, error) {
	if hasManyBrackets(src) {
		return nil, ErrDeep
	}
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

// hasManyBrackets reports whether brackets nest more than maxBrackets deep in src.
func hasManyBrackets(src []byte) bool {
	var s scanner.Scanner
	s.Init(token.NewFileSet().AddFile("", -1, len(src)), src, nil, 0)
	for depth := 0; depth <= maxBrackets; {
		switch _, tok, _ := s.Scan(); tok {
		case token.LPAREN, token.LBRACK, token.LBRACE:
			depth++
		case token.RPAREN, token.RBRACK, token.RBRACE:
			depth--
		case token.EOF:
			return false
		}
	}
	return true
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
