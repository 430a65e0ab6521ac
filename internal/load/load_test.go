package load

import (
	"context"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// TestFallback checks that the go command loads what cannot be loaded from source.
func TestFallback(t *testing.T) {
	for _, test := range []struct {
		name   string
		files  string
		cfg    Config
		reason string
		want   []string
	}{
		{"source", "", Config{Patterns: []string{"./..."}}, "", []string{"example.com/m/a"}},
		{"workspace", "-- go.work --\ngo 1.26\n\nuse (\n\t.\n\t./sdk\n)\n", Config{Patterns: []string{"./..."}}, "", []string{"example.com/m/a"}},
		{"files", "", Config{Patterns: []string{"a/a.go"}}, "", []string{"command-line-arguments"}},
		{"tests that import each other", `
-- a/a_test.go --
package a

import "example.com/m/b"

var _ = b.T
-- b/b.go --
package b

import "github.com/aws/aws-sdk-go-v2/aws"

var T = aws.String("")
-- b/b_test.go --
package b

import "example.com/m/a"

var _ = a.S
`, Config{Tests: true, Patterns: []string{"./..."}}, "import cycle, perhaps through test files",
			[]string{"example.com/m/a [example.com/m/a.test]", "example.com/m/b [example.com/m/b.test]"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.cfg.Dir = writeTree(t, fakeSDK, user, test.files)
			res, err := Load(context.Background(), test.cfg)
			if err != nil {
				t.Fatal(err)
			}
			if res.Fallback != test.reason || len(res.Problems) > 0 {
				t.Errorf("Fallback = %q, want %q; Problems = %v", res.Fallback, test.reason, res.Problems)
			}
			if got := ids(res.Packages); !slices.Equal(got, test.want) {
				t.Errorf("Packages = %q, want %q", got, test.want)
			}
			for _, pkg := range res.Packages {
				checkComplete(t, pkg)
			}
		})
	}
}

// checkComplete checks that pkg has the fields that Result promises.
func checkComplete(t *testing.T, pkg *packages.Package) {
	t.Helper()
	if pkg.IllTyped || pkg.Types == nil || pkg.TypesInfo == nil || pkg.TypesSizes == nil || pkg.Fset == nil ||
		len(pkg.Syntax) == 0 || len(pkg.GoFiles) == 0 || len(pkg.CompiledGoFiles) < len(pkg.GoFiles) {
		t.Errorf("%s is not complete: %+v", pkg.ID, pkg)
	}
}

// TestBadInput checks that one clear line says what cannot be loaded.
func TestBadInput(t *testing.T) {
	module := writeTree(t, fakeSDK, user, "-- empty/README --\n")
	none := t.TempDir()
	malformed := writeTree(t, "-- go.mod --\nmodul x\n-- a.go --\npackage a\n")
	for _, test := range []struct {
		name string
		cfg  Config
		want string // part of the error, of the only problem, or of the only pattern without a match
	}{
		{"no go.mod", Config{Dir: none}, "go.mod file not found"},
		{"no go.mod, wildcard", Config{Dir: none, Patterns: []string{"./..."}}, "go.mod file not found"},
		{"go.mod", Config{Dir: malformed}, "go.mod:1: unknown directive: modul"},
		{"no folder", Config{Dir: none + "/none"}, "no such file or directory"},
		{"no package", Config{Dir: module, Patterns: []string{"./none"}}, "no package matches ./none: there is no folder "},
		{"no package, wildcard", Config{Dir: module, Patterns: []string{"./none/..."}}, "no package matches ./none/...: there is no folder "},
		{"no package path", Config{Dir: module, Patterns: []string{"example.com/none"}}, "no required module provides package example.com/none"},
		{"empty folder", Config{Dir: module, Patterns: []string{"./empty"}}, "no package matches ./empty: no Go files in "},
		{"outside", Config{Dir: module, Patterns: []string{"../..."}}, "no package matches ../...: "},
		{"nested module", Config{Dir: module, Patterns: []string{"./sdk/..."}}, "no package matches ./sdk/...: "},
		{"one of two", Config{Dir: module, Patterns: []string{"./a", "./none"}}, "no package matches ./none: "},
		{"no module", Config{
			Dir: writeTree(t, user, "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n"), Patterns: []string{"./..."},
		}, "package github.com/aws/aws-sdk-go-v2/aws cannot be had: no required module provides it"},
	} {
		t.Run(test.name, func(t *testing.T) {
			res, err := Load(context.Background(), test.cfg)
			var messages []string
			if err != nil {
				messages = append(messages, err.Error())
			} else {
				for _, p := range res.Problems {
					messages = append(messages, p.Message)
				}
				for _, err := range res.Unmatched {
					messages = append(messages, err.Error())
				}
			}
			if len(messages) == 0 || !strings.Contains(messages[0], test.want) {
				t.Errorf("got %q, want %q", messages, test.want)
			}
			for _, m := range messages {
				if strings.Contains(m, "\n") || strings.HasSuffix(m, ".") {
					t.Errorf("not one line: %q", m)
				}
			}
		})
	}
}

// TestCanceled checks that a canceled load returns the cause.
func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Load(ctx, Config{Dir: writeTree(t, fakeSDK, user), Patterns: []string{"./..."}})
	if err != context.Canceled {
		t.Errorf("err = %v, want %v", err, context.Canceled)
	}
}
