package load

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"golang.org/x/mod/modfile"
)

// TestEqual checks that source read on demand and export data give the same types.
func TestEqual(t *testing.T) {
	fixtures, err := filepath.Abs("../../testdata/src")
	if err != nil {
		t.Fatal(err)
	}
	dir := equalModule(t, fixtures)
	vendored := writeTree(t, fakeSDK, user)
	if out, err := exec.Command("go", "-C", vendored, "mod", "vendor").CombinedOutput(); err != nil {
		t.Fatalf("go mod vendor: %v\n%s", err, out)
	}
	system := writeTree(t, fakeSDK, user, `
-- a/a_windows.go --
package a

import "example.com/m/b"

var W b.Handle
-- a/a_arm64.go --
package a

import "unsafe"

var A [unsafe.Sizeof(uintptr(0))]byte
-- b/b_linux.go --
package b

type Handle int
-- b/b_windows.go --
package b

type Handle uintptr
`)
	all := []string{"./..."}
	for _, test := range []struct {
		name     string
		cfg      Config
		analyzed int // packages, at least
	}{
		{"fixtures", Config{Dir: fixtures, Patterns: all, Tests: true}, 1},
		{"module", Config{Dir: dir, Patterns: all, Tests: true}, 13},
		{"without tests", Config{Dir: dir, Patterns: all}, 9},
		{"tags", Config{Dir: dir, Patterns: []string{"./tags"}, BuildTags: "custom,x"}, 1},
		{"GOFLAGS", Config{Dir: dir, Patterns: []string{"example.com/m/tags/..."}, Env: append(os.Environ(), "GOFLAGS=-tags=custom -trimpath")}, 1},
		{"folder", Config{Dir: filepath.Join(dir, "tested"), Tests: true}, 2},
		{"nested module", Config{Dir: filepath.Join(dir, "nested"), Patterns: all, Env: append(os.Environ(), "GOFLAGS=-mod=mod")}, 1},
		{"vendor", Config{Dir: vendored, Patterns: all}, 1},
		{"no vendor", Config{Dir: vendored, Patterns: all, Env: append(os.Environ(), "GOFLAGS=-mod=readonly")}, 1},
		{"overlay", Config{Dir: dir, Patterns: []string{"./plain"}, Overlay: map[string][]byte{
			filepath.Join(dir, "plain", "plain.go"): []byte("package plain\n\nimport _ \"github.com/aws/smithy-go\"\n"),
		}}, 1},
		{"system", Config{Dir: system, Patterns: all, Env: append(os.Environ(), "GOOS=windows", "GOARCH=arm64")}, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			// The go command goes first, because it fetches modules.
			want, err := loadExport(context.Background(), test.cfg, "")
			if err != nil {
				t.Fatal(err)
			}
			if len(want.Packages) < test.analyzed || len(want.Problems) > 0 {
				t.Fatalf("loadExport: %d packages, want %d; problems %v", len(want.Packages), test.analyzed, want.Problems)
			}
			got, err := fromSource(t, test.cfg)
			if err != nil {
				t.Fatal(err)
			}
			diffs, facts := differences(got, want)
			for i, diff := range diffs {
				if t.Error(diff); i == 20 {
					t.Fatalf("and %d more", len(diffs)-i)
				}
			}
			for _, pkg := range got.Packages {
				if at := unknowns(pkg.TypesInfo, pkg.Syntax); len(at) > 0 {
					t.Errorf("%s: a type is unknown", got.Fset.Position(at[0]))
				}
			}
			t.Logf("%d packages, %d facts", len(got.Packages), facts)
		})
	}
}

// equalModule writes the module of testdata/equal.txtar, which requires the same modules
// as the fixtures.
func equalModule(t *testing.T, fixtures string) string {
	t.Helper()
	archive, err := os.ReadFile(filepath.Join("testdata", "equal.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	dir := writeTree(t, string(archive))
	data, err := os.ReadFile(filepath.Join(fixtures, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	file, err := modfile.Parse("go.mod", data, nil)
	if err != nil {
		t.Fatal(err)
	}
	sum, err := os.ReadFile(filepath.Join(fixtures, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, path string) {
		if err := file.AddModuleStmt(path); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name, "go.mod"), modfile.Format(file.Syntax), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name, "go.sum"), sum, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("nested", "example.com/m/nested")
	file.AddNewRequire("example.com/local/v3", "v3.0.0", false)
	if err := file.AddReplace("example.com/local/v3", "", "./local", ""); err != nil {
		t.Fatal(err)
	}
	write("", "example.com/m")
	return dir
}
