package model_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

func TestRequired(t *testing.T) {
	t.Setenv("GOWORK", "")
	const s3 = "example.com/s3"
	dir := t.TempDir()
	for name, content := range map[string]string{
		"alone/go.mod":    "module m\n\nrequire example.com/s3 v1.2.3\n",
		"other/go.mod":    "module m\n\nrequire example.com/sqs v1.2.3\n",
		"replaced/go.mod": "module m\n\nrequire example.com/s3 v1.2.3\n\nreplace example.com/sqs => ../sqs\n",
		"same/go.work":    "go 1.26.0\n\nuse (\n\t./a\n\t./b\n)\n",
		"same/a/go.mod":   "module a\n\nrequire example.com/s3 v1.2.3\n",
		"same/b/go.mod":   "module b\n\nrequire example.com/s3 v1.2.3\n",
		"differ/go.work":  "go 1.26.0\n\nuse (\n\t./a\n\t./b\n)\n",
		"differ/a/go.mod": "module a\n\nrequire example.com/s3 v1.2.3\n",
		"differ/b/go.mod": "module b\n\nrequire example.com/s3 v1.2.4\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for from, want := range map[string]string{
		"alone": "v1.2.3", "other": "", "replaced": "", "same/a": "v1.2.3", "differ/a": "", ".": "",
	} {
		if have := model.Required(filepath.Join(dir, filepath.FromSlash(from)), s3); have != want {
			t.Errorf("%s: have %q, want %q", from, have, want)
		}
	}
	for from, want := range map[string]bool{
		"alone": true, "other": false, "replaced": true, "differ/a": true, ".": false,
	} {
		if have := model.Requires(filepath.Join(dir, filepath.FromSlash(from)), s3); have != want {
			t.Errorf("%s: requires %t, want %t", from, have, want)
		}
	}
}
