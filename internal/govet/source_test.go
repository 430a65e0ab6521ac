package govet

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestCheck checks where types come from, and what is said where they cannot be had.
func TestCheck(t *testing.T) {
	out, err := exec.Command("go", "list", "-export", "-f", "{{.Export}}", "strings").Output()
	if err != nil {
		t.Fatal(err)
	}
	export := strings.TrimSpace(string(out))
	content, err := os.ReadFile(export)
	if err != nil {
		t.Fatal(err)
	}
	const start = "\n$$B\nu" // a version follows
	at := bytes.Index(content, []byte(start))
	if at < 0 {
		t.Fatal("the export data of Go has another form")
	}
	binary.LittleEndian.PutUint32(content[at+len(start):], 99)
	later := write(t, "later.a", content)
	damaged := write(t, "damaged.a", content[:at/2])

	for name, tt := range map[string]struct {
		export string
		body   string
		env    string
		source bool     // the types come from source
		want   []string // in the error
	}{
		"export data":             {export: export, body: "strings.ToUpper(s)"},
		"none":                    {body: "strings.ToUpper(s)", source: true},
		"of a later version":      {export: later, body: "strings.ToUpper(s)", source: true},
		"damaged":                 {export: damaged, body: "strings.ToUpper(s)", source: true},
		"a type error":            {export: export, body: "strings.Upper(s)", want: []string{"p.go:5:68: undefined: strings.Upper"}},
		"a type error, by source": {body: "strings.Upper(s)", source: true, want: []string{"p.go:5:68: undefined: strings.Upper"}},
		"neither": {export: later, body: "strings.ToUpper(s)", env: "GOROOT=/nowhere", source: true, want: []string{
			"example.com/p: no types of imports, neither from export data (", "version 99", ") nor from source (", "): build awserrlint with go1.99.1, not go1.",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "p.go")
			for name, content := range map[string]string{
				file:                         "package p\n\nimport \"strings\"\n\nfunc F(s string) string { s = strings.TrimSpace(s); return " + tt.body + " }\n",
				filepath.Join(dir, "go.mod"): "module example.com/p\n\ngo 1.26\n",
			} {
				if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if name, value, ok := strings.Cut(tt.env, "="); ok {
				t.Setenv(name, value)
				t.Setenv("GOVERSION", "go1.99.1")
			}
			cfg := &vetConfig{
				ID: "p", Dir: dir, ImportPath: "example.com/p", GoVersion: "go1.26", GoFiles: []string{file},
				ImportMap: map[string]string{"strings": "strings"}, PackageFile: make(map[string]string),
			}
			if tt.export != "" {
				cfg.PackageFile["strings"] = tt.export
			}
			_, err := fromExportData(cfg, nil)
			if _, unread := errors.AsType[unreadable](err); unread != tt.source {
				t.Errorf("reading export data: %v", err)
			}
			pkg, err := check(cfg, nil)
			if len(tt.want) == 0 && (err != nil || pkg.ID != "p" || pkg.Types.Scope().Lookup("F") == nil || pkg.IllTyped) {
				t.Fatalf("%v, %+v", err, pkg)
			}
			for _, want := range tt.want {
				if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
					t.Errorf("error is %v, want %s", err, want)
				}
			}
		})
	}
}
