package printable

import (
	"strings"
	"unicode"
)

// Line returns text with a mark in place of each character that a terminal obeys rather than
// shows: control characters, such as those that begin a change of color, and those that turn the
// direction of text. Tabs stay. The number of characters stays the same.
func Line(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// Lines is Line for text of several lines.
func Lines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = Line(lines[i])
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
