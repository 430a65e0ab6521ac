package govet

import (
	"slices"
	"testing"
)

const s3 = "github.com/aws/aws-sdk-go-v2/service/s3"

func TestUsesAWS(t *testing.T) {
	uses := write(t, "uses.go", []byte("package p\n\nimport \""+s3+"\"\n\nvar _ s3.Client\n"))
	plain := write(t, "plain.go", []byte("package p\n\nimport \"fmt\"\n\nvar _ = fmt.Sprint()\n"))
	broken := write(t, "broken.go", []byte("package p\n\nimport \"\n"))
	imports := map[string]string{"fmt": "fmt", s3: s3}
	for name, tt := range map[string]struct {
		imports map[string]string
		files   []string
		want    bool
	}{
		"uses it":               {imports, []string{plain, uses}, true},
		"only its tests use it": {imports, []string{plain}, false},
		"does not":              {map[string]string{"fmt": "fmt"}, []string{plain}, false},
		"cannot be parsed":      {imports, []string{broken}, true},
	} {
		if got := usesAWS(&vetConfig{ImportMap: tt.imports}, tt.files); got != tt.want {
			t.Errorf("%s: %t, want %t", name, got, tt.want)
		}
	}
}

func TestPackageFiles(t *testing.T) {
	cfg := &vetConfig{GoFiles: []string{"a.go", "a_test.go", "b.go"}}
	if got, want := packageFiles(cfg, false), []string{"a.go", "b.go"}; !slices.Equal(got, want) {
		t.Errorf("without tests %v, want %v", got, want)
	}
	if got := packageFiles(cfg, true); !slices.Equal(got, cfg.GoFiles) || len(cfg.GoFiles) != 3 {
		t.Errorf("with tests %v of %v", got, cfg.GoFiles)
	}
}

// TestErrorFuncs checks that only packages of the program have functions that may return errors of AWS.
func TestErrorFuncs(t *testing.T) {
	file := write(t, "store.go", []byte(`package store

import (
	"context"

	"`+s3+`"
)

type Store struct{ client *s3.Client }

func (s *Store) Get(ctx context.Context) error { return nil }
func Open(ctx context.Context) error            { return nil }
func count() int                                { return 0 }
`))
	cfg := &vetConfig{ModulePath: "example.com/m", ImportMap: map[string]string{s3: s3, "context": "context"}, GoFiles: []string{file}}
	funcs := errorFuncs(cfg)
	slices.Sort(funcs)
	if want := []string{"Get", "Open"}; !slices.Equal(funcs, want) {
		t.Errorf("functions %v, want %v", funcs, want)
	}
	for dir, inProgram := range map[string]bool{
		"/home/me/mod/example.com/dep@v1.0.0/store":     false,
		"/home/me/mod/example.com/fork@v1.2.0/store":    false,
		"/home/me/service/vendor/example.com/dep/store": false,
		"/home/me/dep/store":                            true,
	} {
		required := *cfg
		required.Dir, required.ImportPath, required.ModuleVersion = dir, "example.com/dep/store", "v1.0.0"
		if got := len(errorFuncs(&required)) > 0; got != inProgram {
			t.Errorf("in %s, the package has functions: %v", dir, got)
		}
	}
}

func TestCallsUser(t *testing.T) {
	cfg := &vetConfig{ImportMap: map[string]string{"example.com/m/store": "example.com/m/store", "fmt": "fmt"}}
	known := []packageFacts{{Path: "example.com/m/store", Funcs: []string{"Get", "Open"}}}
	for name, tt := range map[string]struct {
		body  string
		known []packageFacts
		want  bool
	}{
		"calls one":        {"err := store.Open(ctx)", known, true},
		"calls a method":   {"err := s.Get(ctx)", known, true},
		"calls another":    {"n := store.Count()", known, false},
		"nothing is known": {"err := store.Open(ctx)", nil, false},
	} {
		file := write(t, "p.go", []byte("package p\n\nimport \"example.com/m/store\"\n\nvar s store.Store\n\nfunc f() {\n\t"+tt.body+"\n}\n"))
		if got := callsUser(cfg, []string{file}, tt.known); got != tt.want {
			t.Errorf("%s: %t, want %t", name, got, tt.want)
		}
	}
}
