package output

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/fatih/color"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// printPretty prints f for eyes: colored unless NO_COLOR is set, with the source
// line, a mark below what the finding is about, and the places that belong to it.
func printPretty(w io.Writer, src *Sources, f finding.Finding) {
	bold, faint, mark := color.New(color.Bold), color.New(color.Faint), color.New(color.FgYellow, color.Bold)
	if f.Severity == finding.Error {
		mark = color.New(color.FgRed, color.Bold)
	}
	fmt.Fprintf(w, "%s %s %s\n", bold.Sprintf("%s:", finding.Place(f.Pos)), f.Message, faint.Sprintf("(%s)", f.Rule))
	if line := src.Line(f.Pos.Filename, f.Pos.Line); line != "" {
		start := min(f.Pos.Column-1, len(line))
		end := len(line)
		if f.End.Line == f.Pos.Line {
			end = min(max(f.End.Column-1, start), len(line))
		}
		width := max(utf8.RuneCountInString(line[start:end]), 1)
		fmt.Fprintf(w, "%s\n%s%s\n", line, blank(line[:start]), mark.Sprint("^"+strings.Repeat("~", width-1)))
	}
	for _, r := range f.Related {
		fmt.Fprintf(w, "\t%s\n", faint.Sprintf("%s: %s", finding.Place(r.Pos), r.Message))
	}
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
