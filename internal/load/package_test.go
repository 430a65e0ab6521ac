package load

import (
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/packages"
)

// TestPackage checks that a package that is loaded by its files has the types that it has in a
// load of its module.
func TestPackage(t *testing.T) {
	fixtures, err := filepath.Abs("../../testdata/src")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{writeTree(t, fakeSDK, layers), equalModule(t, fixtures)} {
		whole, err := fromSource(t, Config{Dir: dir, Patterns: []string{"./..."}, Tests: true})
		if err != nil || len(whole.Packages) < 4 {
			t.Fatal(err)
		}
		for _, pkg := range whole.Packages {
			got, err := Package(t.Context(), PackageConfig{Path: pkg.PkgPath, Dir: pkg.Dir, GoFiles: pkg.GoFiles})
			if err != nil {
				t.Errorf("%s: %v", pkg.ID, err)
				continue
			}
			same := *pkg
			same.ID = pkg.PkgPath
			diffs, facts := differences(got, &Result{Fset: whole.Fset, Packages: []*packages.Package{&same}})
			if len(diffs) > 0 || facts < 20 {
				t.Errorf("%s: %d facts, differences: %q", pkg.ID, facts, diffs)
			}
		}
	}
}

// TestPackageTests checks that an external test sees what other test files declare.
func TestPackageTests(t *testing.T) {
	dir := filepath.Join(writeTree(t, fakeSDK, layers, `
-- low/low_test.go --
package low_test

import "example.com/m/low"

var L = *low.InTest.S
`), "low")
	res, err := Package(t.Context(), PackageConfig{
		Path: "example.com/m/low_test", Dir: dir, GoFiles: []string{filepath.Join(dir, "low_test.go")},
	})
	if err != nil || len(res.Problems) > 0 {
		t.Fatal(err, res)
	}
	if got, want := ids(res.Packages), []string{"example.com/m/low_test"}; !slices.Equal(got, want) {
		t.Errorf("Packages = %q, want %q", got, want)
	}
}
