package govet

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// write writes a file in a temporary folder and returns its name.
func write(t *testing.T, name string, content []byte) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, content, 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

// vetx returns the content of a vetx file with known.
func vetx(t *testing.T, known ...packageFacts) []byte {
	t.Helper()
	content, err := encodeVetx(known)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestReachesAWS(t *testing.T) {
	for name, tt := range map[string]struct {
		content []byte
		want    bool
	}{
		"out of reach":     {nil, false},
		"AWS itself":       {[]byte(vetxMagic), true},
		"a user of it":     {vetx(t, packageFacts{Path: "p", Funcs: []string{"Get"}}), true},
		"of another tool":  {[]byte("unitchecker's form"), false},
		"of an older tool": {[]byte("awserrlint 2\n"), false},
		"cut off":          {[]byte(vetxMagic[:5]), false},
	} {
		cfg := &vetConfig{PackageVetx: map[string]string{
			"fmt": write(t, "fmt.vetx", nil),
			"p":   write(t, "p.vetx", tt.content),
		}}
		if got := reachesAWS(cfg); got != tt.want {
			t.Errorf("%s: %t, want %t", name, got, tt.want)
		}
	}
	if reachesAWS(&vetConfig{PackageVetx: map[string]string{"p": filepath.Join(t.TempDir(), "missing")}}) {
		t.Error("a file that is missing reaches AWS")
	}
}

// TestVetx checks that facts about packages are passed on, once for each package and always as the same bytes.
func TestVetx(t *testing.T) {
	a, b, c := packageFacts{Path: "a", Facts: []byte("facts")}, packageFacts{Path: "b", Funcs: []string{"F", "T.M"}}, packageFacts{Path: "c"}
	cfg := &vetConfig{PackageVetx: map[string]string{
		"std":   write(t, "std", nil),
		"aws":   write(t, "aws", []byte(vetxMagic)),
		"other": write(t, "other", []byte("unitchecker's form")),
		"x":     write(t, "x", vetx(t, c, a)),
		"y":     write(t, "y", vetx(t, a, b)),
	}}
	known, err := readVetx(cfg)
	if err != nil {
		t.Fatal(err)
	}
	if want := []packageFacts{a, b, c}; !reflect.DeepEqual(known, want) {
		t.Errorf("known is %+v, want %+v", known, want)
	}
	if !bytes.Equal(vetx(t, known...), vetx(t, a, b, c)) {
		t.Error("equal facts are not equal bytes")
	}
	if !bytes.Equal(vetx(t), []byte(vetxMagic)) {
		t.Error("a file without facts holds more than that AWS is in reach")
	}

	cfg.PackageVetx["z"] = write(t, "z", []byte(vetxMagic+"damaged"))
	if _, err := readVetx(cfg); err == nil {
		t.Error("a damaged file is read without an error")
	}
}
