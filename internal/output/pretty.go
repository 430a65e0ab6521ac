package output

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/fatih/color"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// printPretty prints f for a terminal: in color unless NO_COLOR is set, with the source line, a
// mark below the range of the finding, and the related positions.
func printPretty(w io.Writer, src *Sources, f finding.Finding) {
	bold, faint, mark := color.New(color.Bold), color.New(color.Faint), color.New(markColor(f.Severity), color.Bold)
	fmt.Fprintf(w, "%s %s %s %s\n", bold.Sprintf("%s:", finding.Position(f.Pos)), mark.Sprintf("%s:", f.Severity), f.Message, faint.Sprintf("(%s)", f.Rule))
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
		fmt.Fprintf(w, "\t%s\n", faint.Sprintf("%s: %s", finding.Position(r.Pos), r.Message))
	}
}

// markColor returns the color that stands for s.
func markColor(s finding.Severity) color.Attribute {
	switch s {
	case finding.Error:
		return color.FgRed
	case finding.Info:
		return color.FgCyan
	}
	return color.FgYellow
}

// blank returns white space as wide as text, with its tabs.
func blank(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, text)
}
