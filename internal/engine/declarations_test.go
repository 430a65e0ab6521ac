package engine

import (
	"strings"
	"testing"
)

// TestDeclarations checks which edits of a file importers can see.
func TestDeclarations(t *testing.T) {
	const src = `// Copyright.

// Package p does things.
package p

import (
	"context"
	"math/rand/v2"
	"os"

	"example.com/some"
	other "example.com/other"
)

// F does.
func F(ctx context.Context) (n int) {
	// it reads
	os.ReadFile("x")
	return other.N + rand.Int()
}

func Text(what string) string {
	// it says
	return "no " + what
}

type T struct {
	A int ` + "`json:\"a\"`" + `
	B some.B // a comment
}

func (t *T) Close() error { return nil }

var V, W = F(nil), 2

var typed int = F(nil)

const (
	one = iota
	two
)

func init() { F(nil) }

var _ = one
`
	for _, test := range []struct {
		old, new string
		seen     bool
	}{
		{"// Copyright.", "// Copyright (c).\n", false},
		{"// F does.", "// F does a lot.\n//\n// More than before.", false},
		{"// it reads", "", false},
		{`os.ReadFile("x")`, `os.ReadFile("y")`, false},
		{"// a comment", "// another one", false},
		{"// it says", "", false},
		{`"no " + what`, `"bad " + what`, true},
		{"return nil }", "return error(nil) }", false},
		{"func init() { F(nil) }", "", false},
		{"var _ = one", "var _ = two", false},
		{"int = F(nil)", "int = 7", false}, // it has a type
		{"\t\"os\"\n", "\t\"os\"\n\t\"fmt\"\n", false},
		{"\t\"os\"\n", "", false},
		{"\t\"math/rand/v2\"\n", "", false},
		{"\tother \"example.com/other\"\n", "\tother \"example.com/others\"\n", false},

		{"package p\n", "package q\n", true},
		{"\t\"context\"\n", "\tcontext \"example.com/context\"\n", true},
		{"\"example.com/some\"", "\"example.com/any\"", true},
		{"(n int)", "(m int)", true},
		{"(n int)", "(n int64)", true},
		{"A int", "A int64", true},
		{`json:"a"`, `json:"b"`, true},
		{"type T", "type U", true},
		{"func (t *T)", "func (t T)", true},
		{"F(nil), 2", "F(nil), 3", true}, // its type follows from the value
		{"typed int", "typed int64", true},
		{"= iota", "= iota + 1", true},
		{"var _ = one", "var _ = one\n\nfunc G() {}", true},
	} {
		if strings.Count(src, test.old) != 1 {
			t.Fatalf("%q is not there once", test.old)
		}
		edited := strings.Replace(src, test.old, test.new, 1)
		if seen := declarations(edited) != declarations(src); seen != test.seen {
			t.Errorf("%q in place of %q: seen %t", test.new, test.old, seen)
		}
	}

	for _, test := range []struct {
		x, y string
		seen bool
	}{
		{"//go:build go1.20\n\npackage p", "//go:build go1.26\n\npackage p", true},
		{"package main\n\nfunc main() {}", "package main\n\nfunc main() { main() }", false},
		{"package main\n\nfunc main() {}", "package main", false},
		{"package p\n\nfunc f() {", "package p\n\nfunc f() { g(", false},
		{"no Go", "nor this", true},
	} {
		if seen := declarations(test.x) != declarations(test.y); seen != test.seen {
			t.Errorf("%q and %q: seen %t", test.x, test.y, seen)
		}
	}
}
