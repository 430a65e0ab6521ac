package output

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/fatih/color"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/printable"
)

// printText prints a line for each finding and, on a terminal, also its source.
func printText(out Output, r *Report) error {
	w := bufio.NewWriter(out)
	src := NewSources()
	for _, f := range r.Findings {
		out.printLine(w, f)
		if out.Terminal {
			out.printSource(w, src, f)
		}
	}
	return w.Flush()
}

// printLine prints f.String(), in colors if out has any.
func (out Output) printLine(w io.Writer, f finding.Finding) {
	message := printable.Line(f.Message)
	if len(f.Fixes) > 0 {
		message += " " + out.paint(color.FgGreen).Sprint(finding.Fixable)
	}
	fmt.Fprintf(w, "%s %s %s %s\n", out.paint(color.Bold).Sprintf("%s:", finding.Position(f.Pos)),
		out.paint(markColor(f.Severity), color.Bold).Sprintf("%s:", f.Severity), message, out.paint(color.Faint).Sprintf("(%s)", f.Rule))
}

// printSource prints the line of source of f, a mark below the range of the finding, and the related
// positions.
func (out Output) printSource(w io.Writer, src *Sources, f finding.Finding) {
	if line := src.Line(f.Pos.Filename, f.Pos.Line); line != "" {
		start := min(f.Pos.Column-1, len(line))
		end := len(line)
		if f.End.Line == f.Pos.Line {
			end = min(max(f.End.Column-1, start), len(line))
		}
		width := max(utf8.RuneCountInString(line[start:end]), 1)
		mark := out.paint(markColor(f.Severity), color.Bold).Sprint("^" + strings.Repeat("~", width-1))
		fmt.Fprintf(w, "%s\n%s%s\n", printable.Line(line), blank(line[:start]), mark)
	}
	for _, r := range f.Related {
		fmt.Fprintf(w, "\t%s\n", out.paint(color.Faint).Sprintf("%s: %s", finding.Position(r.Pos), printable.Line(r.Message)))
	}
}

// paint returns the color with attributes, or none if out has no colors.
func (out Output) paint(attributes ...color.Attribute) *color.Color {
	c := color.New(attributes...)
	if out.Colors {
		c.EnableColor()
	} else {
		c.DisableColor()
	}
	return c
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
