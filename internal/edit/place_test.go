package edit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPlace checks which files are a module's own.
func TestPlace(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"outside/a.go", "module2/a.go", "module/real/a.go", "module/vendor/x/a.go", "module/vendored/a.go",
		"mod/x@v1.0.0/sub/a.go", "mod/cache/download/x.info", "mine/x@v1.0.0/a.go",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		writeFiles(t, filepath.Dir(name), filepath.Base(name))
	}
	for link, to := range map[string]string{
		"module/out.go": "../outside/a.go", "module/similar.go": "../module2/a.go", "module/in.go": "real/a.go", "module/absolute.go": dir + "/module/real/a.go",
		"module/folder": "../outside", "module/broken.go": "nowhere", "link": "module", "module/twice.go": "out.go",
	} {
		if err := os.Symlink(filepath.FromSlash(to), filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Skip(err) // Windows asks for privileges
		}
	}
	for _, test := range []struct{ root, file, want string }{
		{"module", "module/real/a.go", "real/a.go"},
		{"module", "module/in.go", "real/a.go"},
		{"module", "module/absolute.go", "real/a.go"},
		{"link", "link/real/a.go", "real/a.go"},
		{"link", "module/real/a.go", "real/a.go"},
		{"module", "module/vendored/a.go", "vendored/a.go"},
		{"mine/x@v1.0.0", "mine/x@v1.0.0/a.go", "a.go"},
		{"module", "module/out.go", "outside of the module"},
		{"module", "module/twice.go", "outside of the module"},
		{"module", "module/similar.go", "outside of the module"},
		{"module", "module/folder/a.go", "outside of the module"},
		{"link", "link/out.go", "outside of the module"},
		{"module", "module/broken.go", "no such file"},
		{"module", "module/vendor/x/a.go", "vendored"},
		{"mod/x@v1.0.0", "mod/x@v1.0.0/sub/a.go", "in the module cache"},
	} {
		_, got, err := Place(filepath.Join(dir, test.root), filepath.Join(dir, filepath.FromSlash(test.file)))
		if err != nil {
			got = err.Error()
		}
		if got = filepath.ToSlash(got); got != test.want && (err == nil || !strings.Contains(got, test.want)) {
			t.Errorf("%s in %s is %s, want %s", test.file, test.root, got, test.want)
		}
	}
}
