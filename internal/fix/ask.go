package fix

import (
	"go/ast"
	"go/token"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// A Question asks whether an error is, or wraps, one of a type.
type Question struct {
	Err string // the error, an expression

	// Package is the import path of the type, Alias the name for its import, and
	// Type the type's name, with a star before it for a pointer.
	Package, Alias, Type string

	// Var is a name for a variable of the type, whose Method must also return Value, an
	// expression: apiErr.ErrorCode() == "AccessDenied". Without a Method, the type says all.
	Var, Method, Value string
}

// Ask replaces the boolean expression at cur by the question q. contrary says that
// the expression is true where the answer is no.
func (e *Editor) Ask(cur inspector.Cursor, q Question, contrary bool) {
	cur = e.outermost(cur, &contrary)
	if e.askInHeader(cur, q, contrary) {
		return
	}
	pos := cur.Node().Pos()
	v, ok := e.DeclareAbove(cur, q.Var, e.typeName(q, pos))
	if !ok {
		e.failed = true
		return
	}
	e.Replace(cur.Node(), e.condition(cur, e.Import("errors", "errors", pos)+".As("+q.Err+", &"+v+")", q, v, contrary))
}

// outermost returns the cursor around cur that its parentheses and negations belong to.
func (e *Editor) outermost(cur inspector.Cursor, contrary *bool) inspector.Cursor {
	for {
		switch parent := cur.Parent().Node().(type) {
		case *ast.ParenExpr:
			cur = cur.Parent()
		case *ast.UnaryExpr:
			if parent.Op != token.NOT {
				return cur
			}
			*contrary = !*contrary
			cur = cur.Parent()
		default:
			return cur
		}
	}
}

// condition returns the expression that takes the place of cur: asks, or asks and the
// comparison of the value, or the contrary.
func (e *Editor) condition(cur inspector.Cursor, asks string, q Question, v string, contrary bool) string {
	and, equal := " && ", " == "
	if contrary {
		asks, and, equal = "!"+asks, " || ", " != "
	}
	if q.Method == "" {
		return asks
	}
	text := asks + and + v + "." + q.Method + "()" + equal + q.Value
	if outer, ok := cur.Parent().Node().(*ast.BinaryExpr); ok && (contrary && outer.Op != token.LOR || outer.Op.Precedence() > token.LAND.Precedence()) {
		return "(" + text + ")"
	}
	return text
}

// askInHeader asks q in the header of an if statement, with errors.AsType, if cur is the
// whole condition, or what an error is asked after the question whether there is one.
func (e *Editor) askInHeader(cur inspector.Cursor, q Question, contrary bool) bool {
	if !e.AtLeast("go1.26") {
		return false
	}
	if and, ok := cur.Parent().Node().(*ast.BinaryExpr); ok && and.Op == token.LAND && and.Y == cur.Node() && !contrary && e.isNotNil(and.X, q.Err) {
		cur = cur.Parent()
	}
	if cur.ParentEdgeKind() != edge.IfStmt_Cond {
		return false
	}
	stmt := cur.Parent().Node().(*ast.IfStmt)
	if stmt.Init != nil {
		return false
	}
	v := "_"
	if q.Method != "" {
		v = e.HeaderName(q.Var, stmt)
	}
	found := e.HeaderName("ok", stmt)
	asks := v + ", " + found + " := " + e.Import("errors", "errors", stmt.Pos()) + ".AsType[" + e.typeName(q, stmt.Pos()) + "](" + q.Err + "); "
	e.Replace(cur.Node(), asks+e.condition(cur, found, q, v, contrary))
	return true
}

// isNotNil reports whether x is err != nil.
func (e *Editor) isNotNil(x ast.Expr, err string) bool {
	bin, ok := ast.Unparen(x).(*ast.BinaryExpr)
	return ok && bin.Op == token.NEQ && e.pass.TypesInfo.Types[bin.Y].IsNil() && e.Source(bin.X) == err
}

// HeaderName returns name for a variable in the header of stmt, or another one where stmt
// uses it for something else.
func (e *Editor) HeaderName(name string, stmt ast.Stmt) string {
	used := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		used = used || ok && id.Name == name && !e.isField(id)
		return !used
	})
	if !used {
		return name
	}
	return e.Fresh(name, stmt.Pos())
}

// typeName returns how the type of q is written at pos.
func (e *Editor) typeName(q Question, pos token.Pos) string {
	name, pointer := strings.CutPrefix(q.Type, "*")
	name = e.Import(q.Package, q.Alias, pos) + "." + name
	if pointer {
		return "*" + name
	}
	return name
}

// DeclareAbove declares a variable of type typ above the statement around cur, under the
// name base or one like it, and returns its name. It returns false where nothing can be
// declared there.
func (e *Editor) DeclareAbove(cur inspector.Cursor, base, typ string) (string, bool) {
	for range 100 {
		name := e.Fresh(base, cur.Node().Pos())
		if e.DeclareAs(cur, name, typ) {
			return name, true
		}
	}
	return "", false
}

// DeclareAs is DeclareAbove with this name, which the caller knows to be free.
func (e *Editor) DeclareAs(cur inspector.Cursor, name, typ string) bool {
	anchor, ok := statementOf(cur)
	if !ok || jumps(anchor) || !e.Claim(anchor.Parent().Node(), anchor.Node().Pos(), name, typ) {
		return false
	}
	e.InsertBefore(anchor.Node(), "var "+name+" "+typ)
	return true
}

// statementOf returns the statement around cur that stands in a list of statements, so
// that others can precede it.
func statementOf(cur inspector.Cursor) (inspector.Cursor, bool) {
	for c := cur; c.Valid(); c = c.Parent() {
		switch c.ParentEdgeKind() {
		case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
			if _, clause := c.Node().(*ast.CaseClause); clause {
				continue
			}
			if _, clause := c.Node().(*ast.CommClause); clause {
				continue
			}
			return c, true
		}
	}
	return cur, false
}

// jumps reports whether the function around cur has a goto, which must not jump over
// declarations.
func jumps(cur inspector.Cursor) bool {
	for fn := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		for c := range fn.Preorder((*ast.BranchStmt)(nil)) {
			if c.Node().(*ast.BranchStmt).Tok == token.GOTO {
				return true
			}
		}
		break
	}
	return false
}

// VarName returns a name for a variable of the error type called name: noSuchKey for
// NoSuchKey, kmsInvalidState for KMSInvalidStateException, apiErr for APIError.
func VarName(name string) string {
	if name == "Error" {
		return "awsErr"
	}
	for suffix, short := range map[string]string{"Exception": "", "Fault": "", "Error": "Err"} {
		if base, ok := strings.CutSuffix(name, suffix); ok && base != "" {
			name = base + short
			break
		}
	}
	r := []rune(name)
	for i := range r {
		if i > 0 && i+1 < len(r) && unicode.IsLower(r[i+1]) {
			break
		}
		r[i] = unicode.ToLower(r[i])
	}
	if name := string(r); !token.IsKeyword(name) {
		return name
	}
	return string(r) + "Err"
}
