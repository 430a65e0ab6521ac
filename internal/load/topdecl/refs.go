package topdecl

import (
	"go/token"
	"strings"
)

// A Ref is a name that a declaration uses.
type Ref struct {
	Qualifier string // q of q.Name, if q is an identifier
	Name      string
	Selected  bool // follows a dot
	Called    bool // precedes a parenthesis, as methods in interfaces do
}

// Refs calls yield for each identifier in src, the source of a Decl.
func Refs(src string, yield func(Ref)) {
	l := lexer{src: src}
	var ref Ref      // the identifier read last
	pending := false // it has not been yielded: what follows tells more
	dots := 0        // before the current token
	for {
		tok := l.next()
		if pending && tok != '.' {
			ref.Called = tok == '('
			if tok != ident || dots != 1 {
				yield(ref)
				pending = false
			}
		}
		switch tok {
		case eof:
			return
		case '.':
			dots++
			continue
		case ident:
			next := Ref{Name: l.text(), Selected: dots == 1}
			if pending { // as in ref.next
				if !ref.Selected {
					next.Qualifier = ref.Name
				}
				yield(ref)
			}
			ref, pending = next, !token.IsKeyword(next.Name)
		}
		dots = 0
	}
}

// Strip appends src without comments to buf. It keeps lines and columns: a general
// comment becomes spaces and new lines, a line comment leaves only its new line.
func Strip(buf []byte, src string) []byte {
	for pos := 0; pos < len(src); {
		next := strings.IndexAny(src[pos:], "\"'`/")
		if next < 0 {
			return append(buf, src[pos:]...)
		}
		buf = append(buf, src[pos:pos+next]...)
		pos += next
		end := pos + 1
		if src[pos] != '/' {
			end = skipQuoted(src, pos)
			buf = append(buf, src[pos:end]...)
		} else if end = skipComment(src, pos); end == pos {
			end++
			buf = append(buf, '/')
		} else if src[pos+1] == '*' {
			for _, c := range []byte(src[pos:end]) {
				if c != '\n' {
					c = ' '
				}
				buf = append(buf, c)
			}
		}
		pos = end
	}
	return buf
}
