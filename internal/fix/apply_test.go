package fix

import "testing"

func TestMerge(t *testing.T) {
	edit := func(start, end int, text string) Edit { return Edit{"f", start, end, text} }
	for _, test := range []struct {
		name  string
		fixes [][]Edit
		want  string // of 0123456789
		taken []bool
	}{
		{"apart", [][]Edit{{edit(1, 2, "a")}, {edit(4, 6, "b")}}, "0a23b6789", []bool{true, true}},
		{"adjacent", [][]Edit{{edit(1, 3, "a")}, {edit(3, 4, "b")}}, "0ab456789", []bool{true, true}},
		{"out of order", [][]Edit{{edit(8, 9, "a"), edit(0, 1, "b")}}, "b1234567a9", []bool{true}},
		{"overlap", [][]Edit{{edit(1, 4, "a")}, {edit(3, 5, "b")}}, "0a456789", []bool{true, false}},
		{"all or nothing", [][]Edit{{edit(1, 4, "a")}, {edit(7, 8, "c"), edit(3, 5, "b")}}, "0a456789", []bool{true, false}},
		{"shared", [][]Edit{{edit(0, 0, "i"), edit(2, 3, "a")}, {edit(0, 0, "i"), edit(5, 6, "b")}}, "i01a34b6789", []bool{true, true}},
		{"insertions at one point", [][]Edit{{edit(4, 4, "a")}, {edit(4, 4, "b")}}, "0123a456789", []bool{true, false}},
		{"insertions of one fix", [][]Edit{{edit(4, 4, "a"), edit(4, 4, "b")}}, "0123ab456789", []bool{true}},
		{"insertion before a replacement", [][]Edit{{edit(4, 6, "a")}, {edit(4, 4, "b")}}, "0123ba6789", []bool{true, true}},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := make(Merge)
			for i, f := range test.fixes {
				if got := m.Add(f); got != test.taken[i] {
					t.Errorf("fix %d: Add = %v", i, got)
				}
			}
			if got, err := Apply([]byte("0123456789"), m["f"]); err != nil || string(got) != test.want {
				t.Errorf("Apply = %s, %v, want %s", got, err, test.want)
			}
		})
	}
}

func TestApplyConflict(t *testing.T) {
	for _, edits := range [][]Edit{
		{{"f", 1, 3, "a"}, {"f", 2, 4, "b"}}, {{"f", 2, 1, ""}}, {{"f", 3, 9, ""}},
	} {
		if got, err := Apply([]byte("01234"), edits); err != ErrConflict {
			t.Errorf("Apply(%v) = %q, %v", edits, got, err)
		}
	}
}
