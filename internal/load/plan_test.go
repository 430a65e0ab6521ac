package load

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// fromSource loads what cfg names without the last resort. The error says why it is needed.
func fromSource(t *testing.T, cfg Config) (*Result, error) {
	t.Helper()
	plan, err := NewPlan(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if plan.Fallback != "" {
		return nil, errors.New(plan.Fallback)
	}
	res, err := plan.loadSource(t.Context(), plan.Packages, nil)
	if err == nil {
		plan.dropFactsOnly(res)
	}
	return res, err
}

// layers is a module in which high reaches low directly, mid through lib, which needs no analysis.
const layers = `
-- low/low.go --
package low

import "github.com/aws/aws-sdk-go-v2/aws"

type Low struct{ S *string }

func New() Low { return Low{aws.String("")} }
-- low/low_test.go --
package low_test

import "example.com/m/low"

import _ "github.com/aws/aws-sdk-go-v2/aws"

var L = low.New()
-- low/in_test.go --
package low

var InTest = New()
-- lib/lib.go --
package lib

import "example.com/m/low"

func Lib() low.Low { return low.New() }
-- mid/mid.go --
package mid

import (
	"example.com/m/lib"
	"github.com/aws/aws-sdk-go-v2/aws"
)

var Mid, S = lib.Lib(), aws.String("")
-- high/high.go --
package high

import (
	"example.com/m/low"
	"example.com/m/mid"
	"github.com/aws/aws-sdk-go-v2/aws"
)

var High, Mid, S = low.New(), mid.Mid, aws.String("")
`

// TestPlan checks what a plan says of the packages to analyze.
func TestPlan(t *testing.T) {
	dir := writeTree(t, fakeSDK, layers)
	plan, err := NewPlan(t.Context(), Config{Dir: dir, Patterns: []string{"./low", "./mid", "./high"}, Tests: true})
	if err != nil || plan.Fallback != "" {
		t.Fatal(err, plan.Fallback)
	}
	if plan.Matched != 3 {
		t.Errorf("Matched = %d, want 3", plan.Matched)
	}
	names := func(pkgs []*Candidate) string {
		var out []string
		for _, p := range pkgs {
			out = append(out, strings.TrimPrefix(p.ID, "example.com/m/"))
		}
		return strings.Join(out, ", ")
	}
	if got, want := names(plan.Packages), "high, low [example.com/m/low.test], low_test [example.com/m/low.test], mid"; got != want {
		t.Errorf("Packages = %s, want %s", got, want)
	}
	for i, want := range []struct{ imports, needs, files string }{
		{"low [example.com/m/low.test], mid", "lib low mid sdk/aws", "lib/lib.go low/low.go mid/mid.go sdk/aws/aws.go"},
		{"", "sdk/aws", "sdk/aws/aws.go"},
		{"low [example.com/m/low.test]", "low sdk/aws", "low/in_test.go low/low.go sdk/aws/aws.go"},
		{"low [example.com/m/low.test]", "lib low sdk/aws", "lib/lib.go low/low.go sdk/aws/aws.go"},
	} {
		c := plan.Packages[i]
		if got := names(plan.Imports(c)); got != want.imports {
			t.Errorf("%s imports %s, want %s", c.ID, got, want.imports)
		}
		loaded, err := plan.Load(t.Context(), []*Candidate{c}, nil)
		if err != nil || loaded.Fallback != "" {
			t.Fatal(err, loaded.Fallback)
		}
		var needs, files []string
		for _, path := range loaded.Needs()[c.ID] {
			needs = append(needs, strings.TrimPrefix(strings.Replace(path, "github.com/aws/aws-sdk-go-v2", "sdk", 1), "example.com/m/"))
			for _, file := range plan.FilesOf(c, path) {
				rel, err := filepath.Rel(dir, file)
				if err != nil {
					t.Fatal(err)
				}
				files = append(files, filepath.ToSlash(rel))
			}
		}
		slices.Sort(needs)
		slices.Sort(files)
		if got := strings.Join(needs, " "); got != want.needs {
			t.Errorf("%s needs %s, want %s", c.ID, got, want.needs)
		}
		if got := strings.Join(files, " "); got != want.files {
			t.Errorf("%s sees the files %s, want %s", c.ID, got, want.files)
		}
	}
}

// TestPlanLoad checks that parts of a plan can be loaded one after the other, with the types that
// the whole has.
func TestPlanLoad(t *testing.T) {
	dir := writeTree(t, fakeSDK, layers)
	plan, err := NewPlan(t.Context(), Config{Dir: dir, Patterns: []string{"./..."}, Tests: true})
	if err != nil {
		t.Fatal(err)
	}
	whole, err := plan.Load(t.Context(), plan.Packages, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range plan.Packages {
		part, err := plan.Load(t.Context(), []*Candidate{c}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(part.Packages) != 1 || part.Packages[0].ID != c.ID || part.Fallback != "" {
			t.Fatalf("%s: loaded %q, fallback %q", c.ID, ids(part.Packages), part.Fallback)
		}
		i := slices.IndexFunc(whole.Packages, func(p *packages.Package) bool { return p.ID == c.ID })
		want := *whole
		want.Packages = whole.Packages[i : i+1]
		diffs, facts := differences(part, &want)
		if len(diffs) > 0 || facts < 20 {
			t.Errorf("%s: %d facts, differences: %q", c.ID, facts, diffs)
		}
	}
}
