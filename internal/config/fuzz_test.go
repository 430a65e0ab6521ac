package config

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// FuzzRead checks that settings are read or refused, alike each time, with an error that says where in the file.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"rules:\n  discarded:\n    severity: info\n", "exclude: [a/**, b]\ntests: true\n", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
		"files:\n  - paths: [x]\n    disable: all\n", "--- \n---\na: 1\n", "\x00", "? [a]\n: b\n", "<<: *x\n", "&a [*a]\n", strings.Repeat("[", 2000),
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := filepath.Join(t.TempDir(), Name)
		if err := os.WriteFile(file, data, 0o666); err != nil {
			t.Fatal(err)
		}
		settings, err := read(file)
		again, errAgain := read(file)
		if err != nil {
			if errAgain == nil || errAgain.Error() != err.Error() || !strings.HasPrefix(err.Error(), file) {
				t.Errorf("errors are %q and %v", err, errAgain)
			}
			return
		}
		if errAgain != nil || !reflect.DeepEqual(settings, again) {
			t.Errorf("settings are %+v and %+v", settings, again)
		}
	})
}
