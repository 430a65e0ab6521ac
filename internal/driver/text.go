package driver

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/fatih/color"
	"github.com/mattn/go-isatty"
)

// printText prints a line for each finding and, on a terminal, the source it is
// about.
func printText(out *os.File, _ *suite, res *result) error {
	terminal := isTerminal(out)
	w := bufio.NewWriter(out)
	src := newSources()
	for _, f := range res.findings {
		if terminal {
			printPretty(w, src, f)
		} else {
			fmt.Fprintln(w, f.line())
		}
	}
	return w.Flush()
}

// line returns the finding in one line, the same in every driver.
func (f *finding) line() string {
	return fmt.Sprintf("%s:%d:%d: %s (%s)", relative(f.Pos.Filename), f.Pos.Line, f.Pos.Column, f.Message, f.Rule)
}

// printPretty prints f for eyes: colored unless NO_COLOR is set, and with the
// source line and a mark below what the finding is about.
func printPretty(w *bufio.Writer, src *sources, f finding) {
	bold, faint, mark := color.New(color.Bold), color.New(color.Faint), color.New(color.FgRed, color.Bold)
	if f.Severity != severityError {
		mark = color.New(color.FgYellow, color.Bold)
	}
	fmt.Fprintf(w, "%s %s %s\n",
		bold.Sprintf("%s:%d:%d:", relative(f.Pos.Filename), f.Pos.Line, f.Pos.Column), f.Message, faint.Sprintf("(%s)", f.Rule))

	line := src.line(f.Pos.Filename, f.Pos.Line)
	if strings.TrimSpace(line) == "" {
		return
	}
	start := min(max(f.Pos.Column-1, 0), len(line))
	end := len(line)
	if f.End.Line == f.Pos.Line {
		end = min(max(f.End.Column-1, start), len(line))
	}
	fmt.Fprintf(w, "%s\n%s%s\n", line, blank(line[:start]), mark.Sprint("^"+strings.Repeat("~", max(len([]rune(line[start:end]))-1, 0))))
}

// blank returns as much space as text takes, tabs kept.
func blank(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, text)
}

func isTerminal(f *os.File) bool { return isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()) }

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
