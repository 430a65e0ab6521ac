package fix

import (
	"go/ast"
	"testing"
)

// TestErrorText asks for the text of the error that f returns.
func TestErrorText(t *testing.T) {
	for err, want := range map[string]string{
		`errors.New("no table")`:             `"no table"`,
		`(errors.New("no " + name))`:         `"no " + name`,
		`errors.New(old.Error())`:            "",
		`fmt.Errorf("no table")`:             `"no table"`,
		`fmt.Errorf("no table %s", name)`:    `fmt.Sprintf("no table %s", name)`,
		`fmt.Errorf("100%%")`:                `fmt.Sprintf("100%%")`,
		`fmt.Errorf("%v", nil)`:              `fmt.Sprintf("%v", nil)`,
		`fmt.Errorf("no table: %w", old)`:    "",
		`fmt.Errorf("no table: %v", f(old))`: "",
		`fmt.Errorf(name)`:                   "",
		`fmt.Errorf("%s", list...)`:          "",
		`errors.Unwrap(old)`:                 "",
		`old`:                                "",
	} {
		s := load(t, "package p\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n)\n\nvar _ = errors.New\nvar _ = fmt.Sprint\n\nfunc f(old error, name string, list ...any) error {\n\treturn "+err+"\n}\n")
		ret := s.statement().(*ast.ReturnStmt)
		got, ok := NewBatch(s.pass).Editor(ret.Pos()).ErrorText(ret.Results[0])
		if got != want || ok != (want != "") {
			t.Errorf("%s: %s, %t; want %s", err, got, ok, want)
		}
	}
}
