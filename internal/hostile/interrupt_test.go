//go:build unix

package hostile

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestInterrupt ends the command, and the language server, while they check the types of a function for a minute, which
// nothing but the end of the process ends.
func TestInterrupt(t *testing.T) {
	text := head + body("return "+around(30000, "func() error {\nif _, err := client.SendMessage(ctx, input); yes { return err }\nreturn ", "nil", "\n}()"))
	dir := tree{"main.go": text}.write(t)
	file := &url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "main.go"))}
	for name, test := range map[string]struct {
		args   []string
		stdin  string
		code   int
		stderr string
	}{
		"command": {[]string{"-cache=off", "-fix", "./..."}, "", 2, "awserrlint: interrupted\n"},
		"server": {[]string{"lsp"}, message(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`) +
			message(`{"jsonrpc":"2.0","method":"initialized","params":{}}`) +
			message(fmt.Sprintf(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":%q,"languageId":"go","version":1,"text":%q}}}`, file, text)), 1, ""},
	} {
		t.Run(name, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), "awserrlint", test.args...)
			cmd.Dir, cmd.Env = dir, append(os.Environ(), "XDG_CACHE_HOME="+t.TempDir())
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if _, err := stdin.Write([]byte(test.stdin)); err != nil {
				t.Fatal(err)
			}
			time.Sleep(4 * time.Second) // the packages are listed, and all else has its types
			start := time.Now()
			if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
				t.Fatal(err)
			}
			cmd.Wait()
			if took, code := time.Since(start), cmd.ProcessState.ExitCode(); took > 10*time.Second || code != test.code || stderr.String() != test.stderr {
				t.Errorf("it ended after %v with exit code %d: %q", took, code, stderr.String())
			}
		})
	}
}

// message returns a message of the protocol of language servers.
func message(text string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(text), text) }
