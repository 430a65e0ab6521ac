package lsp_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"go.lsp.dev/uri"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "record what the server says in sessions")

// TestSessions plays the recorded sessions in testdata with the program. A session is an archive of the files that are written, and one
// called session, whose lines are, in steps with a blank line behind each:
//
//	-> {"method":…}       the client sends this
//	<- {"method":…}       the server sends this, and nothing before it
//	write NAME as OTHER   a program beside the editor writes a file, with the content of another one in the archive
//	remove NAME           it removes one
//	rename NAME OTHER
//
// In messages, $DIR is the URI of the folder, and "$TEXT NAME" the content of a file in the archive.
func TestSessions(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no sessions", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			if !*update {
				t.Parallel()
			}
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			p := &player{T: t, texts: make(map[string]string)}
			rest := &txtar.Archive{}
			var session *txtar.File
			for i, f := range archive.Files {
				if f.Name == "session" {
					session = &archive.Files[i]
					continue
				}
				p.texts[f.Name] = string(f.Data)
				if !strings.HasPrefix(f.Name, "later/") {
					rest.Files = append(rest.Files, f)
				}
			}
			p.dir = newModule(t, rest)
			p.client = start(t, p.dir)
			played := p.play(string(session.Data))
			if *update {
				session.Data = []byte(played)
				if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			} else if played != string(session.Data) {
				t.Errorf("got\n%s\nwant\n%s", played, session.Data)
			}
		})
	}
}

// A player plays a session.
type player struct {
	*testing.T
	client *client
	dir    string
	texts  map[string]string // of the archive, by name
}

// play plays a session and returns it with what the server has said.
func (p *player) play(session string) string {
	var out []string
	for step := range strings.SplitSeq(strings.TrimSpace(session), "\n\n") {
		var got []string
		want, asked := 0, 0
		for line := range strings.Lines(step) {
			line = strings.TrimSpace(line)
			if strings.HasPrefix(line, "<- ") {
				want++
				continue
			}
			p.do(line)
			out = append(out, line)
			if strings.HasPrefix(line, `-> {"id":`) && strings.Contains(line, `"method":`) {
				asked++
			}
		}
		for range p.steps(want) {
			m, ok := p.receive(asked > 0)
			if !ok {
				break
			}
			if m.Method == "" {
				asked--
			}
			got = append(got, "<- "+p.folded(m))
		}
		out = append(append(out, got...), "")
	}
	return strings.Join(out, "\n")
}

// steps returns how many messages to wait for, where the record has want.
func (p *player) steps(want int) int {
	if *update {
		return 1000
	}
	return want
}

// receive returns the next message. Where sessions are recorded, a step ends when the server is silent and has answered.
func (p *player) receive(asked bool) (message, bool) {
	wait := patience
	if *update && !asked {
		wait = 3 * time.Second
	}
	select {
	case m, ok := <-p.client.received:
		return m, ok
	case <-time.After(wait):
		return message{}, false
	}
}

// do does what a line says.
func (p *player) do(line string) {
	fields := strings.Fields(line)
	file := func(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }
	switch {
	case strings.HasPrefix(line, "#"):
	case fields[0] == "->":
		p.client.send(p.unfolded(strings.TrimPrefix(line, "-> ")))
	case fields[0] == "write" && len(fields) == 4:
		// At once, since the server may be reading it.
		write(p, file(fields[1]+".new"), p.texts[fields[3]])
		if err := os.Rename(file(fields[1]+".new"), file(fields[1])); err != nil {
			p.Fatal(err)
		}
	case fields[0] == "remove" && len(fields) == 2:
		if err := os.RemoveAll(file(fields[1])); err != nil {
			p.Fatal(err)
		}
	case fields[0] == "rename" && len(fields) == 3:
		if err := os.Rename(file(fields[1]), file(fields[2])); err != nil {
			p.Fatal(err)
		}
	default:
		p.Fatalf("unknown line: %s", line)
	}
}

var text = regexp.MustCompile(`"\$TEXT ([^"]+)"`)

func (p *player) unfolded(line string) (m message) {
	line = strings.ReplaceAll(line, "$DIR", uri.File(p.dir).String())
	line = text.ReplaceAllStringFunc(line, func(found string) string {
		content, ok := p.texts[text.FindStringSubmatch(found)[1]]
		if !ok {
			p.Fatalf("no file for %s", found)
		}
		return string(raw(p, content))
	})
	if err := json.Unmarshal([]byte(line), &m); err != nil {
		p.Fatalf("%v in %s", err, line)
	}
	return m
}

var version = regexp.MustCompile(`("serverInfo":\{"name":"awserrlint","version":)"[^"]*"`)

func (p *player) folded(m message) string {
	line := string(raw(p, m))
	line = strings.ReplaceAll(line, uri.File(p.dir).String(), "$DIR")
	line = strings.ReplaceAll(line, p.dir, "$DIR")
	return version.ReplaceAllString(line, `$1"$$VERSION"`)
}
