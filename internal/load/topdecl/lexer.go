package topdecl

import (
	"go/token"
	"strings"
)

// Kinds of tokens. Every other token is its first byte.
const (
	eof     = 0
	ident   = 'a'
	literal = '0'
	newline = ';' // a semicolon, written or implied
)

// lexer reads tokens. Its zero value with src set is ready to use.
type lexer struct {
	src  string
	pos  int    // end of the token
	from int    // start of the token
	semi bool   // a new line here ends the statement, unless continues(word)
	word string // the token, if it is an identifier or a keyword
}

// text returns the token read last.
func (l *lexer) text() string { return l.src[l.from:l.pos] }

// next reads a token and returns its kind.
func (l *lexer) next() byte {
	for l.pos < len(l.src) {
		l.from = l.pos
		c := l.src[l.pos]
		switch class[c] {
		case space:
			l.pos++
		case line:
			l.pos++
			if l.ends() {
				return newline
			}
		case letter:
			l.letters()
			l.semi, l.word = true, l.text()
			return ident
		case digit:
			l.letters()
			if l.pos < len(l.src) && l.src[l.pos] == '.' { // which may end the number
				l.pos++
				l.letters()
			}
			l.semi, l.word = true, ""
			return literal
		case quote:
			l.pos = skipQuoted(l.src, l.pos)
			l.semi, l.word = true, ""
			return literal
		case slash:
			end := skipComment(l.src, l.pos)
			if end == l.pos {
				l.pos++
				l.semi = false
				return c
			}
			l.pos = end
			// A comment that spans lines ends a statement as a new line does.
			if strings.Contains(l.text(), "\n") && l.ends() {
				return newline
			}
		default:
			l.pos++
			l.semi, l.word = c == ')' || c == ']' || c == '}', ""
			return c
		}
	}
	l.from = l.pos
	if l.ends() {
		return newline
	}
	return eof
}

// ends reports whether a new line here is an implied semicolon.
func (l *lexer) ends() bool {
	ends := l.semi && (l.word == "" || !continues(l.word))
	l.semi = false
	return ends
}

// letters moves over letters and digits.
func (l *lexer) letters() {
	for l.pos < len(l.src) && (class[l.src[l.pos]] == letter || class[l.src[l.pos]] == digit) {
		l.pos++
	}
}

// continues reports whether a line that ends in word goes on in the next: "func" does, "return"
// and identifiers do not.
func continues(word string) bool {
	switch word {
	case "break", "continue", "fallthrough", "return":
		return false
	}
	return token.IsKeyword(word)
}

// skipQuoted returns the position after the string or rune literal at pos.
func skipQuoted(src string, pos int) int {
	q := src[pos]
	pos++
	if q == '`' {
		if i := strings.IndexByte(src[pos:], '`'); i >= 0 {
			return pos + i + 1
		}
		return len(src)
	}
	for ; pos < len(src); pos++ {
		switch src[pos] {
		case q:
			return pos + 1
		case '\\':
			pos++
		case '\n':
			return pos // not terminated
		}
	}
	return len(src)
}

// skipComment returns the position after the comment at pos, or pos if there is
// none. A line comment does not include its new line.
func skipComment(src string, pos int) int {
	rest := src[pos:]
	switch {
	case strings.HasPrefix(rest, "//"):
		if i := strings.IndexByte(rest, '\n'); i >= 0 {
			return pos + i
		}
		return len(src)
	case strings.HasPrefix(rest, "/*"):
		if i := strings.Index(rest[2:], "*/"); i >= 0 {
			return pos + 2 + i + 2
		}
		return len(src)
	}
	return pos
}

// skipBraces returns the position after the block that the brace at pos opens.
func skipBraces(src string, pos int) int {
	depth := 0
	for pos < len(src) {
		c := src[pos]
		switch class[c] {
		case quote:
			pos = skipQuoted(src, pos)
			continue
		case slash:
			if end := skipComment(src, pos); end > pos {
				pos = end
				continue
			}
		case brace:
			if c == '{' {
				depth++
			} else if depth--; depth == 0 {
				return pos + 1
			}
		}
		pos++
	}
	return len(src)
}

// Classes of bytes.
const (
	other = iota
	space
	line
	letter // of an identifier; every byte beyond ASCII counts as one
	digit
	quote
	slash
	brace
)

var class = func() (class [256]uint8) {
	for c := range class {
		switch {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c >= 0x80:
			class[c] = letter
		case '0' <= c && c <= '9':
			class[c] = digit
		}
	}
	class[' '], class['\t'], class['\r'] = space, space, space
	class['\n'] = line
	class['"'], class['\''], class['`'] = quote, quote, quote
	class['/'] = slash
	class['{'], class['}'] = brace, brace
	return class
}()
