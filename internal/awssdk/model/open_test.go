package model_test

import (
	"path/filepath"
	"sync"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

const fakePath = "github.com/Org/sdk/service/fake"

// module writes a main module that requires the fake service, with more lines in go.mod.
func module(t *testing.T, more string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "go.mod", "module main\n\ngo 1.26\n\nrequire "+fakePath+" v1.2.3\n"+more)
	return dir
}

func TestDir(t *testing.T) {
	cache := t.TempDir()
	t.Setenv("GOMODCACHE", cache)
	t.Setenv("GOWORK", "")
	fake := func(dir string) string {
		write(t, dir, "types/types.go", "package types\n")
		return dir
	}
	cached := fake(filepath.Join(cache, "github.com/!org/sdk/service/fake@v1.2.3"))
	vendoring := module(t, "")
	vendored := fake(filepath.Join(vendoring, "vendor", fakePath))
	workspace := t.TempDir()
	write(t, workspace, "go.work", "go 1.26\n\nuse ./a\n\nuse ./b\n")
	write(t, workspace, "a/go.mod", "module a\n\ngo 1.26\n")
	write(t, workspace, "b/go.mod", "module b\n\ngo 1.26\n\nreplace "+fakePath+" => ../fork\n")

	const trimmed = fakePath + "@v1.2.3/api_op_Get.go"
	for _, test := range []struct {
		name, file, from string
		want             string // folder, "" for an error
	}{
		{"module cache", filepath.Join(cached, "api_op_Get.go"), "", cached},
		{"folder of types", filepath.Join(cached, "types/types.go"), "", filepath.Join(cached, "types")},
		{"trimmed", trimmed, module(t, ""), cached},
		{"trimmed, folder of types", fakePath + "@v1.2.3/types/types.go", module(t, ""), filepath.Join(cached, "types")},
		{"trimmed, deep in the module", trimmed, filepath.Join(module(t, ""), "not", "there"), cached},
		{"trimmed, vendored only", fakePath + "@v1.9.9/api_op_Get.go", vendoring, vendored},
		{"trimmed, other module replaced", trimmed, module(t, "replace example.com/x => ../x\n"), cached},
		{"trimmed, replaced", trimmed, module(t, "replace "+fakePath+" => ../fork\n"), ""},
		{"trimmed, this version replaced", trimmed, module(t, "replace "+fakePath+" v1.2.3 => ../fork\n"), ""},
		{"trimmed, other version replaced", trimmed, module(t, "replace "+fakePath+" v1.0.0 => ../fork\n"), cached},
		{"trimmed, replaced in the workspace", trimmed, filepath.Join(workspace, "a"), ""},
		{"trimmed, absent", fakePath + "@v1.9.9/api_op_Get.go", module(t, ""), ""},
		{"trimmed, no module", trimmed, cache, ""},
		{"no file", "export data", "", ""},
		{"absent file", filepath.Join(cache, "gone", "x.go"), "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir, err := model.Dir(test.file, test.from)
			if dir != test.want || (err != nil) != (test.want == "") {
				t.Errorf("got %q, %v, want %q", dir, err, test.want)
			}
		})
	}
}

// TestOpen shows that a folder is read once.
func TestOpen(t *testing.T) {
	file := filepath.Join(fakeService(t, ""), "api_op_Get.go")
	first, err := model.Open(file, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{file, filepath.Join(filepath.Dir(file), "types", "errors.go")} {
		if second, _ := model.Open(file, ""); second != first {
			t.Errorf("%s is read again", file)
		}
	}
	for _, file := range []string{filepath.Join(t.TempDir(), "api_op_Get.go"), "export data"} {
		if _, err := model.Open(file, ""); err == nil {
			t.Errorf("there is no service for %s", file)
		}
	}
}

// TestOpenConcurrently is for the race detector.
func TestOpenConcurrently(t *testing.T) {
	file := filepath.Join(fakeService(t, ""), "api_op_Get.go")
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			s, err := model.Open(file, "")
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := s.Errors("Get"); err == nil {
				t.Error("Get has no decoder, and yet its errors are known")
			}
			if all, err := s.AllErrors(); err != nil || len(all) != 1 {
				t.Errorf("all errors: %v, %v", all, err)
			}
		})
	}
	group.Wait()
}
