package config

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
discarded.severity: info
number: 5
nothing:
overrides:
- files: [a/**, b.go]
  discarded: {severity: info}
- files: c/**
  "lambda*": false
`})
	have, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, Name)
	var got []string
	for _, s := range have.All {
		line := fmt.Sprintf("%s=%s (%d) %s", s.Name, s.Value, s.Kind, strings.TrimPrefix(s.Origin, file))
		for _, word := range s.Words {
			line += " " + word.Value + strings.TrimPrefix(word.Origin, file)
		}
		got = append(got, line)
	}
	for _, o := range have.Overrides {
		line := "override " + o.Files.Value
		for _, s := range o.Settings {
			line += fmt.Sprintf(" %s=%s%s", s.Name, s.Value, strings.TrimPrefix(s.Origin, file))
		}
		got = append(got, line)
	}
	want := []string{
		fmt.Sprintf("rules=discarded,errstring (%d) :2 discarded:2 errstring:2", ruleset.List),
		fmt.Sprintf("unused=true (%d) :3", ruleset.Bool),
		fmt.Sprintf("lambda.fields=a,b (%d) :6 a:6 b:7", ruleset.List),
		fmt.Sprintf("same=discarded,errstring (%d) :2 discarded:2 errstring:2", ruleset.List),
		fmt.Sprintf("discarded.severity=info (%d) :9", ruleset.Text),
		fmt.Sprintf("number=5 (%d) :10", ruleset.Other),
		fmt.Sprintf("nothing= (%d) :11", ruleset.Nothing),
		"override a/**,b.go discarded.severity=info:14",
		"override c/** lambda*=false:16",
	}
	if !slices.Equal(got, want) {
		t.Errorf("have %q,\nwant %q", got, want)
	}
}

func TestLoadErrors(t *testing.T) {
	for text, want := range map[string]string{
		"just words":         `:1: want settings, as in "tests: true"`,
		"\nrules: [[a]]":     `:2: setting "rules": want a list of words`,
		"rules: [a":          "yaml: ",
		"exclude:\n- a: b":   `:2: setting "exclude": want a list of words`,
		"exclude:\n- a\n- 5": `:3: setting "exclude": want a list of words`,

		"overrides: {files: a.go}":                         `:1: setting "overrides": want a list, as in`,
		"overrides:\n- a.go":                               `:2: setting "overrides": want the key files and settings in each element`,
		"overrides:\n- rules: [a]":                         `:2: setting "overrides": want the key files in each element`,
		"overrides:\n- files: a.go\n  overrides: [{a: b}]": `:3: setting "overrides": want a list of words`,
		"overrides:\n- files: a.go\n  a: b\n  a: c":        `:4: setting "a" is in line 3 already`,

		"tests: true\nunused: true\ntests: false": `:3: setting "tests" is in line 1 already`,
		"a:\n  b: c\na.b: d":                      `:3: setting "a.b" is in line 2 already`,
		"tests: true\n---\nunused: true":          `:3: a second document has no effect`,
	} {
		dir := files(t, map[string]string{Name: text})
		if _, err := Load(dir); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), Name) {
			t.Errorf("%q: have error %v, want %s", text, err, want)
		}
	}
	for _, text := range []string{"", "# nothing", "{}", "null", "---\n", "{}\n---\n# nothing\n"} {
		if settings, err := Load(files(t, map[string]string{Name: text})); err != nil || len(settings.All) > 0 {
			t.Errorf("%q: have %v, %v, want nothing", text, settings, err)
		}
	}
}

// TestWrongName demands that a file whose name is nearly right is an error, where it could be meant.
func TestWrongName(t *testing.T) {
	for _, test := range []struct {
		files string
		want  bool // there is an error
	}{
		{"m/.awserrlint.yaml", true},
		{"m/.awserrlint.yml m/.awserrlint.yaml", true},
		{".awserrlint.yaml", true},
		{"m/awserrlint.yml", true},
		{"m/.awserrlint.yml .awserrlint.yaml", false}, // for other modules
		{"m/.awserrlint.yml", false},
		{"m/p/.awserrlint.yaml", false},
	} {
		contents := map[string]string{"m/go.mod": "module m"}
		for name := range strings.FieldsSeq(test.files) {
			contents[name] = ""
		}
		_, err := Load(filepath.Join(files(t, contents), "m"))
		if (err != nil) != test.want || err != nil && !strings.Contains(err.Error(), ":1: this file has no effect; settings are in .awserrlint.yml") {
			t.Errorf("%s: error is %v", test.files, err)
		}
	}
}
