package model_test

import (
	"go/token"
	gotypes "go/types"
	"path/filepath"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

const fakePath = "github.com/Org/sdk/service/fake"

// object returns an object of the package at path, declared in the file.
func object(fset *token.FileSet, path, file string) gotypes.Object {
	f := fset.AddFile(file, -1, 100)
	return gotypes.NewTypeName(f.Pos(1), gotypes.NewPackage(path, filepath.Base(path)), "GetInput", nil)
}

// module writes a main module that requires the fake service, with more lines in go.mod.
func module(t *testing.T, more string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "go.mod", "module main\n\ngo 1.26\n\nrequire "+fakePath+" v1.2.3\n"+more)
	return dir
}

func TestReader(t *testing.T) {
	cache := t.TempDir()
	t.Setenv("GOMODCACHE", cache)
	t.Setenv("GOWORK", "")
	fake := func(dir string) string {
		write(t, dir, "api_client.go", "package fake\n")
		write(t, dir, "deserializers.go", "package fake\n\ntype awsEc2query_deserializeOpGet struct{}\n")
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
		name, pkg, file, from string
		want                  string // folder, "" for an error
	}{
		{"module cache", fakePath, filepath.Join(cached, "api_op_Get.go"), "", cached},
		{"types package", fakePath + "/types", filepath.Join(cached, "types/types.go"), "", cached},
		{"trimmed", fakePath, trimmed, module(t, ""), cached},
		{"trimmed types package", fakePath + "/types", fakePath + "@v1.2.3/types/types.go", module(t, ""), cached},
		{"trimmed, deep in the module", fakePath, trimmed, filepath.Join(module(t, ""), "not", "there"), cached},
		{"trimmed, vendored only", fakePath, fakePath + "@v1.9.9/api_op_Get.go", vendoring, vendored},
		{"trimmed, other module replaced", fakePath, trimmed, module(t, "replace example.com/x => ../x\n"), cached},
		{"trimmed, replaced", fakePath, trimmed, module(t, "replace "+fakePath+" => ../fork\n"), ""},
		{"trimmed, this version replaced", fakePath, trimmed, module(t, "replace "+fakePath+" v1.2.3 => ../fork\n"), ""},
		{"trimmed, other version replaced", fakePath, trimmed, module(t, "replace "+fakePath+" v1.0.0 => ../fork\n"), cached},
		{"trimmed, replaced in the workspace", fakePath, trimmed, filepath.Join(workspace, "a"), ""},
		{"trimmed, absent", fakePath, fakePath + "@v1.9.9/api_op_Get.go", module(t, ""), ""},
		{"trimmed, no module", fakePath, trimmed, cache, ""},
		{"no file", fakePath, "export data", "", ""},
		{"absent file", fakePath, filepath.Join(cache, "gone", "x.go"), "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			fset := token.NewFileSet()
			s, err := model.NewReader().Of(fset, object(fset, test.pkg, test.file), test.from)
			if err != nil {
				if test.want != "" {
					t.Error(err)
				}
				return
			}
			if s.Dir != test.want {
				t.Errorf("got %s, want %s", s.Dir, test.want)
			}
		})
	}
}

// TestReaderKeeps shows that a folder is read once.
func TestReaderKeeps(t *testing.T) {
	dir := fakeService(t, "")
	r := model.NewReader()
	first, err := r.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if second, _ := r.Load(dir); second != first {
		t.Error("read twice")
	}
	if _, err := r.Load(t.TempDir()); err == nil {
		t.Error("an empty folder is no service")
	}
}
