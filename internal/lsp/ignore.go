package lsp

import (
	"context"
	"errors"
	"go/parser"
	"go/token"
	"strings"

	"github.com/awserrlint/awserrlint/internal/program"
)

// ignore puts a directive without a reason above a finding. It is not honoured before somebody has written a reason behind it,
// and until then it is a finding itself that says so: nothing is ignored in silence.
func (s *server) ignore(_ context.Context, t *target, data actionData) (map[string][]byte, error) {
	if data.Finding >= len(t.findings) {
		return nil, errors.New("there is no finding")
	}
	f := t.findings[data.Finding]
	text := t.doc.text
	start := strings.LastIndexByte(text[:min(f.Pos.Offset, len(text))], '\n') + 1
	line, _, _ := strings.Cut(text[start:], "\n")
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	ending := "\n"
	if strings.HasSuffix(line, "\r") {
		ending = "\r\n"
	}
	directive := "//" + program.Name + ":ignore " + f.Rule
	after := text[:start] + indent + directive + ending + text[start:]
	if !hasComment(after, start+len(indent), directive) {
		return nil, errors.New("there is no room for a comment above this line")
	}
	return map[string][]byte{t.doc.name: []byte(after)}, nil
}

// hasComment reports whether src parses and has a comment with the text at an offset: above a line that begins within a string,
// it would be part of that.
func hasComment(src string, offset int, text string) bool {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	for _, group := range f.Comments {
		for _, c := range group.List {
			if fset.Position(c.Pos()).Offset == offset && strings.TrimRight(c.Text, "\r") == text {
				return true
			}
		}
	}
	return false
}
