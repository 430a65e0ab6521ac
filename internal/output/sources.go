package output

import (
	"os"
	"strings"
)

// Sources reads the lines of files, each file once.
type Sources struct {
	lines map[string][]string
}

// NewSources returns an empty Sources.
func NewSources() *Sources { return &Sources{make(map[string][]string)} }

// Line returns line n of the file without the new line, "" if there is none.
func (s *Sources) Line(name string, n int) string {
	lines, ok := s.lines[name]
	if !ok {
		content, err := os.ReadFile(name)
		if err == nil {
			lines = strings.Split(string(content), "\n")
		}
		s.lines[name] = lines // none if the file cannot be read
	}
	if n < 1 || n > len(lines) {
		return ""
	}
	return strings.TrimSuffix(lines[n-1], "\r")
}
