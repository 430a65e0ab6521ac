package printable

import (
	"strings"
	"unicode"
)

// Line returns text with a mark in place of each character that a terminal obeys rather than
// shows: control characters, such as those that begin a change of color, those that turn the
// direction of text, and those that separate lines and paragraphs. Tabs stay. The number of characters stays the same.
func Line(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control, unicode.Zl, unicode.Zp)) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// Lines is Line for text of several lines. It also puts the mark in place of the first character of a command
// that a line begins with, to GitHub Actions or Azure Pipelines.
func Lines(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = Line(line)
		if code := strings.TrimLeft(line, " \t"); strings.HasPrefix(code, "::") || strings.HasPrefix(code, "##[") || strings.HasPrefix(code, "##vso[") {
			line = line[:len(line)-len(code)] + string(unicode.ReplacementChar) + code[1:]
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}

// File is Line for the name of a file, which may begin a line: GitHub Actions takes one that begins with
// two colons for a command.
func File(name string) string {
	if strings.HasPrefix(strings.TrimSpace(name), "::") {
		name = "./" + name
	}
	return Line(name)
}
