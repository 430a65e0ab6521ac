package load

import "testing"

// TestUnknown checks that nothing is compiled for a program that lacks a package, or that uses cgo;
// what is missing is reported, and functions that have nothing to do with it keep their bodies.
func TestUnknown(t *testing.T) {
	for _, test := range []brokenTest{
		{
			name: "no package",
			files: `
-- a/b.go --
package a

import (
	"example.com/m/none"
	other "example.com/m/none/other"
	_ "example.com/none"
	. "example.com/m/dot"
)

type Server struct {
	none.Embedded
	logger none.Logger
	s      *string
}

func Good(l none.Logger) *string { return S }

func (s *Server) GoodMethod() *string { return s.s }

func NewServer(l none.Logger, s *string) *Server { return &Server{logger: l, s: s} }

func Unkeyed(s *string) *Server { return &Server{none.Embedded{}, nil, s} }

func (s *Server) Bad() { s.logger.Info(S) }

func (s *Server) Promoted() { s.Close() }

func Result() (o other.T) { return }

func Dot() { DotF() }

func Closure() { func() { _ = other.X }() }

func Type() { type t struct { o other.T } }

func Calls() { Good(nil) }

func CallsGood(s *Server) { s.GoodMethod() }

var lost = none.New()

func Global() { _ = lost }

func Generic[T any](t T) { _ = other.X }

func CallsGeneric() { Generic(1) }
-- a/c.go --
package a

import "example.com/m/none"

var _ none.T
`,
			problems: []string{
				"a/b.go:4:2: package example.com/m/none cannot be had: no required module provides it",
				"a/b.go:5:8: package example.com/m/none/other cannot be had: no required module provides it",
				"a/b.go:6:4: package example.com/none cannot be had: no required module provides it",
				"a/b.go:7:4: package example.com/m/dot cannot be had: no required module provides it",
			},
			bodies: "CallsGood Good GoodMethod",
		},
		{
			name: "name that the path does not end in",
			files: `
-- a/b.go --
package a

import "example.com/go-none/v2"

func Bad() { none.X() }

func Good() {}
`,
			problems: []string{"a/b.go:3:8: package example.com/go-none/v2 cannot be had: no required module provides it"},
			bodies:   "Good",
		},
		{
			name:     "no files",
			files:    "-- a/b.go --\npackage a\n\nimport \"example.com/m/none\"\n\nvar _ = none.X\n\nfunc Good() {}\n-- none/README --\n",
			problems: []string{"a/b.go:3:8: package example.com/m/none cannot be had: no Go files in $DIR/none"},
			bodies:   "Good",
		},
		{
			name:     "relative import",
			files:    "-- a/b.go --\npackage a\n\nimport \"./b\"\n\nvar _ = b.X\n\nfunc Good() {}\n",
			problems: []string{"a/b.go:3:8: package ./b cannot be had: it is no path of a package"},
			bodies:   "Good",
		},
		{
			name: "an import lacks a package",
			files: `
-- a/b.go --
package a

import "example.com/m/b"

func Good() { b.F(); b.H(nil) }

func Bad(t b.T) { t.None.X() }

func Calls() { b.G(nil) }
-- b/b.go --
package b

import (
	"example.com/none"
	"example.com/unused"
)

type T struct{ None *none.T }

func F()         { unused.X() }
func G(t none.T) {}
func H(t *T)     {}
`,
			problems: []string{"b/b.go:4:2: package example.com/none cannot be had: no required module provides it"},
			bodies:   "Good",
		},
		{
			name: "no module",
			files: `
-- go.mod --
module example.com/m

go 1.26
-- a/b.go --
package a

func Good() {}
`,
			problems: []string{"a/a.go:3:8: package github.com/aws/aws-sdk-go-v2/aws cannot be had: no required module provides it"},
			bodies:   "Good",
		},
		{
			name: "not vendored",
			files: `
-- a/b.go --
package a

func Good() {}
-- vendor/modules.txt --
# github.com/aws/aws-sdk-go-v2 v1.0.0 => ./sdk
## explicit; go 1.24
# github.com/aws/aws-sdk-go-v2 => ./sdk
`,
			problems: []string{"a/a.go:3:8: package github.com/aws/aws-sdk-go-v2/aws cannot be had: it is not vendored; run go mod vendor"},
			bodies:   "Good",
		},
		{
			name: "cgo",
			files: `
-- a/b.go --
package a

// int two(void);
import "C"

type T struct {
	c C.int
	C.struct_x
	s *string
}

func Good(t T) *string { return t.s }

func Two() int { return int(C.two()) }

func Field(t T) { t.c++ }

func Promoted(t T) { _ = t.x }

func Result() (i C.int) { return }

func GoodParam(i C.int) {}

var two = C.two()

func Global() { _ = two }

func Pair() (float64, error) { x, err := C.sqrt(1); return float64(x), err }
`,
			bodies: "Good GoodParam",
		},
		{
			name: "cgo elsewhere",
			files: `
-- a/b.go --
package a

import "example.com/m/b"

func Good() { _ = b.One() }

func Bad() { _ = b.Two() }
-- b/b.go --
package b

import "C"

func One() int   { return 1 }
func Two() C.int { return 2 }
`,
			bodies: "Good",
		},
	} {
		t.Run(test.name, test.run)
	}
}
