package errstring

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
)

// edit returns the editor that asks the question of r at p, nil without a fix.
func (c *checker) edit(p *place, r remedy) *fix.Editor {
	ask := r.ask
	if p.needle != nil && c.pass.TypesInfo.Types[p.needle].Value == nil {
		if _, ok := p.needle.(*ast.Ident); !ok {
			return nil
		}
		ask = r.codes
	}
	if ask == nil || !p.cond.Valid() || p.text == nil {
		return nil
	}
	e := c.pass.Fixes.Editor(p.node().Pos())
	if e == nil {
		return nil
	}
	err, variable := c.errorIn(p.text)
	if err == nil || variable != nil && !c.releases(e, variable, err, p) {
		return nil
	}
	q := *ask
	q.Err = e.Source(err)
	value, kept := c.value(e, p, r)
	q.Value = value
	e.Removes(p.cond.Node(), append(kept, err)...)
	e.Ask(p.cond, q, p.contrary)
	return e
}

// value returns what the code or the status is compared with, and the expressions that
// are used for it. A constant or a variable that holds the code stays.
func (c *checker) value(e *fix.Editor, p *place, r remedy) (string, []ast.Node) {
	if r.status != 0 {
		if name, ok := statusNames[r.status]; ok {
			return e.Import("net/http", "http", p.node().Pos()) + "." + name, nil
		}
		return strconv.Itoa(r.status), nil
	}
	if p.needle != nil && r.code != "" {
		v := c.pass.TypesInfo.Types[p.needle].Value
		if v == nil || v.Kind() == constant.String && constant.StringVal(v) == r.code {
			return e.Source(p.needle), []ast.Node{p.needle}
		}
	}
	return strconv.Quote(r.code), nil
}

// statusNames are the constants of net/http for the statuses that AWS answers with.
var statusNames = map[int]string{
	400: "StatusBadRequest", 401: "StatusUnauthorized", 403: "StatusForbidden", 404: "StatusNotFound",
	405: "StatusMethodNotAllowed", 409: "StatusConflict", 412: "StatusPreconditionFailed", 429: "StatusTooManyRequests",
	500: "StatusInternalServerError", 502: "StatusBadGateway", 503: "StatusServiceUnavailable", 504: "StatusGatewayTimeout",
}

// errorIn returns the error whose text the expression is, nil where it is not one
// alone. If the text stands in a local variable, it returns that, too.
func (c *checker) errorIn(text ast.Expr) (err ast.Expr, variable *types.Var) {
	switch x := ast.Unparen(text).(type) {
	case *ast.SliceExpr:
		return c.errorIn(x.X)
	case *ast.CallExpr:
		return c.errorInCall(x)
	case *ast.Ident:
		v, ok := c.pass.TypesInfo.Uses[x].(*types.Var)
		if !ok || v.Parent() == nil || v.Parent() == c.pass.Pkg.Scope() {
			return nil, nil
		}
		value := c.onlyValue(v)
		if value == nil {
			return nil, nil
		}
		err, outer := c.errorIn(value)
		if _, ok := err.(*ast.Ident); !ok || outer != nil {
			return nil, nil
		}
		return err, v
	}
	return nil, nil
}

func (c *checker) errorInCall(call *ast.CallExpr) (ast.Expr, *types.Var) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil, nil
	}
	if sel.Sel.Name == "Error" && len(call.Args) == 0 {
		return sel.X, nil
	}
	fn, ok := c.pass.TypesInfo.Uses[sel.Sel].(*types.Func)
	if !ok || fn.Pkg() == nil || len(call.Args) == 0 {
		return nil, nil
	}
	switch fn.Pkg().Path() {
	case "strings":
		return c.errorIn(call.Args[0])
	case "fmt":
		args := call.Args
		if fn.Name() == "Sprintf" {
			args = args[1:]
		}
		if len(args) == 1 && isError(c.pass.TypesInfo.TypeOf(args[0])) {
			return args[0], nil
		}
	}
	return nil, nil
}

// onlyValue returns the only value that is assigned to v, nil if there are more.
func (c *checker) onlyValue(v *types.Var) ast.Expr {
	var value ast.Expr
	n := 0
	c.assignments(v, func(_ ast.Node, x ast.Expr) { value, n = x, n+1 })
	if n != 1 {
		return nil
	}
	return value
}

// assignments calls do for every statement or specification that assigns to v, with the
// value, which is nil where that is not an expression of its own.
func (c *checker) assignments(v *types.Var, do func(ast.Node, ast.Expr)) {
	file := c.fileOf(v.Pos())
	if file == nil {
		return
	}
	is := func(x ast.Expr) bool {
		id, ok := ast.Unparen(x).(*ast.Ident)
		return ok && c.pass.TypesInfo.ObjectOf(id) == v
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if is(lhs) && len(n.Lhs) == len(n.Rhs) && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE) {
					do(n, n.Rhs[i])
				} else if is(lhs) {
					do(n, nil)
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if is(name) && len(n.Values) == len(n.Names) {
					do(n, n.Values[i])
				} else if is(name) && len(n.Values) > 0 {
					do(n, nil)
				}
			}
		case *ast.RangeStmt:
			if n.Key != nil && is(n.Key) || n.Value != nil && is(n.Value) {
				do(n, nil)
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND && is(n.X) { // anything can happen to it
				do(n, nil)
				do(n, nil)
			}
		}
		return true
	})
}

func (c *checker) fileOf(pos token.Pos) *ast.File {
	i := slices.IndexFunc(c.pass.Files, func(f *ast.File) bool { return f.FileStart <= pos && pos < f.FileEnd })
	if i < 0 {
		return nil
	}
	return c.pass.Files[i]
}

// releases reports whether the error can be asked at p in place of the variable that
// holds its text: it still means the same there, and the variable is used elsewhere, too.
func (c *checker) releases(e *fix.Editor, text *types.Var, err ast.Expr, p *place) bool {
	obj, ok := c.pass.TypesInfo.Uses[err.(*ast.Ident)].(*types.Var)
	if !ok || e.Lookup(obj.Name(), p.node().Pos()) != obj {
		return false
	}
	loop := token.NoPos // start of the outermost loop around p that err is not taken in
	for l := range p.cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		if l.Node().Pos() > err.Pos() {
			loop = l.Node().Pos()
		}
	}
	same := true
	c.assignments(obj, func(n ast.Node, _ ast.Expr) {
		if n.Pos() > err.Pos() && n.Pos() < p.node().Pos() || loop.IsValid() && n.Pos() > loop {
			same = false
		}
	})
	return same && c.usedElsewhere(text)
}

// usedElsewhere reports whether the variable is used for more than matches that are
// reported, which fixes may replace.
func (c *checker) usedElsewhere(text *types.Var) bool {
	for id, obj := range c.pass.TypesInfo.Uses {
		if obj == text && !slices.ContainsFunc(c.faults, func(f *fault) bool { return within(id, f.cur) }) {
			return true
		}
	}
	return false
}

func within(id *ast.Ident, cur inspector.Cursor) bool {
	n := cur.Node()
	return n.Pos() <= id.Pos() && id.End() <= n.End()
}

func isError(t types.Type) bool {
	return t != nil && types.Implements(t, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}
