package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

// fixAtOnce runs -fix n times at once, each a little later than the one before.
func fixAtOnce(n int) attack {
	return func(l *lab) (phase, error) {
		var runs []*run
		for i := range n {
			r, err := l.start("-fix", "./...")
			if err != nil {
				return 0, err
			}
			runs = append(runs, r)
			if i < n-1 && l.rand.IntN(2) == 0 {
				time.Sleep(time.Duration(l.rand.Int64N(int64(l.fixTime / 4))))
			}
		}
		for _, r := range runs {
			r.wait()
		}
		for _, r := range runs {
			// A run that reads files while another one replaces them may find what is not there any more.
			if said := r.stderr.String(); r.code() != l.fixedCode && r.code() != 1 && !(r.code() == 2 && refused(said)) {
				return 0, fmt.Errorf("one of %d runs ended with %d: %q", n, r.code(), said)
			}
		}
		return after, l.endsWell()
	}
}

// endsWell checks that the module is fixed, and that what is kept of runs agrees.
func (l *lab) endsWell() error {
	if err := l.isFixed(); err != nil {
		return err
	}
	s, err := l.look()
	if err != nil {
		return err
	}
	return l.findsTheSame(s)
}

// refused reports whether a run said that files were changed while it ran.
func refused(said string) bool {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return strings.Contains(lines[len(lines)-1], ": changed while it was ")
}

// fixBeside runs -fix while others with these args run, again and again.
func fixBeside(args ...string) attack {
	return func(l *lab) (phase, error) {
		r, err := l.start("-fix", "./...")
		if err != nil {
			return 0, err
		}
		for !r.ended() {
			other, err := l.run(args...)
			if err != nil {
				return 0, err
			}
			if other.code() > 1 {
				return 0, fmt.Errorf("beside -fix, a run with %s ended with %d: %q", args, other.code(), other.stderr.String())
			}
		}
		if r.code() != l.fixedCode {
			return 0, fmt.Errorf("beside runs with %s, -fix ended with %d: %q", args, r.code(), r.stderr.String())
		}
		return after, l.endsWell()
	}
}

// fixBesideServer runs -fix while a language server that has a file open analyzes the module, and then has the server end.
func fixBesideServer(l *lab) (phase, error) {
	var in bytes.Buffer
	send := func(method string, id int, params any) {
		text, _ := json.Marshal(map[string]any{"jsonrpc": "2.0", "method": method, "params": params})
		if id > 0 {
			text = fmt.Appendf(bytes.TrimSuffix(text, []byte("}")), `,"id":%d}`, id)
		}
		fmt.Fprintf(&in, "Content-Length: %d\r\n\r\n%s", len(text), text)
	}
	name := l.changed()[0]
	uri := func(name string) string { return "file://" + filepath.ToSlash(filepath.Join(l.module, name)) }
	send("initialize", 1, map[string]any{"rootUri": uri(""), "capabilities": map[string]any{}})
	send("initialized", 0, map[string]any{})
	send("textDocument/didOpen", 0, map[string]any{"textDocument": map[string]any{"uri": uri(name), "languageId": "go", "version": 1, "text": string(l.old[name])}})

	server := l.command("lsp")
	stdin, err := server.cmd.StdinPipe()
	if err != nil {
		return 0, err
	}
	if err := server.start(); err != nil {
		return 0, err
	}
	defer server.cmd.Process.Kill() // fails if it has ended
	if _, err := stdin.Write(in.Bytes()); err != nil {
		return 0, err
	}
	time.Sleep(time.Duration(l.rand.Int64N(int64(l.fixTime))))
	r, err := l.run("-fix", "./...")
	if err != nil {
		return 0, err
	}
	if r.code() != l.fixedCode {
		return 0, fmt.Errorf("beside a language server, -fix ended with %d: %q", r.code(), r.stderr.String())
	}
	in.Reset()
	send("shutdown", 2, nil)
	send("exit", 0, nil)
	if _, err := stdin.Write(in.Bytes()); err != nil {
		return 0, fmt.Errorf("the server has gone: %w, %s", err, &server.stderr)
	}
	select {
	case <-server.done:
	case <-time.After(time.Minute):
		return 0, errors.New("the server does not end")
	}
	if server.code() != 0 {
		return 0, fmt.Errorf("the server ended with %d: %s", server.code(), &server.stderr)
	}
	return after, l.isFixed()
}

// shareEmptyCache runs twice at once with an empty cache.
func shareEmptyCache(l *lab) (phase, error) {
	if r, err := l.run("cache", "clean"); err != nil || r.code() != 0 {
		return 0, fmt.Errorf("cache clean: %v, %s", err, &r.stderr)
	}
	var runs []*run
	for range 2 {
		r, err := l.start("-format", "json", "./...")
		if err != nil {
			return 0, err
		}
		runs = append(runs, r)
	}
	for _, r := range runs {
		r.wait()
	}
	if !bytes.Equal(runs[0].stdout.Bytes(), runs[1].stdout.Bytes()) {
		return 0, fmt.Errorf("two runs with one cache find\n%s\nand\n%s", &runs[0].stdout, &runs[1].stdout)
	}
	s, err := l.look()
	if err != nil {
		return 0, err
	}
	return before, l.findsTheSame(s)
}
