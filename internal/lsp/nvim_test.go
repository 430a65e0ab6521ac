//go:build nvim

package lsp_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestNeovim lets a real client use the server: Neovim, with the configuration for version 0.7 in the documentation. It runs on demand,
// since not everybody has that: go test -tags nvim -run TestNeovim ./internal/lsp
func TestNeovim(t *testing.T) {
	var init string
	for _, block := range documented(t, "lua") {
		if strings.Contains(block, "nvim_create_autocmd") {
			init = filepath.Join(t.TempDir(), "init.lua")
			write(t, init, block)
		}
	}
	runEditor(t, "testdata/nvim.txt", "nvim", "--headless", "-u", init, "-i", "NONE", "-n", "--cmd", "set shortmess+=F", "-c", "luafile testdata/nvim.lua")
}
