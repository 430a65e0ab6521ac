package protocol

import (
	"testing"
	"unicode/utf8"
)

// FuzzMapper checks that an offset at the start of a character of a line survives the way to a position and back, and
// that no position leads out of the text.
func FuzzMapper(f *testing.F) {
	f.Add("package p\n\nvar s = \"ü\U0001f600\"\r\n", uint32(2), uint32(11))
	f.Add("a\rb\r\n\xff\xc3", uint32(1), uint32(0))
	f.Add("", uint32(0), uint32(1<<31))
	f.Fuzz(func(t *testing.T, text string, line, character uint32) {
		if len(text) > 1000 {
			return // each position is counted from the start of its line
		}
		for _, encoding := range []Encoding{UTF8, UTF16} {
			m := NewMapper(text, encoding)
			if offset, err := m.Offset(Position{line, character}); err == nil && (offset < 0 || offset > len(text)) {
				t.Fatalf("offset %d of a text of %d bytes", offset, len(text))
			}
			for n, start := range m.lines {
				for i := range m.line(n) {
					if got, err := m.Offset(m.Position(start + i)); err != nil || got != start+i {
						t.Fatalf("%s: offset %d becomes %+v, and that %d, %v", encoding, start+i, m.Position(start+i), got, err)
					}
				}
			}
			if p := m.Position(len(text)); utf8.ValidString(text) {
				if got, err := m.Offset(p); err != nil || got > len(text) {
					t.Fatalf("the end is %+v, and that %d, %v", p, got, err)
				}
			}
		}
	})
}
