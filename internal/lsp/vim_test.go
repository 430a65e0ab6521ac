//go:build vim

package lsp_test

import "testing"

// TestVim lets a real client use the server, ALE of Vim, and Vim read what the linter prints, with the configurations in the documentation.
// It runs on demand, since not everybody has them: go test -tags vim -run TestVim ./internal/lsp
func TestVim(t *testing.T) {
	init := documented(t, "vimrc", "vim", "")
	runEditor(t, "testdata/vim.txt", "vim", "-N", "-n", "-i", "NONE", "-u", init, "-es", "-S", "testdata/vim.vim")
}
