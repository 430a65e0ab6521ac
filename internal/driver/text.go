package driver

import (
	"bufio"
	"fmt"
	"go/token"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/fatih/color"
	"github.com/mattn/go-colorable"
	"github.com/mattn/go-isatty"
)

// printText prints a line for each finding and, on a terminal, the source it is
// about.
func printText(out *os.File, _ *suite, res *result) error {
	w := bufio.NewWriter(colorable.NewColorable(out))
	print := func(f finding) { fmt.Fprintln(w, f.line()) }
	if isTerminal(out) {
		src := newSources()
		print = func(f finding) { printPretty(w, src, f) }
	}
	for _, f := range res.findings {
		print(f)
	}
	return w.Flush()
}

// line returns the finding in one line, the same in every driver.
func (f *finding) line() string {
	return fmt.Sprintf("%s: %s (%s)", place(f.Pos), f.Message, f.Rule)
}

// printPretty prints f for eyes: colored unless NO_COLOR is set, with the source
// line, a mark below what the finding is about, and the places that belong to it.
func printPretty(w io.Writer, src *sources, f finding) {
	bold, faint, mark := color.New(color.Bold), color.New(color.Faint), color.New(color.FgYellow, color.Bold)
	if f.Severity == severityError {
		mark = color.New(color.FgRed, color.Bold)
	}
	fmt.Fprintf(w, "%s %s %s\n", bold.Sprintf("%s:", place(f.Pos)), f.Message, faint.Sprintf("(%s)", f.Rule))
	if line := src.line(f.Pos.Filename, f.Pos.Line); line != "" {
		start := min(f.Pos.Column-1, len(line))
		end := len(line)
		if f.End.Line == f.Pos.Line {
			end = min(max(f.End.Column-1, start), len(line))
		}
		width := max(utf8.RuneCountInString(line[start:end]), 1)
		fmt.Fprintf(w, "%s\n%s%s\n", line, blank(line[:start]), mark.Sprint("^"+strings.Repeat("~", width-1)))
	}
	for _, r := range f.Related {
		fmt.Fprintf(w, "\t%s\n", faint.Sprintf("%s: %s", place(r.Pos), r.Message))
	}
}

// place returns where p is, seen from the current folder.
func place(p token.Position) string {
	p.Filename = relative(p.Filename)
	return p.String()
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
