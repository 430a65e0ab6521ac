package errstring

import (
	"go/ast"
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// A place is where in the program a text match stands.
type place struct {
	match *errmatch.TextMatch
	cur   inspector.Cursor // of the call, the comparison, or the expression in a case

	// text is the expression of the text, and needle of what it is searched for. Each is nil
	// where there is none of its own, as in a switch over the text.
	text, needle ast.Expr

	// cond is the boolean expression that the match is, or is a part of. It is true where
	// the match fails if contrary is set. It is not valid where there is none.
	cond     inspector.Cursor
	contrary bool
}

func (p *place) node() ast.Node { return p.cur.Node() }

// newPlace returns the place of m.
func newPlace(pass *rule.Pass, m *errmatch.TextMatch) *place {
	p := &place{match: m, cur: m.Syntax}
	switch n := m.Syntax.Node().(type) {
	case *ast.BinaryExpr:
		p.cond, p.contrary = p.cur, n.Op == token.NEQ
		p.text, p.needle = n.X, n.Y
		if m.Text == 1 {
			p.text, p.needle = n.Y, n.X
		}
	case *ast.CallExpr:
		if call, ok := m.Instr.(*ssa.Call); ok { // otherwise a case of a switch over the text
			p.inCall(pass, n, call)
		}
	}
	return p
}

// inCall takes apart a call that matches.
func (p *place) inCall(pass *rule.Pass, call *ast.CallExpr, instr *ssa.Call) {
	text, needle := p.match.Text, p.match.Needle
	if instr.Call.Signature().Recv() != nil { // a method's receiver is no argument
		text--
	}
	if text >= len(call.Args) || needle >= len(call.Args) {
		return
	}
	p.text = call.Args[text]
	if needle >= 0 {
		p.needle = call.Args[needle]
	}
	switch results := instr.Call.Signature().Results(); {
	case results.Len() != 1:
	case isBool(results.At(0).Type()):
		p.cond = p.cur
	default:
		p.counted(pass)
	}
}

// counted finds the comparison of a number that strings.Index or strings.Count returns.
func (p *place) counted(pass *rule.Pass) {
	bin, ok := p.cur.Parent().Node().(*ast.BinaryExpr)
	if !ok || bin.X != p.cur.Node() {
		return
	}
	value := pass.TypesInfo.Types[bin.Y].Value
	if value == nil {
		return
	}
	n, exact := constant.Int64Val(value)
	if !exact {
		return
	}
	none := int64(-1) // what the function returns where it finds nothing
	if call := p.cur.Node().(*ast.CallExpr); isNamed(call.Fun, "Count") {
		none = 0
	}
	switch {
	case bin.Op == token.GTR && n == none, bin.Op == token.GEQ && n == none+1, bin.Op == token.NEQ && n == none:
	case bin.Op == token.LEQ && n == none, bin.Op == token.LSS && n == none+1, bin.Op == token.EQL && n == none:
		p.contrary = true
	case bin.Op == token.EQL && n == 0: // strings.Index: a prefix
	default:
		return
	}
	p.cond = p.cur.Parent()
}

func isNamed(fun ast.Expr, name string) bool {
	sel, ok := ast.Unparen(fun).(*ast.SelectorExpr)
	return ok && sel.Sel.Name == name
}
