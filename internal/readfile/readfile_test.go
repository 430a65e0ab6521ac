package readfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, size int64) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte("text"), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(name, size); err != nil {
			t.Fatal(err)
		}
		return name
	}
	for _, test := range []struct {
		name string
		want string // of the error
	}{
		{write("a.go", 4), ""},
		{write("big.go", Most+1), "is larger than 64 MB"},
		{dir, "is a directory"},
		{os.DevNull, "is no regular file"},
		{filepath.Join(dir, "none.go"), "no such file"},
	} {
		data, err := All(test.name)
		if test.want == "" && (err != nil || string(data) != "text") || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: %q, %v", test.name, data, err)
		}
	}
	if data, err := Source(write("a.go", 4)); err != nil || string(data) != "text" {
		t.Errorf("Go source: %q, %v", data, err)
	}
	if data, err := Source(write("credentials", 4)); err == nil {
		t.Errorf("other files: %q", data)
	}
}
