package protocol

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// An Encoding says what the characters of a Position are.
type Encoding string

// The encodings that awserrlint knows.
const (
	UTF8  Encoding = "utf-8"  // bytes
	UTF16 Encoding = "utf-16" // code units, what all clients know
)

// Choose returns the encoding to use with a client that knows those offered: bytes, if it can.
func Choose(offered []Encoding) Encoding {
	if slices.Contains(offered, UTF8) {
		return UTF8
	}
	return UTF16
}

// A Mapper converts between offsets in a text, which count bytes, and positions.
type Mapper struct {
	text     string
	encoding Encoding
	lines    []int // offsets at which lines start
}

// NewMapper returns a mapper for text.
func NewMapper(text string, encoding Encoding) *Mapper {
	m := &Mapper{text: text, encoding: encoding, lines: []int{0}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' || text[i] == '\r' && !strings.HasPrefix(text[i+1:], "\n") {
			m.lines = append(m.lines, i+1)
		}
	}
	return m
}

// Offset returns the offset of p. A position behind the end of a line is the end of the line, as the protocol has it.
// The line behind the last one is the end of the text, which some clients call so. Others are an error.
func (m *Mapper) Offset(p Position) (int, error) {
	if int64(p.Line) == int64(len(m.lines)) && p.Character == 0 {
		return len(m.text), nil
	}
	if int64(p.Line) >= int64(len(m.lines)) {
		return 0, fmt.Errorf("line %d of a document of %d lines", p.Line+1, len(m.lines))
	}
	start := m.lines[p.Line]
	line := m.line(int(p.Line))
	if m.encoding == UTF8 {
		return start + min(int(p.Character), len(line)), nil
	}
	units := uint32(0)
	for i, r := range line {
		if units >= p.Character {
			return start + i, nil
		}
		units += width(r)
	}
	return start + len(line), nil
}

// line returns the text of a line without its end.
func (m *Mapper) line(n int) string {
	end := len(m.text)
	if n+1 < len(m.lines) {
		end = m.lines[n+1]
	}
	return strings.TrimRight(m.text[m.lines[n]:end], "\r\n")
}

// Position returns the position of an offset, that of the end of the text for one behind it.
func (m *Mapper) Position(offset int) Position {
	offset = max(0, min(offset, len(m.text)))
	n, found := slices.BinarySearch(m.lines, offset)
	if !found {
		n--
	}
	before := m.text[m.lines[n]:offset]
	if m.encoding == UTF8 {
		return Position{uint32(n), uint32(len(before))}
	}
	units := uint32(0)
	for len(before) > 0 {
		r, size := utf8.DecodeRuneInString(before)
		units += width(r)
		before = before[size:]
	}
	return Position{uint32(n), units}
}

// Range returns the range between two offsets.
func (m *Mapper) Range(start, end int) Range {
	return Range{m.Position(start), m.Position(max(start, end))}
}

// FirstLine returns the range between two offsets, or what of it is on its first line.
func (m *Mapper) FirstLine(start, end int) Range {
	r := m.Range(start, end)
	if n := int(r.Start.Line); r.End.Line > r.Start.Line {
		r.End = m.Position(m.lines[n] + len(m.line(n)))
	}
	return r
}

// Offsets returns the offsets of r. The error says that r is none of the text.
func (m *Mapper) Offsets(r Range) (start, end int, err error) {
	if start, err = m.Offset(r.Start); err != nil {
		return 0, 0, err
	}
	if end, err = m.Offset(r.End); err == nil && end < start {
		err = fmt.Errorf("a range ends at %d:%d, before it starts", r.End.Line+1, r.End.Character+1)
	}
	return start, end, err
}

// width returns how many code units of UTF-16 a character takes.
func width(r rune) uint32 {
	if r > 0xffff {
		return 2
	}
	return 1
}
