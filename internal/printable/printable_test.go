package printable

import "testing"

func TestPrintable(t *testing.T) {
	for _, test := range []struct {
		f          func(string) string
		text, want string
	}{
		{Line, "\x1b[31ma\tb\r\n\u0085\u202eü", "�[31ma\tb����ü"},
		{Lines, "a\r\n\x1b[2Jb\n", "a�\n�[2Jb\n"},
		{Lines, "a\n ::error::b\n##[error]c\nd::e\n\u2028", "a\n \ufffd:error::b\n\ufffd#[error]c\nd::e\n\ufffd"},
		{File, "::error file=a::b.go", "./::error file=a::b.go"},
		{File, " ::stop-commands::a.go", "./ ::stop-commands::a.go"},
		{File, "a\n::error::b.go", "a�::error::b.go"},
		{File, "a::b.go", "a::b.go"},
	} {
		if got := test.f(test.text); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
