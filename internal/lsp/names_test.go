//go:build unix

package lsp_test

import (
	"encoding/json"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/awserrlint/awserrlint/internal/printable"
)

// hostileWord means something to terminals, editors and services, wherever it is shown.
const hostileWord = "x\x1b[2J\u009b\u202e\u2066\u2028<script>alert(1)</script>::error::y"

// hostileSource has faults that are told with texts of the source. The name of a file is in that of its function.
var hostileSource = strings.ReplaceAll(`package hostile

import (
	"context"
	"errors"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/smithy-go"
)

func _(ctx context.Context, c *dynamodb.Client) error {
	c.DeleteItem(ctx, nil) // WORD
	_, err := c.PutItem(ctx, nil)
	if err != nil && (strings.Contains(err.Error(), "WORD") || strings.Contains(err.Error(), "ConditionalCheckFailedException")) {
		return nil
	}
	var api smithy.APIError
	if errors.As(err, &api) && (api.ErrorCode() == "WORD" || api.ErrorCode() == "ConditionalCheckFailedExceptionWORD") {
		return nil
	}
	return err
}
`, "WORD", hostileWord)

// TestHostile demands that nothing that a client shows holds what an editor or a terminal would obey, whatever names and source hold, and
// that URIs are those of the files.
func TestHostile(t *testing.T) {
	dir := newModule(t, txtar.Parse([]byte("-- go.mod --\nmodule example.com/hostile\n")))
	names := make(map[string]bool) // whether there were diagnostics
	for _, name := range []string{
		"a b", "per%cent", "100%41", `quo"te`, "lt<script>", "emoji😀", "rtl\u202eog", "new\nline", "::error file=x::y", "-dash", "esc\x1b[2J", `back\slash`, "a#b?c", "a&b", "c\u009bx", "bad\xff",
	} {
		names[filepath.Join(dir, "files", name+".go")] = false
	}
	for name := range names {
		write(t, name, hostileSource)
	}
	write(t, filepath.Join(dir, "broken", hostileWord+".go"), "package broken\n\nimport _ \""+hostileWord+"\"\n\nvar _ int = \""+hostileWord+"\"\n")
	name := "opened\xff \n.go"
	opened := filepath.Join(dir, name)
	write(t, opened, hostileSource)

	c := start(t, dir)
	c.initialize()
	c.open(name, hostileSource)
	names[opened] = false
	for missing := len(names); missing > 0; {
		d := c.shown()
		name := fileOf(t, d.URI)
		if name == opened && d.Version != 1 {
			continue // before it was opened
		}
		if seen, ok := names[name]; ok && !seen && len(d.Diagnostics) > 0 {
			names[name] = true
			missing--
		} else if !ok && len(d.Diagnostics) > 0 {
			t.Errorf("diagnostics of %q, which is %q", d.URI, name)
		}
	}
	document := map[string]string{"uri": c.uri(name)}
	everything := map[string]any{"start": map[string]int{"line": 0, "character": 0}, "end": map[string]int{"line": strings.Count(hostileSource, "\n"), "character": 0}}
	for method, params := range map[string]any{
		"textDocument/codeAction": map[string]any{"textDocument": document, "range": everything, "context": map[string]any{"diagnostics": []any{}}},
		"textDocument/hover":      map[string]any{"textDocument": document, "position": map[string]int{"line": 12, "character": 4}},
	} {
		var result json.RawMessage
		c.call(method, params, &result)
		if len(result) < 100 {
			t.Errorf("%s says %s", method, result)
		}
		free(t, method, result)
	}
}

// TestHostileSettings demands the same of what is wrong with settings.
func TestHostileSettings(t *testing.T) {
	for _, settings := range []string{
		"exclude: [\"" + `\e[2J\u202e\n::error::x` + "\"]\n\"" + `\e[2J\u202e\n::error::x` + "\": true\n",
		"rules:\n  discarded:\n    severity: \"" + `\e[2J\u202e` + "\"\n",
		"enable: [\"" + `\e[2J\u202e` + "\"]\n",
		"tests: \"" + `\e[2J\u202e` + "\"\n",
		"rules: {discarded: {\"" + `\e[2J\u202e` + "\": 1}}\n",
		"*\u202e: 1\n", "a: !\u202e 1\n", "exclude: [\u202e\n", "files: [{paths: [\"[\u202e\"], disable: all}]\n", "exclude: [\"[\u202e\"]\n",
	} {
		for _, folder := range []string{"m", "new\nline\x1b[2J"} {
			dir := newModule(t, txtar.Parse([]byte("-- go.mod --\nmodule example.com/other\n")))
			for _, file := range []string{"go.mod", "go.sum"} {
				write(t, filepath.Join(dir, folder, file), read(t, filepath.Join(dir, file)))
			}
			write(t, filepath.Join(dir, folder, ".awserrlint.yml"), settings)
			c := start(t, dir)
			c.initialize()
			c.open(filepath.Join(folder, "opened.go"), hostileSource)
			for d := c.shown(); fileOf(t, d.URI) != filepath.Join(dir, folder, ".awserrlint.yml") || len(d.Diagnostics) == 0; {
				d = c.shown()
			}
		}
	}
}

// shown checks what the program sends until there are diagnostics, and returns these.
func (c *client) shown() diagnostics {
	c.Helper()
	for {
		m, err := c.next()
		if err != nil {
			c.Fatal(err)
		}
		free(c, m.Method, m.Params)
		if m.Method == "textDocument/publishDiagnostics" {
			var d diagnostics
			if err := json.Unmarshal(m.Params, &d); err != nil {
				c.Fatal(err)
			}
			return d
		}
	}
}

// fileOf returns the name of the file that a URI means.
func fileOf(t *testing.T, text string) string {
	t.Helper()
	u, err := url.Parse(text)
	if err != nil || printable.Line(text) != text || u.RawQuery != "" || u.Fragment != "" {
		t.Fatalf("a URI is %q: %v", text, err)
	}
	return u.Path
}

// free checks all texts in a message but those that become source.
func free(t testing.TB, method string, message json.RawMessage) {
	t.Helper()
	var v any
	if err := json.Unmarshal(message, &v); err != nil && len(message) > 0 {
		t.Fatal(err)
	}
	var walk func(key string, v any)
	walk = func(key string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, v := range v {
				walk(key, v)
			}
		case []any:
			for _, v := range v {
				walk(key, v)
			}
		case string:
			if key != "newText" && obeyed(v) {
				t.Errorf("%s has a %s that is obeyed: %q", method, key, v)
			}
		}
	}
	walk("", v)
}

// obeyed reports whether a terminal obeys a text of several lines.
func obeyed(text string) bool {
	text = strings.ReplaceAll(text, "\n", "")
	return printable.Line(text) != text
}
