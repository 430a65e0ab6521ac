//go:build nvim

package lsp_test

import "testing"

// TestNeovim lets a real client use the server: Neovim, with the configuration for version 0.7 in the documentation. It runs on demand,
// since not everybody has that: go test -tags nvim -run TestNeovim ./internal/lsp
func TestNeovim(t *testing.T) {
	init := documented(t, "init.lua", "lua", "nvim_create_autocmd")
	runEditor(t, "testdata/nvim.txt", "nvim", "--headless", "-u", init, "-i", "NONE", "-n", "--cmd", "set shortmess+=F", "-c", "luafile testdata/nvim.lua")
}
