//go:build nvim

package lsp_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestNeovim lets a real client use the server on a copy of the example: Neovim, without a screen. It runs on demand, since not everybody
// has that: go test -tags nvim -run TestNeovim ./internal/lsp
func TestNeovim(t *testing.T) {
	program := filepath.Join(t.TempDir(), "awserrlint")
	if out, err := exec.Command("go", "build", "-o", program, "../../cmd/awserrlint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	orders := filepath.Join(t.TempDir(), "orders")
	if err := os.CopyFS(orders, os.DirFS("../../examples/orders")); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "--cmd", "set shortmess+=F", "-c", "luafile testdata/nvim.lua")
	cmd.Env = append(os.Environ(), "ORDERS="+orders, "AWSERRLINT="+program, "XDG_CACHE_HOME="+t.TempDir(), "XDG_STATE_HOME="+t.TempDir(), "GOWORK=")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s%s", err, out, stderr.String())
	}
	const golden = "testdata/nvim.txt"
	if *update {
		write(t, golden, string(out))
	}
	if want := read(t, golden); string(out) != want {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
}
