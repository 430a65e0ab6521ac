package errstring

import (
	"go/ast"
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// A place is where in the program a text match stands.
type place struct {
	match *errflow.TextMatch
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

// newPlace returns the place of m, nil where it cannot be found.
func newPlace(pass *rule.Pass, m *errflow.TextMatch) *place {
	pos := m.Instr.Pos()
	cur, ok := pass.Root.FindByPos(pos, pos)
	if !ok {
		return nil
	}
	p := &place{match: m}
	switch instr := m.Instr.(type) {
	case *ssa.Call:
		for c := range cur.Enclosing((*ast.CallExpr)(nil)) {
			if call := c.Node().(*ast.CallExpr); call.Lparen == pos {
				p.cur = c
				p.inCall(pass, call, instr)
				return p
			}
		}
	case *ssa.BinOp:
		for c := range cur.Enclosing((*ast.BinaryExpr)(nil)) {
			if bin := c.Node().(*ast.BinaryExpr); bin.OpPos == pos {
				p.cur, p.cond = c, c
				p.contrary = bin.Op == token.NEQ
				p.text, p.needle = bin.X, bin.Y
				if m.Text == 1 {
					p.text, p.needle = bin.Y, bin.X
				}
				return p
			}
		}
		// A case of a switch over the text.
		for c := range cur.Enclosing((*ast.CaseClause)(nil)) {
			for _, e := range c.Node().(*ast.CaseClause).List {
				if e.Pos() == pos {
					p.cur, ok = c.FindNode(e)
					if ok {
						return p
					}
				}
			}
		}
	}
	return nil
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
