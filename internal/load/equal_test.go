package load

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// TestEqual checks that source read on demand and export data give the same types.
func TestEqual(t *testing.T) {
	fixtures, err := filepath.Abs("../../testdata/src")
	if err != nil {
		t.Fatal(err)
	}
	most, err := checkout.PackagesWithout(t.Context(), fixtures, awspath.Services+"/ec2")
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
	workspace := writeTree(t, fakeSDK, user, `
-- go.work --
go 1.26

use (
	.
	./other
)
-- other/go.mod --
module example.com/other

go 1.25

require github.com/aws/aws-sdk-go-v2 v1.0.0
-- other/other.go --
package other

import (
	"example.com/m/a"
	"github.com/aws/aws-sdk-go-v2/aws"
)

var A, S = a.S, aws.String("")
`)
	old := writeTree(t, fakeSDK, user, `
-- go.mod --
module example.com/m

go 1.16

require github.com/aws/aws-sdk-go-v2 v1.0.0

replace github.com/aws/aws-sdk-go-v2 => ./sdk
-- sdk/go.mod --
module github.com/aws/aws-sdk-go-v2

go 1.16
`)
	cgo := writeTree(t, fakeSDK, user, `
-- a/b.go --
package a

import "example.com/m/c"

var C c.T = c.New()
-- c/c.go --
package c

// static int two(void) { return 2; }
import "C"

type T struct{ N int }

func New() T { return T{int(C.two())} }
`)
	all := []string{"./..."}
	for _, test := range []struct {
		name     string
		cfg      Config
		analyzed int      // packages, at least
		env      []string // added to cfg.Env to load from source only
	}{
		{"fixtures", Config{Dir: fixtures, Patterns: most, Tests: true}, 270, nil},
		{"module", Config{Dir: dir, Patterns: all, Tests: true}, 13, nil},
		{"without tests", Config{Dir: dir, Patterns: all}, 9, nil},
		{"tags", Config{Dir: dir, Patterns: []string{"./tags"}, BuildTags: "custom,x"}, 1, nil},
		{"GOFLAGS", Config{Dir: dir, Patterns: []string{"example.com/m/tags/..."}, Env: append(os.Environ(), "GOFLAGS=-tags=custom -trimpath")}, 1, nil},
		{"folder", Config{Dir: filepath.Join(dir, "tested"), Tests: true}, 2, nil},
		{"nested module", Config{Dir: filepath.Join(dir, "nested"), Patterns: all, Env: append(os.Environ(), "GOFLAGS=-mod=mod")}, 1, nil},
		{"vendor", Config{Dir: vendored, Patterns: all}, 1, nil},
		{"no vendor", Config{Dir: vendored, Patterns: all, Env: append(os.Environ(), "GOFLAGS=-mod=readonly")}, 1, nil},
		{"workspace", Config{Dir: workspace, Patterns: []string{"./...", "./other/..."}}, 2, nil},
		{"module of a workspace", Config{Dir: filepath.Join(workspace, "other"), Patterns: all}, 1, nil},
		{"old go line", Config{Dir: old, Patterns: all}, 1, nil},
		{"quoted tags", Config{Dir: dir, Patterns: []string{"./tags"}, Env: append(os.Environ(), "GOFLAGS='-tags=custom x'")}, 1, nil},
		{"cgo in an import", Config{Dir: cgo, Patterns: all, Env: append(os.Environ(), "CGO_ENABLED=1")}, 1, nil},
		{"overlay", Config{Dir: dir, Patterns: []string{"./plain"}, Overlay: map[string][]byte{
			filepath.Join(dir, "plain", "plain.go"): []byte("package plain\n\nimport _ \"github.com/aws/smithy-go\"\n"),
		}}, 1, nil},
		{"system", Config{Dir: system, Patterns: all, Env: append(os.Environ(), "GOOS=windows", "GOARCH=arm64")}, 1, nil},
		{"empty module cache", Config{Dir: dir, Patterns: all, Env: os.Environ()}, 9, []string{
			"GOMODCACHE=" + t.TempDir(), "GOPROXY=file://" + filepath.ToSlash(modcache(t)) + "/cache/download", "GOSUMDB=off", "GOFLAGS=-modcacherw",
		}},
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
			cfg := test.cfg
			cfg.Env = append(cfg.Env, test.env...)
			got, err := fromSource(t, cfg)
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

// modcache returns the module cache, whose folder cache/download is a proxy of what it holds.
func modcache(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
