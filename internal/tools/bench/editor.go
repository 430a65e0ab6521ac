package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"github.com/sourcegraph/jsonrpc2"
	"go.lsp.dev/uri"
)

// editorEdits is how many edits of a file the language server gets.
const editorEdits = 100

// measureEditor prints how long it takes from the start of the language server to the first diagnostics of a file, with
// no results kept, and from an edit to its diagnostics. The file is one of the largest package in the module in dir
// that uses AWS, and each edit puts another statement into it.
func (b *benchmark) measureEditor(ctx context.Context, dir string, out io.Writer) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	e, err := largestPackage(dir)
	if err != nil {
		return err
	}
	cache, err := os.MkdirTemp(b.temp, "editor-")
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, b.binary, "lsp")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache)
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	answers, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	c := &editor{in: in, out: bufio.NewReader(answers), uri: string(uri.File(e.file))}
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		return err
	}
	defer cmd.Process.Kill() // which has ended unless there is an error
	if err := c.open(string(uri.File(dir)), string(e.text)); err != nil {
		return err
	}
	first := time.Since(begun).Seconds()
	var after []float64
	for range editorEdits {
		e.count++
		begun := time.Now()
		if err := c.change(fmt.Sprintf("%s _ = %d; %s", e.text[:e.brace], e.count, e.text[e.brace:])); err != nil {
			return err
		}
		after = append(after, time.Since(begun).Seconds())
	}
	slices.Sort(after)
	name, err := filepath.Rel(dir, e.file)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s, %s\n\tfirst diagnostics after %s\n\t%d edits: median %s, 95 %% within %s, at most %s\n", filepath.Base(dir), filepath.ToSlash(name),
		seconds(first), len(after), seconds(median(after)), seconds(after[len(after)*95/100]), seconds(after[len(after)-1]))
	return in.Close()
}

// largestPackage returns an edit of a file of the package with the most bytes of source that uses AWS, in the module in dir.
func largestPackage(dir string) (*bodyEdit, error) {
	sizes, edits := make(map[string]int), make(map[string]*bodyEdit) // by folder
	err := eachSource(dir, func(name string, text []byte) {
		folder := filepath.Dir(name)
		sizes[folder] += len(text)
		if brace := bodyOf(text); brace > 0 && edits[folder] == nil {
			edits[folder] = &bodyEdit{file: name, text: text, brace: brace}
		}
	})
	if err != nil {
		return nil, err
	}
	var largest *bodyEdit
	for folder, e := range edits {
		if largest == nil || sizes[folder] > sizes[filepath.Dir(largest.file)] {
			largest = e
		}
	}
	if largest == nil {
		return nil, fmt.Errorf("%s has no function in a file that imports AWS", dir)
	}
	return largest, nil
}

// An editor is a client of the language server with one open file.
type editor struct {
	in      io.Writer
	out     *bufio.Reader
	uri     string
	version int
}

// open opens the file with the text, and waits for its diagnostics.
func (c *editor) open(root, text string) error {
	c.version = 1
	for _, message := range []map[string]any{
		{"id": 1, "method": "initialize", "params": map[string]any{"rootUri": root, "capabilities": map[string]any{}}},
		{"method": "initialized", "params": map[string]any{}},
		{"method": "textDocument/didOpen", "params": map[string]any{"textDocument": map[string]any{"uri": c.uri, "languageId": "go", "version": c.version, "text": text}}},
	} {
		if err := c.send(message); err != nil {
			return err
		}
	}
	return c.wait()
}

// change gives the file another text, and waits for its diagnostics.
func (c *editor) change(text string) error {
	c.version++
	err := c.send(map[string]any{"method": "textDocument/didChange", "params": map[string]any{
		"textDocument": map[string]any{"uri": c.uri, "version": c.version}, "contentChanges": []any{map[string]any{"text": text}},
	}})
	if err != nil {
		return err
	}
	return c.wait()
}

func (c *editor) send(message map[string]any) error {
	message["jsonrpc"] = "2.0"
	return jsonrpc2.VSCodeObjectCodec{}.WriteObject(c.in, message)
}

// wait reads until the diagnostics of the last text have come.
func (c *editor) wait() error {
	for {
		var message struct {
			Method string
			Params json.RawMessage
		}
		if err := (jsonrpc2.VSCodeObjectCodec{}).ReadObject(c.out, &message); err != nil {
			return fmt.Errorf("the language server: %w", err)
		}
		if message.Method != "textDocument/publishDiagnostics" {
			continue
		}
		var params struct {
			URI     string
			Version int
		}
		if err := json.Unmarshal(message.Params, &params); err != nil {
			return err
		}
		if params.URI == c.uri && params.Version == c.version {
			return nil
		}
	}
}
