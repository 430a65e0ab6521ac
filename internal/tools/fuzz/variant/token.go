package variant

import (
	"go/scanner"
	"go/token"
	"strings"
)

// A tok is a token of a file. It is no comment, and no semicolon that a line break stands for.
type tok struct {
	kind       token.Token
	text       string
	start, end int  // offsets
	breaks     bool // a line break after it stands for a semicolon
}

// tokens returns the tokens of a file from the package clause on.
func tokens(src []byte) []tok {
	file := token.NewFileSet().AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, func(token.Position, string) {}, 0)
	var toks []tok
	for {
		pos, kind, lit := s.Scan()
		switch {
		case kind == token.EOF:
			return toks
		case kind == token.SEMICOLON && lit == "\n":
			if n := len(toks); n > 0 {
				toks[n-1].breaks = true
			}
			continue
		}
		start := file.Offset(pos)
		text := lit
		if text == "" || kind.IsOperator() {
			text = kind.String()
		}
		end := start + len(text)
		if kind == token.STRING && src[start] == '`' { // the scanner has dropped carriage returns
			for end = start + 1; src[end] != '`'; end++ {
			}
			end++
		}
		toks = append(toks, tok{kind: kind, text: string(src[start:end]), start: start, end: end})
	}
}

// behind returns what stands between token i of a file and the next one, or the end.
func behind(src []byte, toks []tok, i int) []byte {
	if i+1 < len(toks) {
		return src[toks[i].end:toks[i+1].start]
	}
	return src[toks[i].end:]
}

// mayBreak reports whether a line break after t is just space.
func (t tok) mayBreak() bool {
	switch t.kind {
	case token.IDENT, token.INT, token.FLOAT, token.IMAG, token.CHAR, token.STRING,
		token.BREAK, token.CONTINUE, token.FALLTHROUGH, token.RETURN,
		token.INC, token.DEC, token.RPAREN, token.RBRACK, token.RBRACE:
		return false
	}
	return true
}

// Comments returns the comments of a file.
func Comments(src []byte) []string {
	file := token.NewFileSet().AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, func(token.Position, string) {}, scanner.ScanComments)
	var all []string
	for {
		switch _, kind, lit := s.Scan(); kind {
		case token.EOF:
			return all
		case token.COMMENT:
			all = append(all, strings.TrimSpace(lit))
		}
	}
}
