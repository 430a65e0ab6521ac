package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// files writes files below a new folder, which it returns.
func files(t *testing.T, contents map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range contents {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFind(t *testing.T) {
	dir := files(t, map[string]string{
		Name: "", "a/go.mod": "module a", "a/b/c/x.go": "", "d/go.mod": "module d", "d/" + Name: "", "a/b/" + Name: "", "none/x.go": "",
	})
	for in, want := range map[string]string{
		"a":     Name,
		"a/b/c": Name, // the file inside the module does not count
		"d":     "d/" + Name,
		"none":  Name,
	} {
		have, err := Find(filepath.Join(dir, in))
		if err != nil || have != filepath.Join(dir, want) {
			t.Errorf("%s: have %s, %v, want %s", in, have, err, want)
		}
	}
}

func TestLoad(t *testing.T) {
	dir := files(t, map[string]string{Name: `
rules: &some [discarded, errstring]
unused: true
lambda:
  fields:
    - a
    - b
same: *some
`})
	have, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := []ruleset.Setting{
		{Name: "rules", Value: "discarded,errstring", Origin: ":2"},
		{Name: "unused", Value: "true", Origin: ":3"},
		{Name: "lambda.fields", Value: "a,b", Origin: ":6"},
		{Name: "same", Value: "discarded,errstring", Origin: ":2"},
	}
	if len(have) != len(want) {
		t.Fatalf("have %v", have)
	}
	for i, s := range have {
		if s.Name != want[i].Name || s.Value != want[i].Value || s.Origin != filepath.Join(dir, Name)+want[i].Origin {
			t.Errorf("have %v, want %v", s, want[i])
		}
	}
}

func TestLoadErrors(t *testing.T) {
	for text, want := range map[string]string{
		"just words":       `:1: want settings, as in "tests: true"`,
		"\nrules: [[a]]":   `:2: setting "rules": want a list of words`,
		"rules: [a":        "yaml: ",
		"exclude:\n- a: b": `:2: setting "exclude": want a list of words`,
	} {
		dir := files(t, map[string]string{Name: text})
		if _, err := Load(dir); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), Name) {
			t.Errorf("%q: have error %v, want %s", text, err, want)
		}
	}
	for _, text := range []string{"", "# nothing", "{}", "null"} {
		if settings, err := Load(files(t, map[string]string{Name: text})); err != nil || len(settings) > 0 {
			t.Errorf("%q: have %v, %v, want nothing", text, settings, err)
		}
	}
}
