package analyzers

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/packages"
)

type fact struct{}

func (*fact) AFact() {}

// An analyzer that has facts, and one that requires it and reports how many it has.
func withFacts() (below, above *analysis.Analyzer) {
	below = &analysis.Analyzer{
		Name: "below", Doc: "below", Requires: []*analysis.Analyzer{inspect.Analyzer}, FactTypes: []analysis.Fact{new(fact)},
		ResultType: reflect.TypeFor[int](),
		Run:        func(pass *analysis.Pass) (any, error) { return len(pass.Analyzer.FactTypes), nil },
	}
	above = &analysis.Analyzer{
		Name: "above", Doc: "above", Requires: []*analysis.Analyzer{below, inspect.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			pass.Reportf(pass.Files[0].Package, "%d fact types below", pass.ResultOf[below])
			return nil, nil
		},
	}
	return below, above
}

// all shows everything.
func all(*analysis.Analyzer, string) bool { return true }

// TestForPluginShown checks that what is not shown is not reported.
func TestForPluginShown(t *testing.T) {
	mild := &analysis.Analyzer{Name: "mild", Doc: "mild", Run: func(pass *analysis.Pass) (any, error) {
		for _, category := range []string{"", "info"} {
			pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Message: "category " + category, Category: category})
		}
		return nil, nil
	}}
	got := reports(t, ForPlugin([]*analysis.Analyzer{mild}, func(a *analysis.Analyzer, category string) bool {
		return a == mild && category != "info"
	}))
	if want := []string{"mild: category "}; !slices.Equal(got, want) {
		t.Errorf("have %q, want %q", got, want)
	}
}

func TestForPluginWithoutFacts(t *testing.T) {
	below, above := withFacts()
	copies := ForPlugin([]*analysis.Analyzer{above}, all)
	if err := analysis.Validate(copies); err != nil {
		t.Fatal(err)
	}
	bottom := copies[0].Requires[0]
	if bottom == below || len(bottom.FactTypes) > 0 || len(below.FactTypes) == 0 {
		t.Errorf("the copy has facts %v, the original %v", bottom.FactTypes, below.FactTypes)
	}
	if copies[0].Requires[1] != inspect.Analyzer || bottom.Requires[0] != inspect.Analyzer {
		t.Error("the analyzer that other linters use is copied")
	}
	if got, want := reports(t, copies), []string{"above: 0 fact types below"}; !slices.Equal(got, want) {
		t.Errorf("have %q, want %q", got, want)
	}
}

// TestForPluginFailures checks that failures are reported, once each, and that other analyzers go on.
func TestForPluginFailures(t *testing.T) {
	panics := &analysis.Analyzer{
		Name: "panics", Doc: "panics", ResultType: reflect.TypeFor[int](), Run: func(*analysis.Pass) (any, error) { panic("oh") },
	}
	requires := func(name string, list ...*analysis.Analyzer) *analysis.Analyzer {
		return &analysis.Analyzer{Name: name, Doc: name, Requires: list, Run: func(pass *analysis.Pass) (any, error) {
			_ = pass.ResultOf[panics].(int)
			return nil, nil
		}}
	}
	_, fine := withFacts()
	one := requires("one", panics)
	got := reports(t, ForPlugin([]*analysis.Analyzer{one, requires("two", panics), requires("three", one), fine, requires("four")}, all))
	const bug = ` \(this is a bug; .*\)`
	want := []string{
		`above: 0 fact types below`,
		`four: four failed: panic at analyzers/plugin_test\.go:\d+: interface conversion: .*` + bug,
		`(one|two|three): panics failed: panic at analyzers/plugin_test\.go:\d+: oh` + bug,
	}
	if len(got) != len(want) {
		t.Fatalf("have %q, want %q", got, want)
	}
	for i, re := range want {
		if !regexp.MustCompile("^" + re + "$").MatchString(got[i]) {
			t.Errorf("have %q, want %q", got[i], re)
		}
	}
}

// reports returns what the analyzers report on a package when another driver runs them, sorted.
func reports(t *testing.T, list []*analysis.Analyzer) []string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{"go.mod": "module example.com/m\n\ngo 1.26\n", "m.go": "package m\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: dir}, ".")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze(list, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var reports []string
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Errorf("%s: %v", act, act.Err)
		}
		for _, d := range act.Diagnostics {
			reports = append(reports, act.Analyzer.Name+": "+d.Message)
		}
	}
	slices.Sort(reports)
	return reports
}
