//go:build nvim || emacs || vim

package lsp_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// runEditor lets an editor, without a screen, use the server on a copy of the example, and compares what its script prints. The script
// finds awserrlint on the PATH, the copy at $ORDERS and a folder for what the editor keeps at $STATE.
func runEditor(t *testing.T, golden, name string, args ...string) {
	t.Helper()
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", bin, "../../cmd/awserrlint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	orders := filepath.Join(t.TempDir(), "orders")
	if err := os.CopyFS(orders, os.DirFS("../../examples/orders")); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "ORDERS="+orders, "STATE="+t.TempDir(),
		"XDG_CACHE_HOME="+t.TempDir(), "XDG_STATE_HOME="+t.TempDir(), "GOWORK=")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s%s", err, out, stderr.String())
	}
	if *update {
		write(t, golden, string(out))
	}
	if want := read(t, golden); string(out) != want {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
}

// documented writes a file with the blocks of docs/editors.md in a language that have sign in them, and returns its name. The file is called name.
func documented(t *testing.T, name, language, sign string) string {
	t.Helper()
	var blocks []string
	parts := strings.Split(read(t, "../../docs/editors.md"), "```"+language+"\n")
	for _, part := range parts[1:] {
		if block, _, _ := strings.Cut(part, "```"); strings.Contains(block, sign) {
			blocks = append(blocks, block)
		}
	}
	if len(blocks) == 0 {
		t.Fatalf("docs/editors.md has no %s with %q", language, sign)
	}
	file := filepath.Join(t.TempDir(), name)
	write(t, file, strings.Join(blocks, "\n"))
	return file
}
