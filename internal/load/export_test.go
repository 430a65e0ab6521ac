package load

import (
	"context"
	"go/ast"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// fakeSDK makes a module require an AWS SDK that is two lines long.
const fakeSDK = `
-- go.mod --
module example.com/m

go 1.26

require github.com/aws/aws-sdk-go-v2 v1.0.0

replace github.com/aws/aws-sdk-go-v2 => ./sdk
-- sdk/go.mod --
module github.com/aws/aws-sdk-go-v2

go 1.24
-- sdk/aws/aws.go --
package aws

func String(s string) *string { return &s }
`

// writeTree writes the files of archives to a new folder. Later archives overwrite earlier
// ones.
func writeTree(t *testing.T, archives ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, archive := range archives {
		for _, file := range txtar.Parse([]byte(archive)).Files {
			name := filepath.Join(dir, filepath.FromSlash(file.Name))
			if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, file.Data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

// ids returns the IDs of pkgs, sorted.
func ids(pkgs []*packages.Package) []string {
	var out []string
	for _, pkg := range pkgs {
		out = append(out, pkg.ID)
	}
	slices.Sort(out)
	return out
}

// wraps is the fact that a function calls aws.String, or a function that does.
type wraps struct{}

func (*wraps) AFact() {}

var wrapsAnalyzer = &analysis.Analyzer{
	Name:       "wraps",
	Doc:        "finds functions that call aws.String through others",
	FactTypes:  []analysis.Fact{new(wraps)},
	ResultType: reflect.TypeFor[[]string](),
	Run: func(pass *analysis.Pass) (any, error) {
		var found []string
		for _, file := range pass.Files {
			for _, decl := range file.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if !ok {
					continue
				}
				ast.Inspect(fn, func(n ast.Node) bool {
					if id, ok := n.(*ast.Ident); ok {
						obj := pass.TypesInfo.Uses[id]
						if obj != nil && obj.Pkg() != nil &&
							(awspath.IsSDK(obj.Pkg().Path()) && obj.Name() == "String" || obj.Pkg() != pass.Pkg && pass.ImportObjectFact(obj, new(wraps))) {
							pass.ExportObjectFact(pass.TypesInfo.Defs[fn.Name], new(wraps))
							found = append(found, fn.Name.Name)
						}
					}
					return true
				})
			}
		}
		return found, nil
	},
}

// TestFacts checks that facts flow between the packages of Result, even through
// packages that are not in it, and that nothing else is analyzed.
func TestFacts(t *testing.T) {
	dir := writeTree(t, fakeSDK, `
-- low/low.go --
package low

import "github.com/aws/aws-sdk-go-v2/aws"

type Low struct{}

func (Low) Wrap(s string) *string { return aws.String(s) }
-- low/low_test.go --
package low

func helper() *string { return Low{}.Wrap("") }
-- middle/middle.go --
package middle

import "example.com/m/low"

type Middle struct{ low.Low }
-- high/high.go --
package high

import (
	"example.com/m/middle"
	"github.com/aws/aws-sdk-go-v2/aws"
)

var _ = aws.String

func High(m middle.Middle) *string { return m.Wrap("") }
`)
	res, err := loadExport(context.Background(), Config{Dir: dir, Patterns: []string{"./..."}, Tests: true}, "")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"example.com/m/high", "example.com/m/low [example.com/m/low.test]"}
	if got := ids(res.Packages); !slices.Equal(got, want) || len(res.Problems) > 0 {
		t.Fatalf("Packages = %q, Problems = %v, want %q", got, res.Problems, want)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{wrapsAnalyzer}, res.Packages, nil)
	if err != nil {
		t.Fatal(err)
	}
	for act := range graph.All() {
		if act.Err != nil {
			t.Errorf("%s: %v", act, act.Err)
		}
		if path := act.Package.PkgPath; !strings.HasSuffix(path, "/low") && !strings.HasSuffix(path, "/high") {
			t.Errorf("%s is analyzed", path)
		}
	}
	for _, act := range graph.Roots {
		want := []string{"Wrap"}
		if act.Package.Name == "high" {
			want = []string{"High"}
		}
		if got, _ := act.Result.([]string); !slices.Equal(got, want) {
			t.Errorf("%s found %q, want %q", act, got, want)
		}
	}
}
