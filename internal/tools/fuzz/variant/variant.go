package variant

import (
	"bytes"
	"go/format"
	"math/rand/v2"
)

// A Variant makes other sources that mean the same.
type Variant struct {
	Name string
	// Make returns the variant of a file that has no comments but those above its package clause, see [Plain], and the names that
	// its locals have or had.
	Make func(r *rand.Rand, src []byte) (made []byte, names []string, err error)

	Fixed     bool // fixes are offered for the same findings
	Commented bool // there are comments, which are a reason to some rules
}

// All are the variants, the program as it is among them.
var All = []Variant{
	{Name: "none", Make: unnamed(func(_ *rand.Rand, src []byte) ([]byte, error) { return src, nil }), Fixed: true},
	{Name: "layout", Make: unnamed(relayout)},
	{Name: "crlf", Make: unnamed(crlf), Fixed: true},
	{Name: "comments", Make: unnamed(comment), Commented: true},
	{Name: "order", Make: unnamed(reorder)},
	{Name: "names", Make: rename},
	{Name: "shadows", Make: shadow},
}

func unnamed(f func(*rand.Rand, []byte) ([]byte, error)) func(*rand.Rand, []byte) ([]byte, []string, error) {
	return func(r *rand.Rand, src []byte) ([]byte, []string, error) {
		made, err := f(r, src)
		return made, nil, err
	}
}

// crlf ends lines as on Windows, behind a byte order mark.
func crlf(_ *rand.Rand, src []byte) ([]byte, error) {
	return append([]byte("\ufeff"), bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n"))...), nil
}

// Plain returns a file formatted by gofmt, without comments but those above the package clause.
func Plain(src []byte) ([]byte, error) {
	toks := tokens(src)
	var b bytes.Buffer
	b.Write(src[:toks[0].start])
	for i, t := range toks {
		b.WriteString(t.text)
		between := behind(src, toks, i)
		b.WriteByte(' ')
		b.Write(bytes.Repeat([]byte("\n"), min(2, bytes.Count(between, []byte("\n")))))
	}
	return format.Source(b.Bytes())
}
