package fix

import (
	"go/ast"
	"strings"
	"testing"

	"golang.org/x/tools/go/ast/inspector"
)

// calls returns the cursors of the calls of a(), in source order.
func (s *source) calls() []inspector.Cursor {
	var calls []inspector.Cursor
	for cur := range inspector.New([]*ast.File{s.file}).Root().Preorder((*ast.CallExpr)(nil)) {
		if id, ok := cur.Node().(*ast.CallExpr).Fun.(*ast.Ident); ok && id.Name == "a" {
			calls = append(calls, cur)
		}
	}
	return calls
}

func TestReturnError(t *testing.T) {
	for result, want := range map[string]string{
		"error":                 `return fmt.Errorf("s3 HeadObject: %w", err)`,
		"(int, string, error)":  `return 0, "", fmt.Errorf("s3 HeadObject: %w", err)`,
		"(*int, [2]int, error)": `return nil, [2]int{}, fmt.Errorf("s3 HeadObject: %w", err)`,
		"(func(), error)":       `return nil, fmt.Errorf("s3 HeadObject: %w", err)`,
	} {
		s := load(t, "package p\n\nfunc a() error\n\nfunc f() "+result+" {\n\ta()\n\tpanic(1)\n}\n")
		cur := s.calls()[0]
		e := NewBatch(s.pass).Editor(cur.Node().Pos())
		fn := FunctionOf(s.pass.TypesInfo, cur)
		if got := e.ReturnError(fn, e.Wrap("s3 HeadObject", "err", cur.Node().Pos()), cur.Node().Pos()); got != want {
			t.Errorf("%s: %s, want %s", result, got, want)
		}
		for format, arg := range map[string]string{"none left": "", "%d failed": "n"} {
			var args []string
			err := `errors.New("none left")`
			if arg != "" {
				args, err = []string{arg}, `fmt.Errorf("%d failed", n)`
			}
			want := strings.Replace(want, `fmt.Errorf("s3 HeadObject: %w", err)`, err, 1)
			if got := e.ReturnError(fn, e.NewError(format, args, cur.Node().Pos()), cur.Node().Pos()); got != want {
				t.Errorf("%s: %s, want %s", result, got, want)
			}
		}
	}
}

// TestStatementOf asks for the statement around the call of a, and whether the parent of the call is one in a list.
func TestStatementOf(t *testing.T) {
	for _, tt := range []struct {
		code   string
		want   string // the statement, "" for none
		inList bool
	}{
		{`func f() { a() }`, "a()", true},
		{`func f() { _ = a() }`, "_ = a()", true},
		{`func f() { if a() != nil { } }`, "if a() != nil { }", false},
		{`func f() { if err := a(); err != nil { } }`, "if err := a(); err != nil { }", false},
		{`func f() { switch { case a() == nil: } }`, "switch { case a() == nil: }", false},
		{`func f() { switch { default: a() } }`, "a()", true},
		{`func f(c chan error) { select { case c <- a(): } }`, "select { case c <- a(): }", false},
		{`func f(c chan error) { select { case <-c: a() } }`, "a()", true},
		{`func f() { l: _ = a(); goto l }`, "l: _ = a()", false},
		{`var v = a()`, "", false},
		{`var v = func() error { return a() }`, "return a()", true},
	} {
		s := load(t, "package p\nfunc a() error\n"+tt.code)
		cur := s.calls()[0]
		e := NewBatch(s.pass).Editor(cur.Node().Pos())
		got := ""
		if stmt, ok := StatementOf(cur); ok {
			got = e.Source(stmt.Node())
		}
		if got != tt.want || InList(cur.Parent()) != tt.inList {
			t.Errorf("%s: %q, %t; want %q, %t", tt.code, got, InList(cur.Parent()), tt.want, tt.inList)
		}
	}
}

// TestChecksError asks whether the only if statement checks the variable that a's error is assigned to.
func TestChecksError(t *testing.T) {
	for code, want := range map[string]bool{
		`err := a(); if err != nil { }`:                true,
		`err := a(); if (err != nil) { }`:              true,
		`if err := a(); err != nil { }`:                true,
		`err := a(); if err == nil { }`:                false,
		`err := a(); if err != nil { } else { }`:       false,
		`err := a(); other := err; if other != nil {}`: false,
		`err := a(); if err != nil && true { }`:        false,
		`var e error; _ = a(); if e != nil { }`:        false,
		`var e error; a(); if e != nil { }`:            false,
	} {
		s := load(t, "package p\nfunc a() error\nfunc f() { "+code+" }")
		var check *ast.IfStmt
		ast.Inspect(s.file, func(n ast.Node) bool {
			if stmt, ok := n.(*ast.IfStmt); ok {
				check = stmt
			}
			return true
		})
		if got := ChecksError(s.pass.TypesInfo, check, ErrorOf(s.pass.TypesInfo, s.calls()[0])); got != want {
			t.Errorf("%s: %t, want %t", code, got, want)
		}
	}
}

