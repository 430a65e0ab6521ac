package cli

import (
	"fmt"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/program"
)

// printProblems prints the problems of res, and reports whether there are any. Before them it
// prints which files are left out, which is no problem.
func (inv *invocation) printProblems(res *result) bool {
	if res.note != "" {
		fmt.Fprintf(inv.stderr, "%s: %s\n", program.Name, res.note)
	}
	for _, line := range problemLines(res.Problems) {
		fmt.Fprintf(inv.stderr, "%s: %s\n", program.Name, line)
	}
	return len(res.Problems) > 0
}

// A problemLine is a problem that is printed, and the number of similar ones that are not.
type problemLine struct {
	finding.Problem
	more  int
	files map[string]bool // with one of these problems
}

// problemLines returns the lines to print for problems: one for each file, and one for each
// missing module, however many files import it.
func problemLines(problems []finding.Problem) []string {
	missing := make(map[string]bool) // packages
	for _, p := range problems {
		if path := importOf(p.Message); path != "" {
			missing[path] = true
		}
	}
	var lines []*problemLine
	byFile := make(map[string]*problemLine)
	byMessage := make(map[string]*problemLine) // a missing module gives all its packages the same message
	byPackage := make(map[string]*problemLine) // only missing packages
	for _, p := range problems {
		file, _, _ := strings.Cut(p.Pos, ".go:")
		line := byPackage[importOf(p.Message)]
		if line == nil {
			line = byMessage[p.Message]
		}
		if line == nil && file != "" {
			line = byFile[file]
		}
		if line != nil {
			line.more++
		} else {
			line = &problemLine{Problem: p, files: make(map[string]bool)}
			lines = append(lines, line)
			byFile[file] = line
		}
		line.files[file] = true
		if missing[p.Package] && byPackage[p.Package] == nil {
			byPackage[p.Package], byMessage[p.Message] = line, line
		}
	}
	var texts []string
	for _, line := range lines {
		texts = append(texts, line.text())
	}
	return texts
}

// importOf returns "p" if message is "could not import p (...)", as the type checker says, and
// otherwise "".
func importOf(message string) string {
	rest, ok := strings.CutPrefix(message, "could not import ")
	if !ok {
		return ""
	}
	path, _, _ := strings.Cut(rest, " ")
	return path
}

func (l *problemLine) text() string {
	text := l.String()
	switch {
	case l.more == 0:
		return text
	case len(l.files) == 1:
		return fmt.Sprintf("%s (and %d more in this file)", text, l.more)
	}
	return fmt.Sprintf("%s (and %d more in %d files)", text, l.more, len(l.files))
}
