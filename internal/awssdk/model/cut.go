package model

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"iter"
	"strconv"
)

// chunks yields the text of the top-level declarations in src whose first line begins
// with head and contains mark. Source that is generated and formatted, as all of the
// SDK is, ends a declaration with a line that begins with a closing brace, or on
// the line it began on. A chunk that was cut wrongly does not parse.
func chunks(src []byte, head, mark string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for rest := src; ; {
			at := bytes.Index(rest, []byte(mark))
			if at < 0 {
				return
			}
			start := bytes.LastIndexByte(rest[:at], '\n') + 1
			if !bytes.HasPrefix(rest[start:], []byte(head)) {
				rest = rest[at+len(mark):]
				continue
			}
			end := chunkEnd(rest[start:]) + start
			if !yield(rest[start:end]) {
				return
			}
			// The mark may begin in the line that ends the chunk.
			rest = rest[max(end, at+len(mark)):]
		}
	}
}

// chunkEnd returns where the declaration at the beginning of src ends.
func chunkEnd(src []byte) int {
	line := bytes.IndexByte(src, '\n')
	if line < 0 {
		return len(src)
	}
	if first := bytes.TrimRight(src[:line], "\r"); bytes.HasSuffix(first, []byte("}")) {
		return line
	}
	for at := line; ; {
		next := bytes.IndexByte(src[at+1:], '\n')
		this := src[at+1:]
		if next >= 0 {
			this = this[:next]
		}
		if len(this) > 0 && this[0] == '}' {
			return at + 1 + len(this)
		}
		if next < 0 {
			return len(src)
		}
		at += 1 + next
	}
}

// parseDecl parses the text of one declaration.
func parseDecl[D ast.Decl](text []byte) (D, error) {
	var none D
	file, err := parser.ParseFile(token.NewFileSet(), "", append([]byte("package p\n"), text...), parser.SkipObjectResolution)
	if err != nil {
		return none, err
	}
	if len(file.Decls) != 1 {
		return none, fmt.Errorf("%d declarations where one is expected", len(file.Decls))
	}
	decl, ok := file.Decls[0].(D)
	if !ok {
		return none, fmt.Errorf("a %T where a %T is expected", file.Decls[0], none)
	}
	return decl, nil
}

// stringLit returns the value of a string literal.
func stringLit(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// selected returns the name X of an expression pkg.X.
func selected(e ast.Expr, pkg string) (string, bool) {
	sel, ok := e.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	id, ok := sel.X.(*ast.Ident)
	return sel.Sel.Name, ok && id.Name == pkg
}