// TestCheckError checks the error that a returns, which is called first in f.
func TestCheckError(t *testing.T) {
	const check = `if err != nil {
		return 0, fmt.Errorf("s3 HeadObject: %w", err)
	}`
	below := func(init string) func(*Editor, ast.Stmt, *Function) {
		return func(e *Editor, stmt ast.Stmt, fn *Function) { e.CheckBelow(stmt, fn, init, "err", "s3 HeadObject") }
	}
	inHeader := func(e *Editor, stmt ast.Stmt, fn *Function) {
		var call ast.Expr
		ast.Inspect(stmt, func(n ast.Node) bool {
			c, ok := n.(*ast.CallExpr)
			if ok {
				call = c
			}
			return !ok
		})
		e.CheckInHeader(stmt, call, fn, "s3 HeadObject")
	}
	for _, tt := range []struct {
		result, before string
		edit           func(*Editor, ast.Stmt, *Function)
		want           string
	}{
		{"error", "err := a() // why", below(""), "err := a() // why\n\t" + check},
		{"error", "for a() == nil {\n\t}", below("err := b()"), "for a() == nil {\n\t}\n\t" + strings.Replace(check, "if ", "if err := b(); ", 1)},
		{"error", "for a() == nil {\n\t}; a()", below(""), ""}, // no room below
		{"error", "a()", inHeader, strings.Replace(check, "if ", "if err := a(); ", 1)},
		{"error", "_ = (a()) // why", inHeader, strings.NewReplacer("if ", "if err := a(); ", "{", "{ // why").Replace(check)},
		{"(int, *int, error)", "a()", inHeader, strings.Replace(check, "if ", "if _, _, err := a(); ", 1)},
	} {
		const frame = "package p\n\nimport \"fmt\"\n\nfunc a() RESULT\n\nfunc b() error\n\nfunc f() (int, error) {\n\tBODY\n\tpanic(fmt.Sprint())\n}\n"
		text := func(body string) string { return strings.NewReplacer("RESULT", tt.result, "BODY", body).Replace(frame) }
		s := load(t, text(tt.before))
		e := NewBatch(s.pass).Editor(s.file.Package)
		tt.edit(e, s.statement(), FunctionOf(s.pass.TypesInfo, s.calls()[0]))
		want := tt.want
		if want != "" {
			want = text(want)
		}
		if got := s.fixed(e); got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", tt.before, got, want)
		}
	}
}

// TestFailed asks whether a is called where another error is not nil, in the function around it.
func TestFailed(t *testing.T) {
	for code, want := range map[string]bool{
		`if err != nil { a() }`:              true,
		`if err == nil { a() }`:              false,
		`if err == nil { } else { a() }`:     true,
		`switch { case err != nil: a() }`:    true,
		`if err != nil { func() { a() }() }`: false,
		`a()`:                                false,
		`for err != nil { a() }`:             false,
	} {
		s := load(t, "package p\nfunc a() error\nfunc f(err error) { "+code+" }")
		cur := s.calls()[0]
		fn := FunctionOf(s.pass.TypesInfo, cur)
		if got := fn.Failed(cur); got != want {
			t.Errorf("%s: %t, want %t", code, got, want)
		}
		if fn.CanFail(cur) {
			t.Errorf("%s: an error can be returned by a function without results", code)
		}
	}
}

func TestCanFail(t *testing.T) {
	for code, want := range map[string]bool{
		"func f(err error) error { a(); return nil }":                   true,
		"func f(err error) (int, error) { a(); return 0, nil }":         true,
		"func f(err error) error { if err != nil { a() }; return nil }": false,
		"func f(err error) (error, int) { a(); return nil, 0 }":         false,
		"func f(err error) error { func() { a() }(); return nil }":      false,
		"func f(err error) { func() error { a(); return nil }() }":      true,
		"var v = a()": false,
	} {
		s := load(t, "package p\nfunc a() error\n"+code)
		cur := s.calls()[0]
		if got := FunctionOf(s.pass.TypesInfo, cur).CanFail(cur); got != want {
			t.Errorf("%s: %t, want %t", code, got, want)
		}
	}
}

func TestNameError(t *testing.T) {
	for before, want := range map[string]string{
		"out, _ := a()\n\treturn out":                                                           "out, err := a()\n\treturn out",
		"err := 1\n\tout, _ := a()\n\treturn out + err":                                         "err := 1\n\tout, headErr := a()\n\treturn out + err",
		"var out int\n\tout, _ = a()\n\treturn out":                                             "var out int\n\tvar err error\n\tout, err = a()\n\treturn out",
		"var err error\n\tout, _ := a()\n\tprintln(err)\n\treturn out":                          "var err error\n\tout, err := a()\n\tprintln(err)\n\treturn out",
		"var err error\n\tif true {\n\t\tout, _ := a()\n\t\tprintln(out, err)\n\t}\n\treturn 0": "var err error\n\tif true {\n\t\tout, headErr := a()\n\t\tprintln(out, err)\n\t}\n\treturn 0",
	} {
		text := func(body string) string {
			return "package p\n\nfunc a() (int, error)\n\nfunc f() int {\n\t" + body + "\n}\n"
		}
		s := load(t, text(before))
		call := s.calls()[0]
		e := NewBatch(s.pass).Editor(call.Node().Pos())
		e.NameError(call.Parent().Node().(*ast.AssignStmt), FunctionOf(s.pass.TypesInfo, call), "headErr")
		if got := s.fixed(e); got != text(want) {
			t.Errorf("%s:\n%s", before, got)
		}
	}
}

