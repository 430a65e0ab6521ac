package fix

import (
	"go/ast"
	"go/token"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ast/inspector"
)

// DeclareAbove declares a variable of type typ above the statement around cur, under the
// name base or one like it, and returns its name. It returns false where nothing can be
// declared there.
func (e *Editor) DeclareAbove(cur inspector.Cursor, base, typ string) (string, bool) {
	anchor, ok := StatementOf(cur)
	if !ok {
		return "", false
	}
	// Fixes of other rules do not see what this one declares: each statement of a block that could
	// need such a variable has a name of its own.
	about := base
	if !strings.HasPrefix(typ, "*") {
		about = "" // an interface, for any error
	}
	skip := e.questionsBefore(anchor, about)
	for n := 1; n < 100; n++ {
		name := numbered(base, n)
		if e.taken(name, cur.Node().Pos()) {
			continue
		}
		if skip > 0 {
			skip--
			continue
		}
		if e.DeclareAs(cur, name, typ) {
			e.fresh[name] = true
			return name, true
		}
	}
	return "", false
}

// DeclareAs is DeclareAbove with this name, which the caller knows to be free.
func (e *Editor) DeclareAs(cur inspector.Cursor, name, typ string) bool {
	anchor, ok := StatementOf(cur)
	if !ok || jumps(anchor) || !e.Claim(anchor.Parent().Node(), anchor.Node().Pos(), name, typ) {
		return false
	}
	e.InsertBefore(anchor.Node(), "var "+name+" "+typ)
	return true
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

// HeaderName returns name for a variable in the header of stmt, or another one where stmt
// uses it for something else, also by a return without results, which are variables of the function.
func (e *Editor) HeaderName(name string, stmt ast.Stmt) string {
	used := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			used = used || n.Name == name && !e.isField(n)
		case *ast.ReturnStmt:
			used = used || len(n.Results) == 0 && e.Lookup(name, stmt.Pos()) != nil
		}
		return !used
	})
	if !used {
		return name
	}
	return e.Fresh(name, stmt.Pos())
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
