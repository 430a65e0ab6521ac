package output

import (
	"go/token"
	"strings"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// Sources reads the lines of files, each file once.
type Sources struct {
	files map[string]sourceFile
}

type sourceFile struct {
	content []byte
	lines   []string
	err     error
}

// NewSources returns an empty Sources.
func NewSources() *Sources { return &Sources{make(map[string]sourceFile)} }

func (s *Sources) file(name string) sourceFile {
	f, ok := s.files[name]
	if !ok {
		f.content, f.err = readfile.Source(name)
		if f.err == nil {
			f.lines = strings.Split(string(f.content), "\n")
		}
		s.files[name] = f // without lines if the file cannot be read
	}
	return f
}

// read returns the content of a file.
func (s *Sources) read(name string) ([]byte, error) {
	f := s.file(name)
	return f.content, f.err
}

// Line returns line n of the file without the new line, "" if there is none.
func (s *Sources) Line(name string, n int) string {
	line, _ := s.line(name, n)
	return line
}

// line is Line, and reports whether there is such a line.
func (s *Sources) line(name string, n int) (text string, ok bool) {
	lines := s.file(name).lines
	if n < 1 || n > len(lines) {
		return "", false
	}
	return strings.TrimSuffix(lines[n-1], "\r"), true
}

// function returns the name of the top-level function around p, with its receiver, "" if there is none: "(s *Store) Open".
func (s *Sources) function(p token.Position) string {
	for n := p.Line; n > 0; n-- {
		line, _ := s.line(p.Filename, n)
		if rest, ok := strings.CutPrefix(line, "func "); ok {
			receiver := ""
			if strings.HasPrefix(rest, "(") {
				end := strings.Index(rest, ")") + 1
				receiver, rest = rest[:end]+" ", strings.TrimSpace(rest[end:])
			}
			name, _, _ := strings.Cut(rest, "(")
			return receiver + name
		}
		if strings.HasPrefix(line, "}") && n < p.Line {
			return ""
		}
	}
	return ""
}
