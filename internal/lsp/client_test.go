package lsp_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"
	"go.lsp.dev/uri"
	"golang.org/x/tools/txtar"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/cache"
	"github.com/awserrlint/awserrlint/internal/cli"
	"github.com/awserrlint/awserrlint/internal/lsp"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// asProgram makes a process of this test the program itself, with all of its rules.
const asProgram = "AWSERRLINT_TEST_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(cli.Main(analyzers.All()))
	}
	os.Exit(m.Run())
}

// A message is what client and server send each other.
type message struct {
	ID     *int            `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  json.RawMessage `json:"error,omitempty"`
}

// A client is a session with the program in another process.
type client struct {
	testing.TB
	dir      string // of the program that is written
	cmd      *exec.Cmd
	in       io.WriteCloser
	received chan message
	last     int // ID of the last request
	versions map[string]int
}

// newModule writes the files of an archive to a new folder. Each go.mod of it requires the modules of fixtures.
func newModule(t testing.TB, archive *txtar.Archive) (dir string) {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		data := f.Data
		if filepath.Base(f.Name) == "go.mod" {
			write(t, filepath.Join(dir, filepath.Dir(f.Name), "go.sum"), read(t, "../../testdata/src/go.sum"))
			data = bytes.Replace([]byte(read(t, "../../testdata/src/go.mod")), []byte("module example.com/fixtures"), bytes.TrimSpace(data), 1)
		}
		write(t, filepath.Join(dir, filepath.FromSlash(f.Name)), string(data))
	}
	return dir
}

func write(t testing.TB, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// start starts the program with args in dir. Nothing is in the cache of results.
func start(t testing.TB, dir string, args ...string) *client {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := &client{TB: t, dir: dir, cmd: exec.Command(program, append([]string{"lsp"}, args...)...), received: make(chan message, 1000), versions: make(map[string]int)}
	c.cmd.Dir = dir
	c.cmd.Env = append(os.Environ(), asProgram+"=1", "XDG_CACHE_HOME="+t.TempDir(), "GOWORK=", "GOFLAGS=-mod=mod")
	c.cmd.Stderr = t.Output()
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go c.receive(out)
	t.Cleanup(func() {
		c.in.Close()
		c.cmd.Process.Kill()
		c.cmd.Wait()
	})
	return c
}

// receive reads what the program says.
func (c *client) receive(out io.Reader) {
	defer close(c.received)
	for r := bufio.NewReader(out); ; {
		var m message
		if err := (jsonrpc2.VSCodeObjectCodec{}).ReadObject(r, &m); err != nil {
			return
		}
		c.received <- m
	}
}

// startHere starts a server in this process.
func startHere(t testing.TB, dir string, debounce time.Duration) *client {
	t.Helper()
	t.Setenv("GOWORK", "")
	rules := ruleset.New(analyzers.All())
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	rules.Register(flags)
	serverIn, in := io.Pipe()
	out, serverOut := io.Pipe()
	c := &client{TB: t, dir: dir, in: in, received: make(chan message, 1000), versions: make(map[string]int)}
	done := make(chan struct{})
	go func() {
		defer close(done)
		lsp.ServeWithin(t.Context(), serverIn, serverOut, lsp.Config{Rules: rules, Flags: flags, Cache: cache.Open(t.TempDir())}, debounce)
	}()
	go c.receive(out)
	t.Cleanup(func() {
		in.Close()
		<-done
	})
	return c
}

// send sends a message.
func (c *client) send(m message) {
	c.Helper()
	body, err := json.Marshal(struct {
		Version string `json:"jsonrpc"`
		message
	}{"2.0", m})
	if err == nil {
		err = (jsonrpc2.VSCodeObjectCodec{}).WriteObject(c.in, json.RawMessage(body))
	}
	if err != nil {
		c.Fatal(err)
	}
}

func (c *client) notify(method string, params any) {
	c.Helper()
	c.send(message{Method: method, Params: raw(c, params)})
}

func raw(t testing.TB, v any) json.RawMessage {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// patience is how long the program may take to say something, on a busy machine with the race detector.
const patience = time.Minute

// next returns the next message of the program.
func (c *client) next() (message, error) {
	select {
	case m, ok := <-c.received:
		if !ok {
			return m, io.EOF
		}
		return m, nil
	case <-time.After(patience):
		return message{}, errors.New("the program says nothing")
	}
}

// call sends a request and returns the answer. What comes before it is dropped.
func (c *client) call(method string, params, result any) {
	c.Helper()
	c.last++
	id := c.last
	c.send(message{ID: &id, Method: method, Params: raw(c, params)})
	for {
		m, err := c.next()
		if err != nil {
			c.Fatalf("%s: %v", method, err)
		}
		if m.Method != "" || m.ID == nil || *m.ID != id {
			continue
		}
		if m.Error != nil {
			c.Fatalf("%s: %s", method, m.Error)
		}
		if result != nil {
			if err := json.Unmarshal(m.Result, result); err != nil {
				c.Fatal(err)
			}
		}
		return
	}
}

// initialize begins the session.
func (c *client) initialize() {
	c.Helper()
	c.call("initialize", map[string]any{"rootUri": c.uri("."), "capabilities": map[string]any{}}, nil)
	c.notify("initialized", struct{}{})
}

func (c *client) uri(name string) string { return uri.File(filepath.Join(c.dir, name)).String() }

// open opens a file with a text, or changes it as a whole.
func (c *client) open(name, text string) {
	c.Helper()
	c.versions[name]++
	version := c.versions[name]
	if version == 1 {
		c.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": c.uri(name), "languageId": "go", "version": version, "text": text}})
		return
	}
	c.notify("textDocument/didChange", map[string]any{
		"textDocument": map[string]any{"uri": c.uri(name), "version": version}, "contentChanges": []any{map[string]any{"text": text}},
	})
}

// end ends the session and returns the exit code.
func (c *client) end() int {
	c.Helper()
	c.call("shutdown", nil, nil)
	c.notify("exit", nil)
	return c.exit()
}

// exit waits for the end of the program, and returns its exit code.
func (c *client) exit() int {
	c.Helper()
	for range c.received {
	}
	err := c.cmd.Wait()
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		return failed.ExitCode()
	}
	if err != nil {
		c.Fatal(err)
	}
	return 0
}
