package rule

import (
	"fmt"
	"go/ast"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestDeliberate has programs in which bad is called once, and its error lost where bad or lost is.
func TestDeliberate(t *testing.T) {
	for _, test := range []struct {
		name, src string
		want      bool
	}{
		{"behind", "func f() {\n\tbad() // best effort\n}", true},
		{"above", "func f() {\n\t// Ignore errors,\n\t// it is a cache.\n\tbad()\n}", true},
		{"block comment", "func f() {\n\t/* best effort */\n\tbad()\n}", true},
		{"nothing", "func f() {\n\t// Delete the object.\n\tbad()\n}", false},
		{"forbidden", "func f() {\n\t// We must not ignore errors.\n\tbad()\n}", false},
		{"not adjacent", "func f() {\n\t// best effort\n\n\tbad()\n}", false},
		{"of the statement above", "func f() {\n\tfine() // best effort\n\tbad()\n}", false},
		{"of the statement below", "func f() {\n\tbad()\n\t// best effort\n\tfine()\n}", false},
		{"multi-line statement", "func f() {\n\t// best effort\n\t_ =\n\t\tbad()\n}", true},
		{"behind the last line", "func f() {\n\tbad(\n\t\t1,\n\t) // best effort\n}", true},
		{"within the arguments", "func f() {\n\tbad(\n\t\t// ignore errors\n\t\t1,\n\t\t2)\n}", false},
		{"deferred", "func f() {\n\tdefer bad() // best effort\n}", true},
		{"closure", "func f() {\n\tdefer func() {\n\t\t// best effort\n\t\tbad()\n\t}()\n}", true},
		{"nolint with a reason", "func f() {\n\tbad() //nolint:errcheck // best effort\n}", true},
		{"nolint", "func f() {\n\tbad() //nolint:errcheck\n}", false},
		{"name of a linter", "func f() {\n\tbad() //lint:ignore SA1019 it is old\n}", false},
		{"doc", "// f deletes what is left. Errors are ignored.\nfunc f() {\n\tbad()\n}", true},
		{"doc of something else", "// f stores a best-effort estimate.\nfunc f() {\n\tbad()\n}", false},
		{"doc of another function", "// g is best effort.\nfunc g() {\n}\n\nfunc f() {\n\tbad()\n}", false},
		{"doc with weak words", "// f stores the item. The write may fail.\nfunc f() {\n\tbad()\n}", false},
		{"in the branch", "func f() {\n\tif bad() != nil {\n\t\t// best effort\n\t\treturn\n\t}\n}", true},
		{"nolint nilerr", "func f() error {\n\tif bad() != nil {\n\t\treturn nil //nolint:nilerr\n\t}\n\treturn nil\n}", true},
		{"nolint nilerr elsewhere", "func f() error {\n\tif bad() != nil {\n\t\treturn nil\n\t}\n\treturn nil //nolint:nilerr\n}", false},
		{"nolint of others", "func f() error {\n\tif bad() != nil {\n\t\treturn nil //nolint:wrapcheck,nlreturn\n\t}\n\treturn nil\n}", false},
		{"in the other branch", "func f() {\n\tif bad() != nil {\n\t\treturn\n\t}\n\t// best effort\n\tfine()\n}", false},
		{"in the branch without an error", "func f() {\n\tif bad() == nil {\n\t\t// best effort\n\t\tfine()\n\t}\n}", false},
		{"in else", "func f() {\n\tif bad() == nil {\n\t\tfine()\n\t} else {\n\t\t// best effort\n\t}\n}", true},
		{"at the call", "func f() {\n\t// best effort\n\terr := bad()\n\tif lost(err) {\n\t\treturn\n\t}\n}", true},
		{"above the paragraph", "func f() {\n\t// Best effort: fill the cache.\n\tfine()\n\tbad()\n}", true},
		{"above another paragraph", "func f() {\n\t// Best effort: fill the cache.\n\tfine()\n\n\tbad()\n}", false},
		{"above the condition", "func f(deep bool) {\n\t// best effort\n\tif deep {\n\t\tbad()\n\t}\n}", true},
		{"above the paragraph of the condition", "func f(deep bool) {\n\t// best effort\n\tfine()\n\tif deep {\n\t\tbad()\n\t}\n}", true},
		{"above the condition, at another statement", "func f(deep bool) {\n\t// best effort\n\tif deep {\n\t\tfine()\n\t\tbad()\n\t}\n}", false},
		{"above a condition with an else", "func f(deep bool) {\n\t// best effort\n\tif deep {\n\t\tbad()\n\t} else {\n\t\tfine()\n\t}\n}", false},
		{"above another error", "func f(err error) {\n\t// best effort\n\tif err != nil {\n\t\tbad()\n\t}\n}", false},
		{"in another language", "func f() {\n\t// Fehler absichtlich ignoriert\n\tbad()\n}", true},
		{"at a call elsewhere", "func f(err error) {\n\tlost(err)\n}\n\nfunc g() {\n\t// best effort\n\tbad()\n}", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := load(t, "package p\n\n"+test.src+"\n\nfunc bad(...int) error { return nil }\nfunc lost(error) bool { return false }\nfunc fine() {}\n")
			var bad, lost *ast.CallExpr
			ast.Inspect(m.pass.Files[0], func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					switch fmt.Sprint(call.Fun) {
					case "bad":
						bad = call
					case "lost":
						lost = call
					}
				}
				return true
			})
			f := Finding{Range: bad, Lost: true}
			if lost != nil {
				f = Finding{Range: lost, Lost: true, Related: []analysis.RelatedInformation{{Pos: bad.Pos(), End: bad.End()}}}
			}
			p := newPass(m.pass, Lost)
			p.Analyzer = &analysis.Analyzer{Name: "r"}
			p.Report(f)
			want := ""
			if test.want {
				want = "info"
			}
			if got := p.deliver()[0].Category; got != want {
				t.Errorf("severity is %q, want %q", got, want)
			}
			if p.Accepted(f.Range) != test.want && lost == nil {
				t.Errorf("accepted: want %t", test.want)
			}
			f.Lost = false
			p.Report(f)
			if got := p.deliver()[1].Category; got != "" {
				t.Error("the severity changes though no error is lost")
			}
		})
	}
}
