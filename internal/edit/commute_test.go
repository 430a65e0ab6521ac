package edit

import "testing"

func TestCommute(t *testing.T) {
	const (
		f     = "\n// f returns.\nfunc f() int {\n\treturn 1\n}\n"
		g     = "\n// g returns.\nfunc g() int {\n\treturn 2\n}\n"
		other = "\n// f returns.\nfunc f() int {\n\treturn 3\n}\n"
	)
	for _, tt := range []struct {
		name, x, y string
		want       bool
	}{
		{"imports below", "\n\t\"errors\"", "\n\t\"log\"", true},
		{"imports above", "\"errors\"\n\t", "stdlog \"log\"\n\n\t", true},
		{"functions", f, g, true},
		{"functions with one name", f, other, false},
		{"import and function", "\n\t\"errors\"", f, false},
		{"statements", "\n\tlog.Print(err)", "\n\treturn", false},
		{"strings", `"a"`, `"b"`, false},
	} {
		if got := commute(tt.x, tt.y); got != tt.want {
			t.Errorf("%s: got %t", tt.name, got)
		}
		if got := commute(tt.y, tt.x); got != tt.want {
			t.Errorf("%s, the other way round: got %t", tt.name, got)
		}
	}
}
