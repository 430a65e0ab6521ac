package govet

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// FuzzConfig checks that the description of a package is read or refused, whatever it holds. A package that cannot reach AWS
// has an empty vetx file then, and one of AWS the mark of that; with vetx files of imports, what is known of these is passed on, or refused.
func FuzzConfig(f *testing.F) {
	known, err := encodeVetx([]packageFacts{{Path: "example.com/q", Funcs: []string{"F"}, Facts: []byte("x")}})
	if err != nil {
		f.Fatal(err)
	}
	for _, text := range []string{
		`{"ID": "p", "ImportPath": "example.com/p", "GoFiles": ["p.go"], "ModulePath": "example.com", "ImportMap": {"q": "example.com/q"}, "PackageVetx": {"example.com/q": "q"}}`,
		`{"ID": "p", "ImportPath": "example.com/p", "GoFiles": ["p.go"], "Module": {"Path": "example.com", "Version": "v1.0.0"}, "VetxOnly": true, "Dir": "x/mod@v1.0.0"}`,
		`{"ImportPath": "github.com/aws/aws-sdk-go-v2/service/sqs", "GoFiles": ["p.go"], "Standard": {"fmt": true}}`,
		`{"ImportPath": "p", "GoFiles": []}`, `{"ImportPath": "\u001b[2J\n", "GoFiles": ["\u0000"], "GoVersion": "go1.99.0"}`, `null`, `{}`, `[]`, `{"GoFiles": {}}`, ``,
	} {
		for _, vetx := range [][]byte{nil, known, known[:len(known)-3], []byte(vetxMagic)} {
			f.Add([]byte(text), vetx, "package p\n\nimport \"q\"\n\nfunc f() { q.F() }\n")
		}
	}
	f.Fuzz(func(t *testing.T, text, vetx []byte, source string) {
		dir := t.TempDir()
		file := func(name string, content []byte) string {
			name = filepath.Join(dir, name)
			if err := os.WriteFile(name, content, 0o666); err != nil {
				t.Fatal(err)
			}
			return name
		}
		name := file("vet.cfg", text)
		cfg, err := readConfig(name)
		if err != nil {
			if cfg != nil || !strings.Contains(err.Error(), name) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("%+v, %q", cfg, err)
			}
			return
		}
		if cfg.ImportPath == "" || len(cfg.GoFiles) == 0 {
			t.Fatalf("%+v describes no package", cfg)
		}
		if m := cfg.module(); cfg.inProgram() && m.Path == "" {
			t.Fatalf("a package of no module is of the program: %+v", cfg)
		}

		// Names of files are those of this test: the program writes some of them.
		cfg.Dir, cfg.VetxOutput, cfg.Stdout, cfg.FixArchive = dir, filepath.Join(dir, "out"), "", ""
		for i := range cfg.GoFiles {
			cfg.GoFiles[i] = file("p.go", []byte(source))
		}
		for path := range cfg.PackageVetx {
			cfg.PackageVetx[path] = file("vetx", vetx)
		}
		for path := range cfg.PackageFile {
			cfg.PackageFile[path] = file("export", vetx)
		}
		written, err := json.Marshal(cfg)
		if err != nil {
			t.Fatal(err)
		}
		again, err := readConfig(file("again.cfg", written))
		if err != nil || !reflect.DeepEqual(again, cfg) {
			t.Fatalf("%+v becomes %+v, %v", cfg, again, err)
		}
		code, ok := Main(nil, []string{filepath.Join(dir, "again.cfg")})
		out, err := os.ReadFile(cfg.VetxOutput)
		if wrote := err == nil; !ok || (code == 0) != wrote || code != 0 && code != 2 {
			t.Fatalf("the exit code is %d, a vetx file is written: %t", code, wrote)
		}
		if code == 0 && len(out) > 0 && !isOurs(cfg.VetxOutput) {
			t.Fatalf("the vetx file is %q", out)
		}
	})
}
