package rule

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// fixed returns the content of the file called name after all fixes that can be made together.
func (m *module) fixed(t *testing.T, name string) string {
	t.Helper()
	merge := make(edit.Merge)
	for _, d := range m.reported {
		for _, f := range d.SuggestedFixes {
			var edits []edit.Edit
			for _, e := range f.TextEdits {
				edits = append(edits, edit.Edit{Pos: fset.Position(e.Pos), End: fset.Position(e.End), New: string(e.NewText)})
			}
			if !merge.Add(edits) {
				t.Errorf("%s conflicts with a fix before it", f.Message)
			}
		}
	}
	out, err := edit.Apply([]byte(m.contents[name]), merge[name])
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// TestFixes makes fixes that would collide without a batch.
func TestFixes(t *testing.T) {
	const src = `package p

import (
	"os"
	"strings"
)

var _ = os.Args

func f() {
	println(strings.ToLower("1"))
	println(strings.ToLower("2"))
	println(strings.ToLower("3"))
}
`
	for _, test := range []struct {
		name string
		edit func(e *fix.Editor, call *ast.CallExpr, number string)
		want string
	}{
		{
			"imports of one name",
			func(e *fix.Editor, call *ast.CallExpr, number string) {
				path := map[string]string{"1": "text/template", "2": "html/template", "3": "text/template"}[number]
				e.Replace(call.Args[0], e.Import(path, "template", call.Pos())+".HTMLEscapeString("+number+")")
				e.Removes(call.Args[0])
			},
			`package p

import (
	htmltemplate "html/template"
	"os"
	"text/template"
)

var _ = os.Args

func f() {
	println(template.HTMLEscapeString(1))
	println(htmltemplate.HTMLEscapeString(2))
	println(template.HTMLEscapeString(3))
}
`,
		},
		{
			"an import that is needed",
			func(e *fix.Editor, call *ast.CallExpr, number string) {
				if number == "2" {
					e.Refuse()
				}
				e.Replace(call.Args[0], number)
				e.Removes(call.Args[0])
			},
			`package p

import (
	"os"
	"strings"
)

var _ = os.Args

func f() {
	println(1)
	println(strings.ToLower("2"))
	println(3)
}
`,
		},
		{
			"what a refused fix imports",
			func(e *fix.Editor, call *ast.CallExpr, number string) {
				path := "html/template"
				if number == "1" {
					path = "text/template"
				}
				e.Replace(call.Args[0], e.Import(path, "template", call.Pos())+".JSEscapeString("+number+")")
				if number != "2" {
					e.Refuse()
				}
			},
			`package p

import (
	"html/template"
	"os"
	"strings"
)

var _ = os.Args

func f() {
	println(strings.ToLower("1"))
	println(template.JSEscapeString(2))
	println(strings.ToLower("3"))
}
`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := load(t, src)
			m.run(t, func(pass *Pass, call *ast.CallExpr) Finding {
				if fmt.Sprint(call.Fun) != "println" {
					return Finding{Range: call}
				}
				return Finding{Range: call, Fix: "change it", Edit: func() *fix.Editor {
					e := pass.Fixes.Editor(call.Pos())
					arg := call.Args[0].(*ast.CallExpr).Args[0].(*ast.BasicLit)
					test.edit(e, call, strings.Trim(arg.Value, `"`))
					return e
				}}
			})
			if got := m.fixed(t, "a.go"); got != test.want {
				t.Errorf("the fixes make\n%s", got)
			}
		})
	}
}

// TestVariables makes fixes that declare variables of one name.
func TestVariables(t *testing.T) {
	m := load(t, "package p\n\nfunc f() {\n\tprintln(1)\n\tprintln(2)\n\t{\n\t\tprintln(3)\n\t}\n}\n")
	p := newPass(m.pass, Lost)
	var names []string
	ast.Inspect(p.Files[0], func(n ast.Node) bool {
		block, ok := n.(*ast.BlockStmt)
		if !ok {
			return true
		}
		for _, stmt := range block.List {
			if stmt, ok := stmt.(*ast.ExprStmt); ok {
				e := p.Fixes.Editor(stmt.Pos())
				name := e.Fresh("v", stmt.Pos())
				for !e.Claim(block, stmt.Pos(), name, "int") {
					name = e.Fresh("v", stmt.Pos())
				}
				names = append(names, name)
				p.Fixes.Keep(e)
			}
		}
		return true
	})
	if want := []string{"v", "v2", "v"}; !slices.Equal(names, want) {
		t.Errorf("the names are %q, want %q", names, want)
	}
}
