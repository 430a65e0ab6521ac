package variant

import (
	"bytes"
	"fmt"
	"go/format"
	"go/token"
	"math/rand/v2"
	"strings"
)

// relayout breaks lines, or does not, and indents them, wherever Go lets it.
func relayout(r *rand.Rand, src []byte) ([]byte, error) {
	toks := tokens(src)
	var b bytes.Buffer
	b.Write(src[:toks[0].start])
	for i, t := range toks {
		b.WriteString(t.text)
		if t.breaks {
			b.WriteString(oneOf(r, "\n", "\n", ";", " ; ", ";\n\n\t", "\n\t\t\t", " \t\n"))
		}
		if i+1 == len(toks) {
			break
		}
		space := oneOf(r, "", "", " ", " ", "\t", "   ")
		if t.mayBreak() && r.IntN(6) == 0 {
			space = oneOf(r, "\n", "\n\n", "\n  ", "\t\n\t")
		}
		if space == "" && !t.breaks && !(delimits(t.kind) || delimits(toks[i+1].kind)) {
			space = " "
		}
		b.WriteString(space)
	}
	b.WriteString("\n")
	return b.Bytes(), nil
}

// delimits reports whether a token of this kind needs no space before or after it.
func delimits(kind token.Token) bool {
	switch kind {
	case token.LPAREN, token.RPAREN, token.LBRACK, token.RBRACK, token.LBRACE, token.RBRACE, token.COMMA, token.SEMICOLON:
		return true
	}
	return false
}

// comment writes comments between tokens, at ends of lines, and on lines of their own, below the imports: an import that goes takes its
// comment away. The file is formatted by gofmt then.
func comment(r *rand.Rand, src []byte) ([]byte, error) {
	decls, err := declarations(src)
	if err != nil {
		return nil, err
	}
	from := 0
	for _, d := range decls {
		if strings.HasPrefix(d.key, "import") {
			from = d.end
		}
	}
	toks := tokens(src)
	var b bytes.Buffer
	b.Write(src[:toks[0].start])
	n := 0
	text := func(form string) string {
		n++
		return fmt.Sprintf(form, n)
	}
	for i, t := range toks {
		b.WriteString(t.text)
		between := behind(src, toks, i)
		switch lines := bytes.Count(between, []byte("\n")); {
		case t.start < from:
		case lines > 0 && r.IntN(6) == 0:
			b.WriteString(text(" // c%d\n"))
		case lines > 0 && r.IntN(6) == 0:
			b.Write(between)
			b.WriteString(text("// c%d\n"))
			continue
		case r.IntN(12) == 0:
			b.WriteString(text(" /* c%d */ "))
		}
		b.Write(between)
	}
	return format.Source(b.Bytes())
}

func oneOf(r *rand.Rand, texts ...string) string { return texts[r.IntN(len(texts))] }
