package finding

import (
	"strings"
	"unicode"
)

// Printable returns text with a mark in place of each character that a terminal obeys rather than
// shows: control characters, such as those that begin a change of color, and those that turn the
// direction of text. Tabs stay. The number of characters stays the same.
func Printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}
