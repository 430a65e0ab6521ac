package edit

import (
	"errors"
	"go/token"
	"testing"
)

// at returns the edit that replaces [start, end) of file f by text.
func at(start, end int, text string) Edit {
	return Edit{token.Position{Filename: "f", Offset: start}, token.Position{Filename: "f", Offset: end}, text}
}

// TestMerge adds fixes one after the other to the text 0123456789.
func TestMerge(t *testing.T) {
	elsewhere := Edit{token.Position{Filename: "g"}, token.Position{Filename: "g"}, "x"}
	tests := []struct {
		name  string
		fixes [][]Edit
		added []bool
		want  string
	}{
		{"apart", [][]Edit{{at(5, 6, "b")}, {at(1, 2, "a")}}, []bool{true, true}, "0a234b6789"},
		{"side by side", [][]Edit{{at(1, 2, "a")}, {at(2, 3, "b")}}, []bool{true, true}, "0ab3456789"},
		{"insertion before a change", [][]Edit{{at(1, 2, "a")}, {at(1, 1, "b")}}, []bool{true, true}, "0ba23456789"},
		{"insertion after a change", [][]Edit{{at(1, 2, "a")}, {at(2, 2, "b")}}, []bool{true, true}, "0ab23456789"},
		{"insertion into a change", [][]Edit{{at(1, 3, "a")}, {at(2, 2, "b")}}, []bool{true, false}, "0a3456789"},
		{"overlap", [][]Edit{{at(1, 3, "a")}, {at(2, 4, "b")}}, []bool{true, false}, "0a3456789"},
		{"same range", [][]Edit{{at(1, 2, "a")}, {at(1, 2, "b")}}, []bool{true, false}, "0a23456789"},
		{"same point", [][]Edit{{at(1, 1, "a")}, {at(1, 1, "b")}}, []bool{true, false}, "0a123456789"},
		{"same edit", [][]Edit{{at(1, 1, "a"), at(3, 4, "b")}, {at(1, 1, "a"), at(5, 6, "c")}}, []bool{true, true}, "0a12b4c6789"},
		{"one of two conflicts", [][]Edit{{at(1, 3, "a")}, {at(2, 4, "b"), at(7, 8, "c")}}, []bool{true, false}, "0a3456789"},
		{"the later of two conflicts", [][]Edit{{at(1, 4, "a")}, {at(7, 8, "c"), at(3, 5, "b")}}, []bool{true, false}, "0a456789"},
		{"one fix at one point", [][]Edit{{at(1, 1, "a"), at(1, 1, "b")}}, []bool{true}, "0ab123456789"},
		{"one fix out of order", [][]Edit{{at(8, 9, "a"), at(0, 1, "b")}}, []bool{true}, "b1234567a9"},
		{"other file", [][]Edit{{elsewhere}, {at(0, 0, "y")}}, []bool{true, true}, "y0123456789"},
		{"spaces in a change", [][]Edit{{at(1, 5, "a")}, {at(2, 3, "  "), at(7, 8, " ")}}, []bool{true, true}, "0a56 89"},
		{"a change around spaces", [][]Edit{{at(2, 3, "  "), at(7, 8, " ")}, {at(1, 5, "a")}}, []bool{true, true}, "0a56 89"},
		{"a conflict beside spaces", [][]Edit{{at(2, 3, "  "), at(6, 8, "a")}, {at(1, 5, "b"), at(7, 9, "c")}}, []bool{true, false}, "01  345a89"},
		{"different spaces", [][]Edit{{at(2, 3, "  ")}, {at(2, 3, "   ")}}, []bool{true, true}, "01  3456789"},
		{"imports at one point", [][]Edit{{at(1, 1, "\n\t\"a\"")}, {at(1, 1, "\n\t\"b\"")}}, []bool{true, true}, "0\n\t\"a\"\n\t\"b\"123456789"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := make(Merge)
			for i, edits := range test.fixes {
				if got := m.Add(edits); got != test.added[i] {
					t.Errorf("fix %d added: %t, want %t", i, got, test.added[i])
				}
			}
			if got, err := Apply([]byte("0123456789"), m["f"]); err != nil || string(got) != test.want {
				t.Errorf("got %s, %v, want %s", got, err, test.want)
			}
		})
	}
}

func TestApplyConflict(t *testing.T) {
	for _, edits := range [][]Edit{
		{at(1, 3, "a"), at(2, 4, "b")}, {at(2, 1, "")}, {at(3, 9, "")},
	} {
		if got, err := Apply([]byte("01234"), edits); !errors.Is(err, ErrConflict) {
			t.Errorf("Apply(%v) = %q, %v", edits, got, err)
		}
	}
}

func TestSort(t *testing.T) {
	edits := []Edit{at(5, 6, "c"), at(1, 3, "b"), at(1, 1, "a")}
	if err := Sort(edits); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"a", "b", "c"} {
		if edits[i].New != want {
			t.Errorf("edit %d is %q, want %q", i, edits[i].New, want)
		}
	}
	if err := Sort([]Edit{at(2, 4, ""), at(1, 3, "")}); err == nil {
		t.Error("edits of the same text are accepted")
	}
}
