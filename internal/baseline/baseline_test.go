package baseline

import (
	"bytes"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// A program is a folder with Go files. What is wrong in them is each line with "BAD rule".
type program struct {
	t   *testing.T
	dir string
}

func (p *program) write(name, content string) {
	p.t.Helper()
	if err := os.WriteFile(filepath.Join(p.dir, name), []byte(content), 0o666); err != nil {
		p.t.Fatal(err)
	}
}

func (p *program) findings() (all []finding.Finding) {
	p.t.Helper()
	files, err := filepath.Glob(filepath.Join(p.dir, "*.go"))
	if err != nil {
		p.t.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			p.t.Fatal(err)
		}
		for i, line := range strings.Split(string(content), "\n") {
			if _, rule, ok := strings.Cut(strings.TrimSuffix(line, "\r"), "BAD "); ok {
				all = append(all, finding.Finding{Rule: rule, Pos: token.Position{Filename: file, Line: i + 1}})
			}
		}
	}
	return all
}

func (p *program) file() string { return filepath.Join(p.dir, "baseline.json") }

// all and none are what a run knows.
func all(Entry) bool  { return true }
func none(Entry) bool { return false }

// save writes the baseline of all findings.
func (p *program) save() {
	p.t.Helper()
	if _, err := Write(p.file(), p.findings(), os.ReadFile, nil, none); err != nil {
		p.t.Fatal(err)
	}
}

// want checks which findings are new, by file and line, and which entries are gone, by file and
// rule.
func (p *program) want(what, rest, gone string) {
	p.t.Helper()
	b, err := Read(p.file())
	if err != nil {
		p.t.Fatal(err)
	}
	m := b.NewMatch(os.ReadFile)
	found := m.New(p.findings())
	var got []string
	for _, f := range found {
		f.Pos.Filename = filepath.Base(f.Pos.Filename)
		got = append(got, f.Pos.String())
	}
	if strings.Join(got, " ") != rest {
		p.t.Errorf("%s: %v are new, want %q", what, got, rest)
	}
	got = nil
	for _, e := range m.Gone(none) {
		got = append(got, e.File+" "+e.Rule)
	}
	if strings.Join(got, ", ") != gone {
		p.t.Errorf("%s: %v are gone, want %q", what, got, gone)
	}
}

const before = `package p

var x = 1 // BAD discarded

func first() {
	a()
	call() // BAD discarded
	b()
}

func second() {
	c()
	call() // BAD discarded
	match() // BAD errstring
}
`

func TestMatch(t *testing.T) {
	p := &program{t, t.TempDir()}
	edit := func(what, old, new, rest, gone string) {
		t.Helper()
		p.write("a.go", strings.Replace(before, old, new, 1))
		p.want(what, rest, gone)
		p.write("a.go", before)
	}
	p.write("a.go", before)
	p.save()
	edit("nothing", "", "", "", "")
	edit("moved down", "package p\n", "package p\n\n// Package p ...\nimport \"x\"\n", "", "")
	edit("indented", "\ta()\n\tcall() // BAD discarded\n\tb()\n", "\tif x {\n\t\ta()\n\t\tcall() // BAD discarded\n\t\tb()\n\t}\n", "", "")
	edit("line ends", before, strings.ReplaceAll(before, "\n", "\r\n"), "", "")
	edit("lines around", "\ta()\n", "\ta(1)\n", "", "")
	edit("function", "func first()", "func renamed(x int)", "", "")
	edit("lines around and function", "func first() {\n\ta()\n", "func renamed() {\n\ta(1)\n", "a.go:7", "a.go discarded")
	edit("the line itself", "match() //", "match(1) //", "a.go:14", "a.go errstring")
	edit("mended", "\tmatch() // BAD errstring\n", "", "", "a.go errstring")
	edit("the same once more", "\tcall() // BAD discarded\n\tb()\n", "\tcall() // BAD discarded\n\tb()\n\tcall() // BAD discarded\n", "a.go:9", "")
	edit("the same in another function", "func second", "func third() {\n\tcall() // BAD discarded\n}\n\nfunc second", "a.go:12", "")
	edit("another rule", "BAD errstring", "BAD matchorder", "a.go:14", "a.go errstring")

	p.write("b.go", before)
	p.want("copied", "b.go:3 b.go:7 b.go:13 b.go:14", "")
	if err := os.Remove(filepath.Join(p.dir, "a.go")); err != nil {
		t.Fatal(err)
	}
	p.want("renamed", "", "")
}

func TestGone(t *testing.T) {
	p := &program{t, t.TempDir()}
	p.write("a.go", before)
	p.save()
	p.write("a.go", "package p\n")
	b, err := Read(p.file())
	if err != nil {
		t.Fatal(err)
	}
	m := b.NewMatch(os.ReadFile)
	m.New(nil)
	if gone := m.Gone(all); gone != nil {
		t.Errorf("nobody knows about %v", gone)
	}
	data, err := os.ReadFile(p.file())
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.Split(data, []byte("\n"))
	gone := m.Gone(none)
	if len(gone) != 4 {
		t.Fatalf("%d are gone", len(gone))
	}
	for _, e := range gone {
		if line := string(lines[e.At-1]); !strings.Contains(line, `"rule":"`+e.Rule+`"`) || !strings.Contains(line, e.Near) {
			t.Errorf("%v is not in line %d: %s", e, e.At, line)
		}
	}
}

func TestWrite(t *testing.T) {
	p := &program{t, t.TempDir()}
	p.write("a.go", before)
	p.save()
	first, err := os.ReadFile(p.file())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(first), `{"file":"a.go","rule":"errstring","in":"func second() {","line":"match() // BAD errstring","near":"`) {
		t.Errorf("the baseline is\n%s", first)
	}
	// What another run knows nothing of stays, in the same order.
	old, err := Read(p.file())
	if err != nil {
		t.Fatal(err)
	}
	n, err := Write(p.file(), nil, os.ReadFile, old, all)
	second, _ := os.ReadFile(p.file())
	if n != 4 || err != nil || !bytes.Equal(first, second) {
		t.Errorf("%d entries, %v\n%s", n, err, second)
	}
	if n, err = Write(p.file(), nil, os.ReadFile, old, none); n != 0 || err != nil {
		t.Errorf("%d entries, %v", n, err)
	}
	p.want("an empty baseline", "a.go:3 a.go:7 a.go:13 a.go:14", "")
	if left, _ := filepath.Glob(filepath.Join(p.dir, ".awserrlint-*")); left != nil {
		t.Errorf("%v are left", left)
	}
}

func TestReadErrors(t *testing.T) {
	p := &program{t, t.TempDir()}
	for content, want := range map[string]string{
		"":                                 "no baseline: unexpected end",
		"<?xml":                            "no baseline: invalid character",
		`{"version": 2, "findings": []}`:   "no baseline: its version is 2, want 1",
		`[]`:                               "no baseline: json: cannot unmarshal array",
		`{"version": 1, "findings": [{}]}`: "a finding has no file or no rule",
		`{"version": 1, "findings": [1]}`:  "cannot unmarshal number",
	} {
		p.write("baseline.json", content)
		if _, err := Read(p.file()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error is %v, want %s", content, err, want)
		}
	}
	if _, err := Read(filepath.Join(p.dir, "none.json")); err == nil || !strings.Contains(err.Error(), "no such file or directory; -write-baseline makes it") {
		t.Errorf("error is %v", err)
	}
}
