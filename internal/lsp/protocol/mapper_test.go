package protocol

import "testing"

// The last line ends without a line ending. é takes two bytes and one unit, 𝄞 four bytes and two units.
const mixed = "a := \"é𝄞x\"\r\nb\rc\n\nd𝄞"

func TestPositions(t *testing.T) {
	for _, test := range []struct {
		offset      int
		utf8, utf16 Position
	}{
		{0, Position{0, 0}, Position{0, 0}},
		{6, Position{0, 6}, Position{0, 6}},
		{8, Position{0, 8}, Position{0, 7}},   // behind é
		{12, Position{0, 12}, Position{0, 9}}, // behind 𝄞
		{13, Position{0, 13}, Position{0, 10}},
		{14, Position{0, 14}, Position{0, 11}}, // the end of the line
		{16, Position{1, 0}, Position{1, 0}},
		{18, Position{2, 0}, Position{2, 0}}, // behind a carriage return alone
		{20, Position{3, 0}, Position{3, 0}},
		{21, Position{4, 0}, Position{4, 0}},
		{26, Position{4, 5}, Position{4, 3}},
	} {
		for encoding, want := range map[Encoding]Position{UTF8: test.utf8, UTF16: test.utf16} {
			m := NewMapper(mixed, encoding)
			if got := m.Position(test.offset); got != want {
				t.Errorf("%s: Position(%d) = %v, want %v", encoding, test.offset, got, want)
			}
			if got, err := m.Offset(want); got != test.offset || err != nil {
				t.Errorf("%s: Offset(%v) = %d, %v, want %d", encoding, want, got, err, test.offset)
			}
		}
	}
}

func TestOffsetsOutside(t *testing.T) {
	m := NewMapper(mixed, UTF16)
	if got, err := m.Offset(Position{0, 99}); got != 14 || err != nil {
		t.Errorf("behind the end of a line: %d, %v, want 14", got, err)
	}
	if got := m.Position(99); got != (Position{4, 3}) {
		t.Errorf("behind the end of the text: %v", got)
	}
	if got, err := m.Offset(Position{5, 0}); got != len(mixed) || err != nil {
		t.Errorf("behind the last line: %d, %v", got, err)
	}
	if _, err := m.Offset(Position{6, 0}); err == nil {
		t.Error("a line that is not there has an offset")
	}
	if _, _, err := m.Offsets(Range{Position{1, 1}, Position{0, 0}}); err == nil {
		t.Error("a range that ends before it starts has offsets")
	}
	// In the middle of a surrogate pair: what is behind it.
	if got, err := m.Offset(Position{0, 8}); got != 12 || err != nil {
		t.Errorf("in a surrogate pair: %d, %v, want 12", got, err)
	}
	if got, err := NewMapper("", UTF16).Offset(Position{0, 0}); got != 0 || err != nil {
		t.Errorf("empty text: %d, %v", got, err)
	}
}

func TestFirstLine(t *testing.T) {
	m := NewMapper(mixed, UTF16)
	for _, test := range []struct {
		start, end int
		want       Range
	}{
		{5, 13, Range{Position{0, 5}, Position{0, 10}}},
		{5, 17, Range{Position{0, 5}, Position{0, 11}}},
		{16, 26, Range{Position{1, 0}, Position{1, 1}}},
		{21, 99, Range{Position{4, 0}, Position{4, 3}}},
	} {
		if got := m.FirstLine(test.start, test.end); got != test.want {
			t.Errorf("FirstLine(%d, %d) = %v, want %v", test.start, test.end, got, test.want)
		}
	}
}

func TestChoose(t *testing.T) {
	if got := Choose([]Encoding{UTF16, "utf-32", UTF8}); got != UTF8 {
		t.Errorf("got %s", got)
	}
	if got := Choose(nil); got != UTF16 {
		t.Errorf("got %s", got)
	}
}
