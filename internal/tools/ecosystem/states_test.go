package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

func TestStates(t *testing.T) {
	root := newCheckout(t, ".")
	out := ecosystem(t, exitSame, "-tool", tool, "-vet=false", "-states", root)
	lacks(t, out, "Findings depend")

	// This tool keeps its first result for good.
	stale := script(t, `
case "$*" in
*-cache=off*) exec `+tool+` "$@";;
esac
mkdir -p "$XDG_CACHE_HOME"
if [ ! -e "$XDG_CACHE_HOME/result" ]; then `+tool+` "$@" > "$XDG_CACHE_HOME/result"; fi
cat "$XDG_CACHE_HOME/result"
`)
	out = ecosystem(t, exitChanged, "-tool", stale, "-vet=false", "-states", root)
	contains(t, out, "\nacme/shop: lines moved\n-\t", "\nacme/shop: a function panics\n-\t")
	lacks(t, out, "acme/shop: nothing changed", "acme/shop: edits taken back")
}

// TestGoVersions runs a tool that finds less with another Go.
func TestGoVersions(t *testing.T) {
	root := newCheckout(t, ".")
	other := script(t, `[ -z "$GOTOOLCHAIN" ] || set -- -discarded=false "$@"
exec `+tool+` "$@"
`)
	t.Setenv("GOTOOLCHAIN", "") // for the tool; the go command takes it for unset
	o := options{tool: other, temp: t.TempDir(), timeout: 10 * 60e9, toolBy: map[string]string{"local": tool}, goVersions: []string{"local"}}
	if err := o.prepareResults(t.Context()); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "copy")
	if err := os.CopyFS(copied, os.DirFS(root)); err != nil {
		t.Fatal(err)
	}
	differences, err := o.runStates(t.Context(), checkout.Module{Checkout: checkout.Checkout{Root: root, Repository: "acme/shop"}, Folder: "."}, copied)
	if err != nil {
		t.Fatal(err)
	}
	if len(differences) != 1 || differences[0].state != "local in use" {
		t.Fatalf("have %q", differences)
	}
	for _, line := range differences[0].lines {
		if !strings.HasPrefix(line, "-\t") || !strings.Contains(line, "\tdiscarded\t") {
			t.Errorf("have %q", line)
		}
	}
}

func TestEdits(t *testing.T) {
	dir := t.TempDir()
	const text = "package shop\n\nimport _ \"github.com/aws/aws-sdk-go-v2/aws\"\n\nfunc f() {}\n\nfunc g() int { return 1 }\n"
	if err := os.WriteFile(filepath.Join(dir, "a.go"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	for line, want := range map[int]string{
		0: strings.Replace(text, "func f() {", `func f() {panic("edited"); `, 1),
		7: strings.Replace(text, "func g() int {", `func g() int {panic("edited"); `, 1),
	} {
		var findings []finding
		if line > 0 {
			findings = []finding{{file: "../elsewhere.go", line: 5}, {file: "a.go", line: line}}
		}
		file, edits, err := editsOf(dir, findings)
		if err != nil || filepath.Base(file) != "a.go" || len(edits) != 2 {
			t.Fatalf("%s, %q, %v", file, edits, err)
		}
		if moved := strings.Replace(text, "shop\n", "shop\n\n\n", 1); string(edits[0].text) != moved || string(edits[1].text) != want {
			t.Errorf("have %q, want %q", edits, []string{moved, want})
		}
	}
	if file, edits, err := editsOf(t.TempDir(), nil); file != "" || edits != nil || err != nil {
		t.Errorf("%s, %q, %v", file, edits, err)
	}
}
