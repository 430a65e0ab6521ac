package ruletest

import (
	"fmt"
	"go/scanner"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// A want is a regular expression that one diagnostic on its line must match.
type want struct {
	severity string // of the diagnostic, "" if it is that of the rule
	re       *regexp.Regexp
	matched  bool
}

// checkWants checks that diagnostics and want comments match one to one.
func checkWants(t *testing.T, res *Result) {
	t.Helper()
	wants := make(map[string][]*want) // by "file:line"
	for _, pkg := range res.Packages {
		for _, f := range pkg.Syntax {
			for _, group := range f.Comments {
				for _, c := range group.List {
					_, text, ok := strings.Cut(c.Text, "// want ")
					if !ok {
						continue
					}
					pos := res.Fset.Position(c.Pos())
					ws, err := parseWants(text)
					if err != nil {
						t.Errorf("%s: %v", pos, err)
					}
					key := lineOf(pos)
					if wants[key] == nil {
						wants[key] = ws
					}
				}
			}
		}
	}
	for _, d := range res.Diagnostics {
		if !match(wants[lineOf(d.Position)], d) {
			t.Errorf("%s: unexpected diagnostic: %s", d.Position, strings.TrimPrefix(d.Category+": "+d.Message, ": "))
		}
		if !d.End.IsValid() || d.URL == "" {
			t.Errorf("%s: diagnostic has no end or no URL", d.Position)
		}
	}
	for line, ws := range wants {
		for _, w := range ws {
			if !w.matched {
				t.Errorf("%s: no diagnostic matches %q", line, w.re)
			}
		}
	}
}

func lineOf(pos token.Position) string {
	return fmt.Sprintf("%s:%d", pos.Filename, pos.Line)
}

func match(ws []*want, d Diagnostic) bool {
	for _, w := range ws {
		if !w.matched && w.severity == d.Category && w.re.MatchString(d.Message) {
			w.matched = true
			return true
		}
	}
	return false
}

// parseWants parses the Go string literals in text.
func parseWants(text string) ([]*want, error) {
	var s scanner.Scanner
	s.Init(token.NewFileSet().AddFile("", -1, len(text)), []byte(text), nil, 0)
	var ws []*want
	for {
		_, tok, lit := s.Scan()
		if tok != token.STRING {
			if len(ws) == 0 {
				return nil, fmt.Errorf("want needs a string literal, got %q", text)
			}
			return ws, nil
		}
		pattern, err := strconv.Unquote(lit)
		if err != nil {
			return nil, err
		}
		w := new(want)
		for _, severity := range []string{"info", "warning"} {
			if rest, ok := strings.CutPrefix(pattern, severity+": "); ok {
				pattern, w.severity = rest, severity
			}
		}
		if w.re, err = regexp.Compile(pattern); err != nil {
			return nil, err
		}
		ws = append(ws, w)
	}
}
