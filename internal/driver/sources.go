package driver

import (
	"os"
	"strings"
)

// sources reads the lines of files, each file once.
type sources struct {
	lines map[string][]string
}

func newSources() *sources { return &sources{make(map[string][]string)} }

// line returns line n of the file without its end, "" if there is none.
func (s *sources) line(name string, n int) string {
	lines, ok := s.lines[name]
	if !ok {
		content, err := os.ReadFile(name)
		if err == nil {
			lines = strings.Split(string(content), "\n")
		}
		s.lines[name] = lines // a file that cannot be read has no lines to show
	}
	if n < 1 || n > len(lines) {
		return ""
	}
	return strings.TrimSuffix(lines[n-1], "\r")
}
