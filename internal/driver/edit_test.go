package driver

import (
	"go/token"
	"testing"

	fixes "github.com/awserrlint/awserrlint/internal/fix"
)

// TestMerge adds fixes one after the other to the text 0123456789.
func TestMerge(t *testing.T) {
	at := func(start, end int, text string) edit {
		return edit{token.Position{Filename: "f", Offset: start}, token.Position{Filename: "f", Offset: end}, text}
	}
	elsewhere := edit{token.Position{Filename: "g"}, token.Position{Filename: "g"}, "x"}
	tests := []struct {
		name  string
		fixes [][]edit
		added []bool
		want  string
	}{
		{"apart", [][]edit{{at(5, 6, "b")}, {at(1, 2, "a")}}, []bool{true, true}, "0a234b6789"},
		{"side by side", [][]edit{{at(1, 2, "a")}, {at(2, 3, "b")}}, []bool{true, true}, "0ab3456789"},
		{"insertion before a change", [][]edit{{at(1, 2, "a")}, {at(1, 1, "b")}}, []bool{true, true}, "0ba23456789"},
		{"insertion after a change", [][]edit{{at(1, 2, "a")}, {at(2, 2, "b")}}, []bool{true, true}, "0ab23456789"},
		{"insertion into a change", [][]edit{{at(1, 3, "a")}, {at(2, 2, "b")}}, []bool{true, false}, "0a3456789"},
		{"overlap", [][]edit{{at(1, 3, "a")}, {at(2, 4, "b")}}, []bool{true, false}, "0a3456789"},
		{"same place", [][]edit{{at(1, 2, "a")}, {at(1, 2, "b")}}, []bool{true, false}, "0a23456789"},
		{"same point", [][]edit{{at(1, 1, "a")}, {at(1, 1, "b")}}, []bool{true, false}, "0a123456789"},
		{"same edit", [][]edit{{at(1, 1, "a"), at(3, 4, "b")}, {at(1, 1, "a"), at(5, 6, "c")}}, []bool{true, true}, "0a12b4c6789"},
		{"one of two conflicts", [][]edit{{at(1, 3, "a")}, {at(2, 4, "b"), at(7, 8, "c")}}, []bool{true, false}, "0a3456789"},
		{"one fix at one point", [][]edit{{at(1, 1, "a"), at(1, 1, "b")}}, []bool{true}, "0ab123456789"},
		{"other file", [][]edit{{elsewhere}, {at(0, 0, "y")}}, []bool{true, true}, "y0123456789"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := make(fixes.Merge)
			for i, edits := range test.fixes {
				if got := m.Add(fix{Edits: edits}.merged()); got != test.added[i] {
					t.Errorf("fix %d added: %t, want %t", i, got, test.added[i])
				}
			}
			if got, err := fixes.Apply([]byte("0123456789"), m["f"]); err != nil || string(got) != test.want {
				t.Errorf("got %s, %v, want %s", got, err, test.want)
			}
		})
	}
}

func TestTidy(t *testing.T) {
	names := map[string]string{"example.com/go-y": "y", "fmt": "fmt", "strings": "strings"}
	tests := []struct {
		name, src, fixed, want string
	}{
		{
			"used imports stay",
			"package a\n\nimport \"fmt\"\n\nvar _ = fmt.Sprint\n",
			"package a\n\nimport \"fmt\"\n\nvar _ =   fmt.Sprintf\n",
			"package a\n\nimport \"fmt\"\n\nvar _ = fmt.Sprintf\n",
		},
		{
			"unused imports go, by the name of the package",
			"package a\n\nimport (\n\t\"example.com/go-y\"\n\t\"fmt\"\n)\n\nvar _, _ = y.Y, fmt.Sprint\n",
			"package a\n\nimport (\n\t\"example.com/go-y\"\n\t\"fmt\"\n)\n\nvar _, _ = 1, fmt.Sprint\n",
			"package a\n\nimport (\n\t\"fmt\"\n)\n\nvar _, _ = 1, fmt.Sprint\n",
		},
		{
			"a local name is no use",
			"package a\n\nimport f \"fmt\"\n\nvar _ = f.Sprint\n",
			"package a\n\nimport f \"fmt\"\n\nfunc g(f int) int { return f }\n",
			"package a\n\nfunc g(f int) int { return f }\n",
		},
		{
			"all of several",
			"package a\n\nimport (\n\t\"fmt\"\n\t\"strings\"\n)\n\nvar _, _ = fmt.Sprint, strings.Clone\n",
			"package a\n\nimport (\n\t\"fmt\"\n\t\"strings\"\n)\n\nvar _, _ = 1, 2\n",
			"package a\n\nvar _, _ = 1, 2\n",
		},
		{
			"blank, dot and unknown imports stay",
			"package a\n\nimport _ \"fmt\"\nimport . \"strings\"\nimport \"new\"\n",
			"package a\n\nimport _ \"fmt\"\nimport . \"strings\"\nimport \"new\"\n",
			"package a\n\nimport _ \"fmt\"\nimport . \"strings\"\nimport \"new\"\n",
		},
		{
			"what was not formatted is not",
			"package a\n\nvar  x = 1\n",
			"package a\n\nvar  x  = 2\n",
			"package a\n\nvar  x  = 2\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := tidy([]byte(test.src), []byte(test.fixed), names)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}
