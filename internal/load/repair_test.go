package load

import (
	"context"
	"go/ast"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
)

// TestRepair checks that the rest of a package with errors is analyzed, and that each error
// is reported.
func TestRepair(t *testing.T) {
	dir := writeTree(t, fakeSDK, `
-- low/low.go --
package low

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"os"
)

type T struct{ missing }

func Good() *string { return aws.String("") }

func BadBody() *string {
	return aws.Strin("")
}

func BadResult() missing { return aws.String("") }

func DependsOnBad() { BadResult() }

func Unused() *string {
	unused := 1
	return aws.String("")
}

func Generic[E any](e E) { e.none() }
-- low/syntax.go --
package low

import "github.com/aws/aws-sdk-go-v2/aws"

func Before() *string { return aws.String("") }

func Broken() *string {
	return aws.String(
}
-- high/high.go --
package high

import (
	"example.com/m/low"
	"example.com/m/none"
	"github.com/aws/aws-sdk-go-v2/aws"
)

func High() *string { return low.Good() }

func Missing() { none.X(aws.String("")) }
`)
	res, err := Load(context.Background(), Config{Dir: dir, Patterns: []string{"./..."}, Tests: true})
	if err != nil {
		t.Fatal(err)
	}
	if res.Fallback != "" {
		t.Errorf("Fallback = %q", res.Fallback)
	}
	var problems []string
	for _, p := range res.Problems {
		file := p.Pos[strings.LastIndexByte(p.Pos, '/')+1:]
		problems = append(problems, file+": "+p.Message)
		if strings.Contains(p.Message, "\n") {
			t.Errorf("more than a line: %q", p.Message)
		}
	}
	for _, want := range []string{
		"high.go:5:2: package example.com/m/none cannot be had: no required module provides it",
		"low.go:8:16: undefined: missing",
		"low.go:13:13: undefined: aws.Strin",
		"low.go:16:18: undefined: missing",
		"low.go:25:30: e.none undefined",
		"syntax.go:9:1: expected operand, found '}'",
	} {
		if !slices.ContainsFunc(problems, func(p string) bool { return strings.HasPrefix(p, want) }) {
			t.Errorf("no problem %q", want)
		}
	}
	if len(problems) != 8 || t.Failed() {
		t.Error(strings.Join(problems, "\n"))
	}

	with := make(map[string]bool) // functions by name: whether they have a body
	for _, pkg := range res.Packages {
		if pkg.IllTyped {
			t.Errorf("%s is not repaired", pkg.ID)
		}
		for _, f := range pkg.Syntax {
			for _, decl := range f.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok {
					with[fn.Name.Name] = fn.Body != nil
				}
			}
		}
	}
	for name, body := range map[string]bool{
		"Good": true, "Unused": true, "Before": true, "High": true,
		"BadBody": false, "DependsOnBad": false, "Missing": false,
	} {
		if got, there := with[name]; got != body || !there {
			t.Errorf("%s: body %t, there %t", name, got, there)
		}
	}
	for _, name := range []string{"BadResult", "Generic"} {
		if _, there := with[name]; there {
			t.Errorf("%s is there", name)
		}
	}

	graph, err := checker.Analyze([]*analysis.Analyzer{wrapsAnalyzer}, res.Packages, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Errorf("%s: %v", act, act.Err)
		} else if act.Package.Name == "high" && !slices.Equal(act.Result.([]string), []string{"High"}) {
			t.Errorf("%s found %v", act, act.Result)
		}
	}
}
