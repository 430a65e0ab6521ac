package finding

import "testing"

// FuzzParsePosition checks that a position that is printed is read as it was.
func FuzzParsePosition(f *testing.F) {
	for _, text := range []string{"a.go:1:2", "a.go:1", "a.go", "", ":", "C:\\a.go:3:4", "a:b:c", "a.go:99999999999999999999:1", "a.go:-1:-2", "::1", ":0:1:0"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := ParsePosition(text)
		if len(at.Filename) > len(text) || text[:len(at.Filename)] != at.Filename {
			t.Fatalf("%q has the file %q", text, at.Filename)
		}
		if at.Filename == "" || at.Line <= 0 || at.Column < 0 {
			return
		}
		if ParsePosition(at.Filename).Filename != at.Filename {
			return // the name ends as a position does, and nobody can tell which is meant
		}
		if again := ParsePosition(at.String()); again != at {
			t.Errorf("%q is %+v, and %q is %+v", text, at, at.String(), again)
		}
	})
}
