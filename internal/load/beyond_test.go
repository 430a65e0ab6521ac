package load

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// beyondModules are two modules of a workspace. In m, top calls mid through plain, which needs no
// analysis, and mid calls low. In n, main calls low.
const beyondModules = `
-- go.work --
go 1.26

use (
	.
	./n
)
-- low/low.go --
package low

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
)

var S = aws.String("")

func F(ctx context.Context) error { return nil }
-- low/low_test.go --
package low

import _ "example.com/m/testutil"
-- testutil/testutil.go --
package testutil

import _ "github.com/aws/aws-sdk-go-v2/aws"
-- plain/plain.go --
package plain

import "example.com/m/low"

var S = low.S
-- top/top.go --
package top

import (
	"example.com/m/plain"
	"github.com/aws/aws-sdk-go-v2/aws"
)

var S, T = plain.S, aws.String("")
-- caller/caller.go --
package caller

import (
	"context"

	"example.com/m/low"
)

func F(ctx context.Context) error { return low.F(ctx) }
-- far/far.go --
package far

import _ "example.com/m/plain"
-- test/test_test.go --
package test

import (
	"testing"

	"example.com/m/low"
)

func Test(t *testing.T) { low.F(t.Context()) }
-- n/go.mod --
module example.com/n

go 1.26
-- n/n.go --
package n

import (
	"context"

	"example.com/m/low"
)

func F(ctx context.Context) error { return low.F(ctx) }
-- unreadable/a.go --
package unreadable

import _ "github.com/aws/aws-sdk-go-v2/aws"
-- unreadable/b.go --
package
-- userofit/userofit.go --
package userofit

import (
	_ "example.com/m/unreadable"
	_ "github.com/aws/aws-sdk-go-v2/aws"
)
`

// TestBeyond checks which packages are loaded though no pattern matches them.
func TestBeyond(t *testing.T) {
	dir := writeTree(t, fakeSDK, beyondModules)
	for _, test := range []struct{ dir, patterns, want string }{
		{".", "./low", "low [example.com/m/low.test], (testutil)"},
		{".", "./caller", "caller, (low)"},
		{".", "./caller ./low", "caller, low [example.com/m/low.test], (testutil)"},
		{".", "./top", "(low), top"},
		{".", "./plain", ""},
		{".", "./far", ""},
		{".", "./test", "(low), test [example.com/m/test.test]"},
		{"n", ".", "(low), example.com/n"},
		{".", "./userofit", "userofit"},
	} {
		t.Run(test.patterns, func(t *testing.T) {
			plan, err := NewPlan(t.Context(), Config{Dir: dir + "/" + test.dir, Patterns: strings.Fields(test.patterns), Tests: true})
			if err != nil || plan.Fallback != "" {
				t.Fatal(err, plan.Fallback)
			}
			var got, asked []string
			for _, c := range plan.Packages {
				name := strings.TrimPrefix(c.ID, "example.com/m/")
				if c.FactsOnly {
					name = "(" + name + ")"
				} else {
					asked = append(asked, c.ID)
				}
				got = append(got, name)
			}
			if got := strings.Join(got, ", "); got != test.want {
				t.Errorf("Packages = %s, want %s", got, test.want)
			}
			if patterns := len(strings.Fields(test.patterns)); plan.Matched != patterns {
				t.Errorf("Matched = %d, want %d", plan.Matched, patterns)
			}
			res, err := Load(t.Context(), plan.cfg)
			if err != nil || res.Fallback != "" || len(res.Problems) > 0 {
				t.Fatal(err, res.Fallback, res.Problems)
			}
			if got := ids(res.Packages); !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(asked))) {
				t.Errorf("loaded %q, want %q", got, asked)
			}
			packages.Visit(res.Packages, nil, func(pkg *packages.Package) {
				if pkg.Syntax == nil {
					t.Errorf("%s has no syntax", pkg.ID)
				}
			})
		})
	}
}

// TestUnfit checks that packages that nobody asked for cause no problems and no compilation.
func TestUnfit(t *testing.T) {
	for _, test := range []struct {
		name, file string
		loaded     string // with the package that nobody asked for
		untold     bool
		problem    string
	}{
		{"fine", "package low", "caller low", false, ""},
		{"error in a body", "package low\n\nfunc f() { nothing() }", "caller low", true, ""},
		{"unused import", "package low\n\nimport \"fmt\"", "caller low", true, ""},
		{"type", "package low\n\nfunc f(nothing) {}", "caller", true, ""},
		{"missing package", "package low\n\nimport \"example.com/none\"\n\nfunc f() { none.F() }", "caller", true, ""},
		{"missing package in an import", "package low\n\nimport \"example.com/m/lib\"\n\nvar l lib.T", "caller", true, ""},
		{"error in an import", "package low\n\nimport \"example.com/m/wrong\"\n\nvar l wrong.T", "caller", true, ""},
		{"error in another module", "package low\n\nimport \"github.com/aws/aws-sdk-go-v2/wrong\"\n\nfunc f(l wrong.T) { _ = l }", "caller", true, ""},
		{"error in what is needed", "package low\n\nvar Needed nothing", "caller", true, "undefined: nothing"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := writeTree(t, fakeSDK, beyondModules+`
-- lib/lib.go --
package lib

import "example.com/none"

type T none.T
-- wrong/wrong.go --
package wrong

type T nothing
-- sdk/wrong/wrong.go --
package wrong

type T nothing
-- caller/needs.go --
package caller

import "example.com/m/low"

var _ = low.Needed
-- low/needed.go --
package low

`+map[bool]string{true: "", false: "var Needed int"}[test.problem != ""]+`
-- low/more.go --
`+test.file+"\n")
			plan, err := NewPlan(t.Context(), Config{Dir: dir, Patterns: []string{"./caller"}})
			if err != nil || plan.Fallback != "" {
				t.Fatal(err, plan.Fallback)
			}
			res, err := plan.Load(t.Context(), plan.Packages, nil)
			if err != nil || res.Fallback != "" {
				t.Fatal(err, res.Fallback)
			}
			if got := strings.ReplaceAll(strings.Join(ids(res.Packages), " "), "example.com/m/", ""); got != test.loaded {
				t.Errorf("loaded %s, want %s", got, test.loaded)
			}
			if got := res.Untold["example.com/m/low"]; got != test.untold {
				t.Errorf("Untold is %v", got)
			}
			var said string
			for _, problem := range res.Problems {
				said += problem.Message
			}
			if said != test.problem {
				t.Errorf("problems are %q", res.Problems)
			}
		})
	}
}
