//go:build emacs

package lsp_test

import "testing"

// TestEmacs lets real clients use the server: Eglot and lsp-mode of Emacs, with the configurations in the documentation. It runs on demand,
// since not everybody has them: go test -tags emacs -run TestEmacs ./internal/lsp
func TestEmacs(t *testing.T) {
	for client, sign := range map[string]string{"eglot": "eglot-server-programs", "lspmode": "lsp-register-client"} {
		t.Run(client, func(t *testing.T) {
			init := documented(t, "init.el", "elisp", sign)
			runEditor(t, "testdata/"+client+".txt", "emacs", "--batch", "--no-init-file", "-l", "testdata/emacs.el", "-l", init, "-l", "testdata/"+client+".el")
		})
	}
}
