package topdecl

import (
	"go/token"
	"strings"
)

// A Decl is a top-level declaration: a function, or one spec of a group. A const group with
// iota or implied values is one Decl.
type Decl struct {
	Keyword token.Token // FUNC, TYPE, VAR or CONST
	Names   []string    // more than one for variables and constants only
	Recv    string      // the name of a method's receiver type
	Alias   string      // B of the alias declaration type A = B, if B has no qualifier
	Start   int         // offset of what follows the keyword
	End     int         // offset of the end, without a body, and without the value of a variable that has a type
	BodyEnd int         // offset of the end of a function with its body
}

// Split returns the declarations of src from pos on, in order, without those that declare no
// name: func init, and var _ = x.
func Split(src string, pos int) []Decl {
	s := splitter{lexer: lexer{src: src, pos: pos}}
	for {
		switch s.next() {
		case eof:
			return s.decls
		case ident:
			s.decl()
		}
	}
}

type splitter struct {
	lexer
	decls []Decl
	names []string // backs Decl.Names
}

// decl reads a declaration, whose keyword is the current token.
func (s *splitter) decl() {
	switch s.text() {
	case "func":
		s.function()
	case "type":
		s.specs(token.TYPE)
	case "var":
		s.specs(token.VAR)
	case "const":
		s.specs(token.CONST)
	}
}

// name returns the current token as the Names of a Decl.
func (s *splitter) name() []string {
	s.names = append(s.names, s.text())
	return s.names[len(s.names)-1 : len(s.names) : len(s.names)]
}

// function reads a function; the current token is its keyword.
func (s *splitter) function() {
	d := Decl{Keyword: token.FUNC, Start: s.pos}
	tok := s.next()
	if tok == '(' {
		d.Recv = s.receiver()
		tok = s.next()
	}
	if tok != ident {
		return
	}
	d.Names = s.name()
	if d.Recv == "" && d.Names[0] == "init" {
		d.Names[0] = "_"
	}

	// The body opens with the first brace outside parentheses and brackets that does not
	// follow struct or interface, as in func f() struct{ x int } { ... }.
	depth := 0
	word := ""
	for {
		tok := s.next()
		switch tok {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case '{':
			if depth == 0 && word != "struct" && word != "interface" {
				d.End = s.from
				s.pos, s.semi = skipBraces(s.src, s.from), true
				d.BodyEnd = s.pos
				s.add(d)
				return
			}
			s.pos, s.semi = skipBraces(s.src, s.from), true
		case newline, eof:
			if depth <= 0 || tok == eof {
				d.End, d.BodyEnd = s.from, s.from
				s.add(d)
				return
			}
		}
		word = ""
		if tok == ident {
			word = s.text()
		}
	}
}

// receiver reads a receiver up to its closing parenthesis, and returns the name of its type: the
// last name before any type parameters.
func (s *splitter) receiver() (name string) {
	for depth, params := 1, 0; depth > 0; {
		switch s.next() {
		case '(':
			depth++
		case ')':
			depth--
		case '[':
			params++
		case ident:
			if params == 0 {
				name = s.text()
			}
		case eof:
			return name
		}
	}
	return name
}

func (s *splitter) add(d Decl) {
	for _, name := range d.Names {
		if name != "_" {
			s.decls = append(s.decls, d)
			return
		}
	}
}

// specs reads the spec or the group of specs that follows a keyword.
func (s *splitter) specs(keyword token.Token) {
	tok := s.next()
	if tok != '(' {
		s.spec(keyword, tok)
		return
	}
	start, first := s.from, len(s.decls)
	whole := false // some specs depend on the others
	for {
		switch tok := s.next(); tok {
		case newline:
		case ')', eof:
			if whole {
				s.merge(first, Decl{Keyword: keyword, Start: start, End: s.pos})
			}
			return
		default:
			if s.spec(keyword, tok) && keyword == token.CONST {
				whole = true
			}
		}
	}
}

// merge replaces the declarations from first on by one, d.
func (s *splitter) merge(first int, d Decl) {
	for _, spec := range s.decls[first:] {
		d.Names = append(d.Names, spec.Names...)
	}
	s.decls = s.decls[:first]
	s.add(d)
}

// spec reads a spec that begins with tok, the current token. It reports whether the value of
// the spec is implied by an earlier spec, or has iota.
func (s *splitter) spec(keyword token.Token, tok byte) (dependent bool) {
	d := Decl{Keyword: keyword, Start: s.from}
	for tok == ident || tok == ',' {
		if tok == ident {
			s.names = append(s.names, s.text())
			d.Names = s.names[len(s.names)-len(d.Names)-1 : len(s.names) : len(s.names)]
		}
		follows := tok
		tok = s.next()
		if follows == ident && tok != ',' {
			break // what is next may be a type
		}
	}

	typed := tok != '='
	hasValue, hasIota := false, false
	for depth, last := 0, byte(0); ; last, tok = tok, s.next() {
		switch tok {
		case '(', '[':
			depth++
			d.Alias = "" // it is a generic type
		case ')', ']':
			depth--
		case '{':
			s.pos, s.semi = skipBraces(s.src, s.from), true
			hasIota = hasIota || keyword == token.CONST && strings.Contains(s.text(), "iota")
		case '=':
			if depth == 0 && !hasValue {
				hasValue = true
				if keyword == token.VAR && typed {
					d.End = s.from
				}
			}
		case ident:
			hasIota = hasIota || s.text() == "iota"
			if keyword == token.TYPE && last == '=' && !token.IsKeyword(s.text()) {
				d.Alias = s.text()
			}
		case '.':
			d.Alias = "" // it is a qualifier
		}
		if depth < 0 && tok == ')' { // closes the group
			s.pos, s.semi = s.from, false
		}
		if depth < 0 || depth == 0 && tok == newline || tok == eof {
			if d.End == 0 {
				d.End = s.from
			}
			s.add(d)
			return !hasValue || hasIota
		}
	}
}
