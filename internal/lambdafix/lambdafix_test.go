package lambdafix

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
)

var defaults = handler.Options{Fields: [3]string{"isError", "type", "message"}, Types: [2]string{"ClientException", "ServerException"}}

// with returns the default options, changed.
func with(change func(o *handler.Options)) handler.Options {
	o := defaults
	change(&o)
	return o
}

const source = `package p

type response struct {
	StatusCode int               ` + "`json:\"statusCode\"`" + `
	Headers    map[string]string ` + "`json:\"headers\"`" + `
	Body       string            ` + "`json:\"body\"`" + `
}

type other struct{}

func respond(err error) response { return response{} }

func handle(err error) response {
	return response{Body: "x"}
}
`

// A file is a file of a package with the handler handle.
type file struct {
	t      *testing.T
	pass   *analysis.Pass
	syntax *ast.File
	text   string
	stmt   ast.Stmt // the first one of handle
}

func load(t *testing.T, text string) *file {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", text, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), Scopes: make(map[ast.Node]*types.Scope),
	}
	config := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	pkg, err := config.Check("example.com/p", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{
		Fset: fset, Files: []*ast.File{f}, Pkg: pkg, TypesInfo: info,
		ReadFile: func(string) ([]byte, error) { return []byte(text), nil },
	}
	last := f.Decls[len(f.Decls)-1].(*ast.FuncDecl)
	return &file{t, pass, f, text, last.Body.List[0]}
}

// editor returns an editor for the first statement of the handler.
func (f *file) editor(o handler.Options) *Editor {
	root := inspector.New([]*ast.File{f.syntax}).Root()
	fn, _ := root.FindNode(f.syntax.Decls[len(f.syntax.Decls)-1])
	return New(fix.NewBatch(f.pass), &handler.Set{All: []*handler.Handler{{Func: fn}}, Options: o}, nil).Editor(f.stmt)
}

// fixed returns the file after the fix of e, "" if there is none.
func (f *file) fixed(e *fix.Editor) string {
	f.t.Helper()
	suggested := e.Fix("")
	if suggested == nil {
		return ""
	}
	var edits []edit.Edit
	for _, ed := range suggested.TextEdits {
		offset := func(pos token.Pos) token.Position { return token.Position{Offset: int(pos - f.syntax.FileStart)} }
		edits = append(edits, edit.Edit{Pos: offset(ed.Pos), End: offset(ed.End), New: string(ed.NewText)})
	}
	fixed, err := edit.Apply([]byte(f.text), edits)
	if err != nil {
		f.t.Fatal(err)
	}
	return string(fixed)
}

// TestHelpers asks for the functions that a fix adds, by what users choose. Each line wanted is one of what is added.
func TestHelpers(t *testing.T) {
	response := func(e *Editor, f *file) string { return e.ErrorResponse(f.pass.Pkg.Scope().Lookup("response").Type()) }
	body := func(e *Editor, _ *file) string { return e.ErrorBody() }
	lambdaError := func(e *Editor, _ *file) string { return e.LambdaError() }
	slog := with(func(o *handler.Options) { o.Slog = true })
	hide := with(func(o *handler.Options) { o.HideStatus = true })
	fields := with(func(o *handler.Options) { o.Fields = [3]string{"", "code", "text"} })
	noType := with(func(o *handler.Options) { o.Fields = [3]string{"failed", "", "text"} })
	own := with(func(o *handler.Options) { o.Types = [2]string{"Yours", "Ours"} })
	for _, tt := range []struct {
		name    string
		options handler.Options
		call    func(e *Editor, f *file) string
		want    []string
		without string // is in no line
	}{
		{"errorResponse", defaults, response, []string{
			"func errorResponse(err error) response {", "\tstatus := http.StatusInternalServerError", "\t\tstatus = r.HTTPStatusCode()",
			"\tlog.Printf(\"responding with status %d: %v\", status, err)", "\t\tBody:       errorBody(status, http.StatusText(status)),",
		}, "slog"},
		{"errorResponse", slog, response, []string{"\tslog.Error(\"responding with an error\", \"status\", status, \"error\", err)"}, "log.Printf"},
		{"errorResponse", hide, response, []string{"\tconst status = http.StatusInternalServerError"}, "HTTPStatusCode"},
		{"errorBody", defaults, body, []string{
			"\ttyp := \"ClientException\"", "\t\ttyp = \"ServerException\"", "\tb, _ := json.Marshal(struct { // a bool and two strings always encode",
			"\t\tIsError bool   `json:\"isError\"`", "\t\tType    string `json:\"type\"`", "\t}{true, typ, message})",
		}, ""},
		{"errorBody", own, body, []string{"\ttyp := \"Yours\"", "\t\ttyp = \"Ours\""}, "Exception"},
		{"errorBody", fields, body, []string{"\t\tType    string `json:\"code\"`", "\t\tMessage string `json:\"text\"`", "\t}{typ, message})"}, "IsError"},
		{"errorBody", noType, body, []string{"\t\tIsError bool   `json:\"failed\"`", "\t}{true, message})"}, "Exception"},
		{"newLambdaError", defaults, lambdaError, []string{"\treturn &lambdaError{true, typ, message, cause}", "\tIsError bool   `json:\"isError\"`", "\tcause   error"}, ""},
		{"newLambdaError", fields, lambdaError, []string{"\treturn &lambdaError{typ, message, cause}", "\tType    string `json:\"code\"`"}, "IsError"},
		{"jsonString", defaults, func(e *Editor, _ *file) string { return e.JSONString() }, []string{"func jsonString(s string) string {"}, ""},
	} {
		f := load(t, source)
		e := f.editor(tt.options)
		if got := tt.call(e, f); got != tt.name {
			t.Errorf("called %s, want %s", got, tt.name)
		}
		got := f.fixed(e.Editor)
		lines := strings.Split(got, "\n")
		for _, want := range tt.want {
			if !slices.Contains(lines, want) {
				t.Errorf("%s: no line %q in\n%s", tt.name, want, got)
			}
		}
		if tt.without != "" && strings.Contains(got, tt.without) {
			t.Errorf("%s: %q in\n%s", tt.name, tt.without, got)
		}
	}
}