// TestReturnErrorInstead gives the first return statement of f an error.
func TestReturnErrorInstead(t *testing.T) {
	for _, tt := range []struct{ results, ret, want string }{
		{"error", "return nil", "return err"},
		{"(int, error)", "return n + 1, nil", "return n + 1, err"},
		{"(n int, e error)", "return", "return n, err"},
		{"(_ int, e error)", "return", "return 0, err"},
		{"(int, error)", "return g()", ""},
		{"(int, error)", "return n, nil\n\treturn 0, bad", "return 0, err"},
		{"(bool, int, error)", "return n > 0, n, nil\n\treturn false, 0, bad\n\treturn false, n, bad", "return false, n, err"},
		{"(int, error)", "return n, nil\n\t_ = func() (int, error) { return 0, bad }\n\treturn 1, bad", "return n, err"},
	} {
		s := load(t, "package p\n\nvar n int\n\nvar bad error\n\nfunc g() (int, error)\n\nfunc f() "+tt.results+" {\n\t"+tt.ret+"\n}\n")
		ret := s.statement().(*ast.ReturnStmt)
		cur, _ := inspector.New([]*ast.File{s.file}).Root().FindNode(ret)
		e := NewBatch(s.pass).Editor(ret.Pos())
		got := e.ReturnErrorInstead(ret, FunctionOf(s.pass.TypesInfo, cur), "err")
		if e.failed != (tt.want == "") || !e.failed && got != tt.want {
			t.Errorf("%s: %s: %s, want %s", tt.results, tt.ret, got, tt.want)
		}
	}
}

func TestIfMatches(t *testing.T) {
	pathError := ErrorMatch{Err: "err", Package: "io/fs", Alias: "fs", Type: "*PathError", Var: "pathErr"}
	timeout := ErrorMatch{Err: "err", Package: "net", Alias: "net", Type: "Error", Var: "netErr", Method: "Error", Value: `"x"`}
	for _, tt := range []struct {
		version string
		match   ErrorMatch
		want    string
	}{
		{"go1.26", pathError, "if _, ok := errors.AsType[*fs.PathError](err); ok {\n\treturn nil\n}"},
		{"go1.26", timeout, "if netErr, ok := errors.AsType[net.Error](err); ok && netErr.Error() == \"x\" {\n\treturn nil\n}"},
		{"go1.25", pathError, "var pathErr *fs.PathError\nif errors.As(err, &pathErr) {\n\treturn nil\n}"},
		{"go1.25", timeout, "var netErr net.Error\nif errors.As(err, &netErr) && netErr.Error() == \"x\" {\n\treturn nil\n}"},
	} {
		s := load(t, "package p\n\nfunc f(err error) error {\n\treturn nil\n}\n")
		s.pass.TypesInfo.FileVersions = map[*ast.File]string{s.file: tt.version}
		pos := s.statement().Pos()
		if got := NewBatch(s.pass).Editor(pos).IfMatches(tt.match, "return nil", pos); got != tt.want {
			t.Errorf("%s: %s\nwant %s", tt.version, got, tt.want)
		}
	}
}

func TestUnlessMatches(t *testing.T) {
	timeout := ErrorMatch{Err: "err", Package: "net", Alias: "net", Type: "Error", Var: "netErr", Method: "Error", Value: `"x"`}
	for version, want := range map[string]string{
		"go1.26": "if netErr, ok := errors.AsType[net.Error](err); !ok || netErr.Error() != \"x\" {\n\treturn err\n}",
		"go1.25": "var netErr net.Error\nif !errors.As(err, &netErr) || netErr.Error() != \"x\" {\n\treturn err\n}",
	} {
		s := load(t, "package p\n\nfunc f(err error) error {\n\treturn nil\n}\n")
		s.pass.TypesInfo.FileVersions = map[*ast.File]string{s.file: version}
		pos := s.statement().Pos()
		if got := NewBatch(s.pass).Editor(pos).UnlessMatches(timeout, "return err", pos); got != want {
			t.Errorf("%s: %s\nwant %s", version, got, want)
		}
	}
}

func TestFreshIn(t *testing.T) {
	s := load(t, "package p\nfunc a() error\nfunc f() {\n\ta()\n\ta()\n}\n")
	b := NewBatch(s.pass)
	block := s.file.Decls[1].(*ast.FuncDecl).Body
	for i, want := range []string{"err", "err2"} {
		pos := s.calls()[i].Node().Pos()
		e := b.Editor(pos)
		if got := e.FreshIn(block, "err", "error", pos); got != want {
			t.Errorf("name %d is %s, want %s", i, got, want)
		}
		b.Keep(e)
	}
	// The same variable at the same position is shared.
	pos := s.calls()[0].Node().Pos()
	if got := b.Editor(pos).FreshIn(block, "err", "error", pos); got != "err" {
		t.Errorf("the variable that is shared is called %s", got)
	}
}
