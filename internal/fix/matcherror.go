package fix

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// An ErrorMatch asks whether an error is, or wraps, one of a type.
type ErrorMatch struct {
	Err string // the error, an expression

	// Package is the import path of the type, Alias the name for its import, and
	// Type the type's name, with a star before it for a pointer.
	Package, Alias, Type string

	// Var is a name for a variable of the type, whose Method must also return Value, an
	// expression: apiErr.ErrorCode() == "AccessDenied". Without a Method, the type says all.
	Var, Method, Value string

	// Or are expressions of which one will do in place of Value.
	Or []string

	// What Holds, a method of the variable, returns must also contain Part, an expression:
	// strings.Contains(invalid.ErrorMessage(), "Unknown operation"). Without Holds, nothing is asked of it.
	Holds, Part string
}

// asksMore reports whether the type alone does not say all.
func (m ErrorMatch) asksMore() bool { return m.Method != "" || m.Holds != "" }

// MatchError replaces the boolean expression at cur by m. negated says that the expression is true
// where the error does not match.
//
//	if strings.Contains(err.Error(), "NoSuchKey") => if _, ok := errors.AsType[*types.NoSuchKey](err); ok
//
// It declares a variable above, for errors.As, where the Go version or the condition has no room for errors.AsType:
//
//	return n == 0 && strings.Contains(err.Error(), "NoSuchKey")
//	=>
//	var noSuchKey *types.NoSuchKey
//	return n == 0 && errors.As(err, &noSuchKey)
func (e *Editor) MatchError(cur inspector.Cursor, m ErrorMatch, negated bool) {
	cur = e.outermost(cur, &negated)
	if e.matchInHeader(cur, m, negated) {
		return
	}
	pos := cur.Node().Pos()
	v, ok := e.DeclareAbove(cur, m.Var, e.TypeName(m, pos))
	if !ok {
		e.Refuse()
		return
	}
	e.Replace(cur.Node(), e.condition(cur, e.as(m.Err, v, pos), m, v, negated))
}

// IfMatches returns the text of a statement at pos that does then, a statement, where the error matches m:
//
//	if _, ok := errors.AsType[*types.NotFound](err); ok { return false, nil }
//
// Before Go 1.26, they are two:
//
//	var notFound *types.NotFound
//	if errors.As(err, &notFound) { return false, nil }
func (e *Editor) IfMatches(m ErrorMatch, then string, pos token.Pos) string {
	return e.ifMatches(m, then, pos, false)
}

// UnlessMatches returns the text of a statement at pos that does then where the error does not match m.
func (e *Editor) UnlessMatches(m ErrorMatch, then string, pos token.Pos) string {
	return e.ifMatches(m, then, pos, true)
}

func (e *Editor) ifMatches(m ErrorMatch, then string, pos token.Pos, negated bool) string {
	typ := e.TypeName(m, pos)
	body := " {\n\t" + then + "\n}"
	if !e.hasAsType(pos) {
		v := e.FreshIn(e.declaration(pos), m.Var, typ, pos)
		return "var " + v + " " + typ + "\nif " + e.conjunction(m, e.as(m.Err, v, pos), v, negated, pos) + body
	}
	v, ok := "_", e.Fresh("ok", pos)
	if m.asksMore() {
		v = e.Fresh(m.Var, pos)
	}
	return "if " + v + ", " + ok + " := " + e.asType(m.Err, typ, pos) + "; " + e.conjunction(m, ok, v, negated, pos) + body
}

// outermost returns the cursor around cur that its parentheses and negations belong to.
func (e *Editor) outermost(cur inspector.Cursor, negated *bool) inspector.Cursor {
	for {
		switch parent := cur.Parent().Node().(type) {
		case *ast.ParenExpr:
			cur = cur.Parent()
		case *ast.UnaryExpr:
			if parent.Op != token.NOT {
				return cur
			}
			*negated = !*negated
			cur = cur.Parent()
		default:
			return cur
		}
	}
}

// condition returns the expression that takes the place of cur.
func (e *Editor) condition(cur inspector.Cursor, matched string, m ErrorMatch, v string, negated bool) string {
	text := e.conjunction(m, matched, v, negated, cur.Node().Pos())
	outer, ok := cur.Parent().Node().(*ast.BinaryExpr)
	if ok && m.asksMore() && (negated && outer.Op != token.LOR || outer.Op.Precedence() > token.LAND.Precedence()) {
		return "(" + text + ")"
	}
	return text
}

// conjunction returns matched and what else m asks of the variable v, or the negation of that.
func (e *Editor) conjunction(m ErrorMatch, matched, v string, negated bool, pos token.Pos) string {
	and, or, equal, not := " && ", " || ", " == ", ""
	if negated {
		and, or, equal, not = " || ", " && ", " != ", "!"
	}
	text := not + matched
	if m.Method != "" {
		method := v + "." + m.Method + "()" + equal
		values := method + m.Value
		for _, value := range m.Or {
			values += or + method + value
		}
		if len(m.Or) > 0 && !negated {
			values = "(" + values + ")"
		}
		text += and + values
	}
	if m.Holds != "" {
		text += and + not + e.Import("strings", "strings", pos) + ".Contains(" + v + "." + m.Holds + "(), " + m.Part + ")"
	}
	return text
}

// matchInHeader puts m into the header of an if statement, with errors.AsType, if cur is the
// whole condition, or stands behind err != nil.
func (e *Editor) matchInHeader(cur inspector.Cursor, m ErrorMatch, negated bool) bool {
	if !e.hasAsType(cur.Node().Pos()) {
		return false
	}
	if and, ok := cur.Parent().Node().(*ast.BinaryExpr); ok && and.Op == token.LAND && and.Y == cur.Node() && !negated && e.isNotNil(and.X, m.Err) {
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
	if m.asksMore() {
		v = e.HeaderName(m.Var, stmt)
	}
	found := e.HeaderName("ok", stmt)
	init := v + ", " + found + " := " + e.asType(m.Err, e.TypeName(m, stmt.Pos()), stmt.Pos()) + "; "
	e.Replace(cur.Node(), init+e.condition(cur, found, m, v, negated))
	return true
}

// isNotNil reports whether x is err != nil.
func (e *Editor) isNotNil(x ast.Expr, err string) bool {
	bin, ok := ast.Unparen(x).(*ast.BinaryExpr)
	return ok && bin.Op == token.NEQ && e.pass.TypesInfo.Types[bin.Y].IsNil() && e.Source(bin.X) == err
}

// TypeName returns how the type of m is written at pos, where it is imported.
func (e *Editor) TypeName(m ErrorMatch, pos token.Pos) string {
	name, pointer := strings.CutPrefix(m.Type, "*")
	name = e.Import(m.Package, m.Alias, pos) + "." + name
	if pointer {
		return "*" + name
	}
	return name
}
