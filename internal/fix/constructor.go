package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// constructors are the functions of the program's own that make the errors which functions return, since errors of
// this program tell more than a text, such as a status.
type constructors struct {
	calls map[*types.Func][]*ast.CallExpr
	total int  // of the errors that are made so, literals included
	plain bool // other errors are returned as they are, or made by the standard library or one like it

	nested bool // these are the errors of a function that is called for one
}

// constructorsAt returns the constructors in the function around pos, or else, if that returns no errors, in its file. There
// are none where other errors are plain.
func (e *Editor) constructorsAt(pos token.Pos) constructors {
	var body ast.Node
	ast.Inspect(e.file, func(n ast.Node) bool {
		if n == nil || pos < n.Pos() || n.End() <= pos {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncDecl:
			body = n.Body
		case *ast.FuncLit:
			body = n.Body
		}
		return true
	})
	for _, scope := range []ast.Node{body, e.file} {
		if scope == nil {
			continue
		}
		if c := e.constructorsIn(scope); c.plain || c.total > 0 {
			if c.plain {
				c.total = 0
			}
			return c
		}
	}
	return constructors{}
}

// constructorsIn returns the constructors of the errors that are returned in scope.
func (e *Editor) constructorsIn(scope ast.Node) constructors {
	c, ok := e.original.constructors[scope]
	if !ok {
		c.calls = make(map[*types.Func][]*ast.CallExpr)
		e.collect(&c, scope)
		e.original.constructors[scope] = c
	}
	return c
}

// collect adds the errors that are returned in scope to c: those of one function, or of all in a file.
func (e *Editor) collect(c *constructors, scope ast.Node) {
	ast.Inspect(scope, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return scope == e.file
		case *ast.ReturnStmt:
			if len(n.Results) > 0 {
				e.collectError(c, ast.Unparen(n.Results[len(n.Results)-1]))
			}
		}
		return true
	})
}

// collectError adds what the result x is to c, if it is an error.
func (e *Editor) collectError(c *constructors, x ast.Expr) {
	t := e.pass.TypesInfo.TypeOf(x)
	if !awssdk.IsErrorType(t) || e.pass.TypesInfo.Types[x].IsNil() {
		return
	}
	switch x := x.(type) {
	case *ast.CallExpr:
		fn, ok := typeutil.Callee(e.pass.TypesInfo, x).(*types.Func)
		switch {
		case !ok || fn.Pkg() == nil:
		case fn.FullName() == "fmt.Errorf" || knowledge.MakesError(fn) || knowledge.WrapsWithText(fn):
			c.plain = true
		case knowledge.IsStd(fn.Pkg().Path()):
			c.plain = c.plain || e.tellsError(x.Args) // errors.Join
		default:
			if _, wraps := knowledge.Wraps(fn); wraps || !c.nested && e.isPlain(fn) {
				c.plain = true
			} else if e.tellsError(x.Args) || knowledge.NamesError(fn.Name()) {
				c.total++
				c.calls[fn] = append(c.calls[fn], x)
			}
		}
	case *ast.CompositeLit:
		c.total++
	case *ast.UnaryExpr:
		c.total++
	default:
		c.plain = true // return err
	}
}

// isPlain reports whether fn is a function of the package that returns plain errors.
func (e *Editor) isPlain(fn *types.Func) bool {
	decl := declaration(e.pass, fn)
	if decl == nil {
		return false
	}
	c := constructors{calls: make(map[*types.Func][]*ast.CallExpr), nested: true}
	e.collect(&c, decl.Body)
	return c.plain && c.total == 0
}

// wrapOwn returns a call of the constructor that c leaves no doubt about, with words and the error err, false if there is none:
// the only one that takes just these, or just the error, and that most of the errors are made by.
func (e *Editor) wrapOwn(c constructors, words, err string, pos token.Pos) (string, bool) {
	var found *types.Func
	format := ""
	for fn := range c.calls {
		params := fn.Signature().Params()
		args := ""
		switch {
		case fn.Signature().Recv() != nil || fn.Signature().Variadic():
		case params.Len() == 1 && awssdk.IsError(params.At(0).Type()):
			args = err
		case params.Len() == 2 && types.Identical(params.At(0).Type(), types.Typ[types.String]) && awssdk.IsError(params.At(1).Type()):
			args = strconv.Quote(words) + ", " + err
		case params.Len() == 2 && awssdk.IsError(params.At(0).Type()) && types.Identical(params.At(1).Type(), types.Typ[types.String]):
			args = err + ", " + strconv.Quote(words)
		}
		if args == "" {
			continue
		}
		if found != nil {
			return "", false
		}
		found, format = fn, args
	}
	if found == nil || len(c.calls[found]) < 2 || 2*len(c.calls[found]) <= c.total {
		return "", false
	}
	name := found.Name()
	if pkg := found.Pkg(); pkg != e.pass.Pkg {
		name = e.Import(pkg.Path(), pkg.Name(), pos) + "." + name
	} else if e.Lookup(name, pos) != found {
		return "", false
	}
	return name + "(" + format + ")", true
}
