package topdecl

import (
	"errors"
	"strconv"
	"strings"
)

// A Header is what precedes the declarations of a file.
type Header struct {
	Package     string
	Imports     []Import
	Constrained bool // a comment that may be a build constraint precedes the package clause
	Clause      int  // offset of the package clause
	End         int  // offset of the first declaration
}

// An Import is an import declaration.
type Import struct {
	Name string // "" unless given
	Path string
}

var errHeader = errors.New("the import clauses cannot be read")

// ParseHeader reads the header of src, which may be only the beginning of a file. more
// reports whether the header may go on after the end of src.
func ParseHeader(src string) (h Header, more bool, err error) {
	l := lexer{src: src}
	if strings.HasPrefix(src, "\ufeff") {
		l.pos = len("\ufeff")
	}
	if l.next() != ident || l.text() != "package" {
		return h, l.pos == len(src), errHeader
	}
	h.Clause = l.from
	comments := src[:h.Clause]
	h.Constrained = strings.Contains(comments, "//go:build") || strings.Contains(comments, "+build")
	if l.next() != ident {
		return h, l.pos == len(src), errHeader
	}
	h.Package = l.text()
	for {
		for {
			h.End = l.pos
			if tok := l.next(); tok == eof {
				return h, true, nil
			} else if tok != newline {
				break
			}
		}
		if l.text() != "import" {
			// If src ends after this word, the word may be incomplete.
			h.End = l.from
			return h, l.pos == len(src), nil
		}
		if err := h.parseImport(&l); err != nil {
			return h, l.pos == len(src), err
		}
	}
}

// parseImport reads what follows the keyword import.
func (h *Header) parseImport(l *lexer) error {
	group, name := false, ""
	for {
		switch tok := l.next(); tok {
		case '(':
			group = true
		case ident:
			name = l.text()
		case '.':
			name = "."
		case literal:
			path, err := strconv.Unquote(l.text())
			if err != nil {
				return errHeader
			}
			h.Imports = append(h.Imports, Import{Name: name, Path: path})
			name = ""
			if !group {
				return nil
			}
		case newline:
		case ')':
			return nil
		default:
			return errHeader
		}
	}
}