// TestBody asks for a JSON error that is known in advance, which is what errorBody would make.
func TestBody(t *testing.T) {
	for _, tt := range []struct {
		options handler.Options
		status  int
		want    string
	}{
		{defaults, 404, `{"isError":true,"type":"ClientException","message":"no \"x\""}`},
		{defaults, 500, `{"isError":true,"type":"ServerException","message":"no \"x\""}`},
		{with(func(o *handler.Options) { o.Fields = [3]string{"", "code", ""} }), 404, `{"code":"ClientException"}`},
	} {
		f := load(t, source)
		if got := f.editor(tt.options).kit.Body(tt.status, `no "x"`); got != tt.want {
			t.Errorf("status %d: %s, want %s", tt.status, got, tt.want)
		}
	}
}

// TestOwnHelper asks for the function that users have named in place of errorResponse.
func TestOwnHelper(t *testing.T) {
	for _, tt := range []struct{ helper, typ, want string }{
		{"example.com/p.respond", "response", "return respond(err)"},
		{"example.com/p.respond", "other", ""}, // of another type
		{"example.com/p.missing", "response", ""},
		{"example.com/p.other", "response", ""}, // a type
		{"respond", "response", ""},
		{"example.com/web.Respond", "response", "return web.Respond(err)"},
		{"example.com/web/v2.Respond", "response", "return web.Respond(err)"},
	} {
		f := load(t, source)
		e := f.editor(with(func(o *handler.Options) { o.Helper = tt.helper }))
		ret := f.stmt.(*ast.ReturnStmt)
		name := e.ErrorResponse(f.pass.Pkg.Scope().Lookup(tt.typ).Type())
		e.Replace(ret.Results[0], name+"(err)")
		got := f.fixed(e.Editor)
		if (got != "") != (tt.want != "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s for %s: want %q in\n%s", tt.helper, tt.typ, tt.want, got)
		}
	}
}

// TestAddField adds a status to the literal that the handler returns, before its last element.
func TestAddField(t *testing.T) {
	for literal, want := range map[string]string{
		`response{Body: "x"}`:                                    `response{StatusCode: 500, Body: "x"}`,
		"response{\n\t\tBody: \"x\",\n\t}":                       "response{\n\t\tStatusCode: 500,\n\t\tBody:       \"x\",\n\t}",
		"response{\n\t\tHeaders: nil,\n\t\tBody:    \"x\",\n\t}": "response{\n\t\tHeaders:    nil,\n\t\tStatusCode: 500,\n\t\tBody:       \"x\",\n\t}",
	} {
		f := load(t, strings.Replace(source, `response{Body: "x"}`, literal, 1))
		e := f.editor(defaults)
		lit := f.stmt.(*ast.ReturnStmt).Results[0].(*ast.CompositeLit)
		AddField(e.Editor, f.pass.Fset.File(lit.Pos()), lit, lit.Elts[len(lit.Elts)-1].(*ast.KeyValueExpr), "StatusCode", "500")
		if got := f.fixed(e.Editor); !strings.Contains(got, want) {
			t.Errorf("%s: want %s in\n%s", literal, want, got)
		}
	}
}

// TestMentions asks whether the statement before the last one of the handler is given err.
func TestMentions(t *testing.T) {
	for before, want := range map[string]bool{
		`print(err.Error())`: true,
		`respond(err)`:       true,
		`respond(nil)`:       false,
		`_ = respond(err)`:   false,
		`{ respond(err) }`:   false,
	} {
		f := load(t, strings.Replace(source, "\treturn response{Body", "\t"+before+"\n\treturn response{Body", 1))
		body := f.syntax.Decls[len(f.syntax.Decls)-1].(*ast.FuncDecl).Body
		last, _ := inspector.New([]*ast.File{f.syntax}).Root().FindNode(body.List[1])
		if got := Mentions(last, "err"); got != want {
			t.Errorf("%s: %t, want %t", before, got, want)
		}
	}
}
