package fix

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// A switchMatch turns a type switch over an error into matches of what the error wraps.
type switchMatch struct {
	*Editor
	cur   inspector.Cursor
	stmt  *ast.TypeSwitchStmt
	err   string     // the error, an expression
	root  *ast.Ident // the identifier that it starts with
	bound string     // the variable of the switch, "" where it has none
}

// MatchSwitch makes matches with errors.As or errors.AsType of the type switch at cur. It refuses
// one that asks for what is no error, too, or whose error is no chain of fields.
//
//	switch err := err.(type) { case *types.NoSuchKey: … default: … }
//	=>
//	if err, ok := errors.AsType[*types.NoSuchKey](err); ok { … } else { … }
//
// Where there are several cases:
//
//	var noSuchKey *types.NoSuchKey
//	switch { case errors.As(err, &noSuchKey): … }
func (e *Editor) MatchSwitch(cur inspector.Cursor) {
	s := cur.Node().(*ast.TypeSwitchStmt)
	f := switchMatch{Editor: e, cur: cur, stmt: s}
	var guard ast.Expr
	switch assign := s.Assign.(type) {
	case *ast.ExprStmt:
		guard = assign.X
	case *ast.AssignStmt:
		guard, f.bound = assign.Rhs[0], assign.Lhs[0].(*ast.Ident).Name
	}
	assert, ok := ast.Unparen(guard).(*ast.TypeAssertExpr)
	if !ok {
		e.Refuse()
		return
	}
	if f.root = rootOf(assert.X); f.root == nil || !f.onlyErrors() {
		e.Refuse()
		return
	}
	f.err = f.Source(assert.X)
	if special, rest, ok := f.oneCase(); ok {
		f.toIf(special, rest)
	} else {
		f.toSwitch()
	}
}

// rootOf returns the identifier that x starts with if x is a chain of fields, else nil.
func rootOf(x ast.Expr) *ast.Ident {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		return x
	case *ast.SelectorExpr:
		return rootOf(x.X)
	}
	return nil
}

// onlyErrors reports whether errors.As takes all types of the switch.
func (f switchMatch) onlyErrors() bool {
	for _, clause := range f.stmt.Body.List {
		for _, x := range clause.(*ast.CaseClause).List {
			if tv := f.pass.TypesInfo.Types[x]; !tv.IsNil() && (awssdk.TypeName(tv.Type) == nil || !awssdk.IsErrorType(tv.Type)) {
				return false
			}
		}
	}
	return true
}

// oneCase returns the only case of the switch and its default clause, nil where it has none,
// if an if statement can take its place.
func (f switchMatch) oneCase() (special, rest *ast.CaseClause, ok bool) {
	list := f.stmt.Body.List
	if len(list) == 0 || len(list) > 2 || f.stmt.Init != nil || breaks(f.stmt.Body) {
		return nil, nil, false
	}
	special = list[0].(*ast.CaseClause)
	if len(special.List) != 1 || f.pass.TypesInfo.Types[special.List[0]].IsNil() ||
		f.HasComment(f.stmt.Pos(), f.stmt.Body.Lbrace) || f.HasComment(f.LineEnd(f.stmt.Body.Lbrace), special.Colon) {
		return nil, nil, false
	}
	if len(list) == 2 {
		if rest = list[1].(*ast.CaseClause); rest.List != nil || f.HasComment(rest.Pos(), rest.Colon) {
			return nil, nil, false
		}
	}
	_, labeled := f.cur.Parent().Node().(*ast.LabeledStmt)
	return special, rest, !labeled
}

// breaks reports whether a break in body leaves the switch that it belongs to.
func breaks(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt, *ast.FuncLit:
			return false
		case *ast.BranchStmt:
			found = found || n.Tok == token.BREAK && n.Label == nil
		}
		return true
	})
	return found
}

// toIf makes an if statement of the switch, with the branch rest as its else.
func (f switchMatch) toIf(special, rest *ast.CaseClause) {
	typ := special.List[0]
	uses := f.uses(f.pass.TypesInfo.Implicits[special], special)
	var header string
	if f.hasAsType(f.stmt.Pos()) {
		v := "_"
		if len(uses) > 0 {
			v = f.bound
		}
		if v == f.root.Name { // which the else needs
			v = f.HeaderName(f.varName(typ), f.stmt)
			f.rename(uses, v)
		}
		ok := f.HeaderName("ok", f.stmt)
		header = "if " + v + ", " + ok + " := " + f.asType(f.err, f.Source(typ), f.stmt.Pos()) + "; " + ok + " {"
	} else {
		header = "if " + f.as(f.err, f.variable(typ, uses), f.stmt.Pos()) + " {"
	}
	f.ReplaceRange(f.stmt.Pos(), f.stmt.Body.Lbrace+1, header)
	f.ReplaceRange(f.LineEnd(f.stmt.Body.Lbrace), special.Colon+1, "")
	if rest == nil {
		return
	}
	f.useError(rest)
	if len(rest.Body) == 0 && !f.HasComment(rest.Colon, f.stmt.Body.Rbrace) {
		f.ReplaceRange(rest.Pos(), f.stmt.Body.Rbrace, "")
	} else {
		f.ReplaceRange(rest.Pos(), rest.Colon+1, "} else {")
	}
}

// toSwitch makes a switch without a tag of the type switch.
func (f switchMatch) toSwitch() {
	header := "switch {"
	if f.stmt.Init != nil {
		header = "switch " + f.Source(f.stmt.Init) + "; {"
	}
	f.ReplaceRange(f.stmt.Pos(), f.stmt.Body.Lbrace+1, header)
	for _, s := range f.stmt.Body.List {
		clause := s.(*ast.CaseClause)
		var uses []*ast.Ident
		if len(clause.List) == 1 && !f.pass.TypesInfo.Types[clause.List[0]].IsNil() {
			uses = f.uses(f.pass.TypesInfo.Implicits[clause], clause)
		} else {
			f.useError(clause)
		}
		var conds []string
		for _, x := range clause.List {
			if f.pass.TypesInfo.Types[x].IsNil() {
				conds = append(conds, f.err+" == nil")
			} else {
				conds = append(conds, f.as(f.err, f.variable(x, uses), f.stmt.Pos()))
			}
		}
		if len(conds) > 0 {
			f.ReplaceRange(clause.List[0].Pos(), clause.List[len(clause.List)-1].End(), strings.Join(conds, ", "))
		}
	}
}

// variable declares a variable of the type above the switch, lets uses name it, and returns
// its name.
func (f switchMatch) variable(typ ast.Expr, uses []*ast.Ident) string {
	name, ok := f.DeclareAbove(f.cur, f.varName(typ), f.Source(typ))
	if !ok {
		f.Refuse()
	}
	f.rename(uses, name)
	return name
}

func (f switchMatch) rename(uses []*ast.Ident, name string) {
	for _, id := range uses {
		f.Replace(id, name)
	}
}

// useError puts the error itself in place of the variable of the switch, which is the same
// in a clause that does not say one type.
func (f switchMatch) useError(clause *ast.CaseClause) {
	for _, id := range f.uses(f.pass.TypesInfo.Implicits[clause], clause) {
		if f.Lookup(f.root.Name, id.Pos()) != f.pass.TypesInfo.Uses[f.root] && f.bound != f.root.Name {
			f.Refuse()
		}
		f.Replace(id, f.err)
	}
}
