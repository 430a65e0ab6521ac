package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/mod/modfile"
)

var update = flag.Bool("update", false, "write the list anew")

// TestServices compares the list for the services that the module in testdata requires with the
// golden file, which was checked by hand against the SDK's documentation of each member.
func TestServices(t *testing.T) {
	dir := filepath.Join("testdata", "services")
	paths := required(t, filepath.Join(dir, "go.mod"))
	if len(paths) < 40 {
		t.Fatalf("only %d services", len(paths))
	}
	var have bytes.Buffer
	if err := run(&have, dir, paths); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "services.txt")
	if *update {
		if err := os.WriteFile(golden, have.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have.Bytes(), want) {
		t.Errorf("the list differs from %s; have:\n%s", golden, have.Bytes())
	}
}

// required returns the paths of the modules that the go.mod file requires.
func required(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	mod, err := modfile.Parse(file, data, nil)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, r := range mod.Require {
		paths = append(paths, r.Mod.Path)
	}
	return paths
}

func TestFetchFails(t *testing.T) {
	for _, modules := range [][]string{nil, {"example.com/none"}} {
		if err := run(new(bytes.Buffer), filepath.Join("testdata", "services"), modules); err == nil {
			t.Errorf("no error for %q", modules)
		}
	}
}
