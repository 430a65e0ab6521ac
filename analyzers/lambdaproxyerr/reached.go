package lambdaproxyerr

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// A reached function is a handler, or a function that only handlers reach.
type reached struct {
	checker       // of the first handler that reaches it
	recovers bool // it recovers from panics, or what calls it does
}

// helpers reports the calls that end the process in functions that only the handlers of checkers reach. What is called
// while the program starts may end it.
func helpers(pass *rule.Pass, checkers []checker) {
	functions := make(map[ast.Node]reached)
	for _, c := range checkers {
		functions[c.Func.Node()] = reached{c, c.recovers(c.Func)}
	}
	for changed := true; changed; {
		changed = false
		for fn, cur := range pass.Handlers.Decls {
			if _, ok := functions[cur.Node()]; ok || !isPrivate(fn) {
				continue
			}
			r, ok := onlyCaller(pass, fn, functions)
			if !ok {
				continue
			}
			r.recovers = r.recovers || r.checker.recovers(cur)
			functions[cur.Node()] = r
			changed = true
			r.endsOf(fn, cur)
		}
	}
	reportCalled(pass, functions)
}

// endsOf reports the calls that end the process in fn, which is declared at cur. A panic counts if it is for a failure:
// the others are for faults of the program.
func (r reached) endsOf(fn *types.Func, cur inspector.Cursor) {
	must := strings.HasPrefix(strings.ToLower(fn.Name()), "must") // says that it panics
	r.endsIn(cur, r.remedyIn(fn, cur), func(call *ast.CallExpr, panics bool) bool {
		return !panics || !r.recovers && !must && (getsRequest(fn) || r.hasError(call) || r.failed(cur, call))
	})
}

// remedyIn says what fn, which a handler reaches, is to do.
func (c checker) remedyIn(fn *types.Func, cur inspector.Cursor) string {
	results := fn.Signature().Results()
	switch n := results.Len(); {
	case n > 0 && awssdk.IsError(results.At(n-1).Type()):
		return "return the error"
	case n > 0 && handler.IsHTTPResponse(results.At(0).Type()):
		return "return a JSON error response"
	case c.returnsStatus(cur):
		return "return an error status"
	}
	return "add an error result and return the error"
}

// returnsStatus reports whether the function at cur returns the HTTP status of an error somewhere.
func (c checker) returnsStatus(cur inspector.Cursor) bool {
	for _, ret := range handler.ReturnStmts(cur) {
		for _, result := range ret.Results {
			if lambdaresp.IsErrorStatus(c.pass.TypesInfo.Types[result].Value) {
				return true
			}
		}
	}
	return false
}

// isPrivate reports whether no other package can call fn.
func isPrivate(fn *types.Func) bool { return !fn.Exported() || fn.Pkg().Name() == "main" }

// onlyCaller returns that of functions which calls fn and belongs to the first handler, false if anybody else uses fn.
func onlyCaller(pass *rule.Pass, fn *types.Func, functions map[ast.Node]reached) (reached, bool) {
	var found reached
	recovers := false
	for _, id := range pass.Handlers.Uses[fn] {
		cur, ok := pass.Root.FindNode(id)
		if !ok {
			return found, false
		}
		if _, called := handler.CallOf(cur); !called {
			return found, false
		}
		for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			r, ok := functions[outer.Node()]
			if !ok {
				return found, false
			}
			recovers = recovers || r.recovers
			if found.pass == nil || r.Func.Node().Pos() < found.Func.Node().Pos() {
				found = r
			}
			break
		}
	}
	found.recovers = recovers
	return found, found.pass != nil
}

// getsRequest reports whether fn is given the request of a handler: what is wrong with that is no fault of the program.
func getsRequest(fn *types.Func) bool {
	for param := range fn.Signature().Params().Variables() {
		name := awssdk.TypeName(param.Type())
		if name == nil || name.Pkg() == nil || !strings.HasSuffix(name.Name(), "Request") {
			continue
		}
		if handler.EventsType(param.Type()) != "" || name.Pkg().Path() == "net/http" {
			return true
		}
	}
	return false
}

// hasError reports whether call, of panic or its like, is given an error, or a text of one: that is a failure, and no fault
// of the program.
func (c checker) hasError(call *ast.CallExpr) bool {
	found := false
	ast.Inspect(call, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		found = found || ok && awssdk.IsError(c.pass.TypesInfo.TypeOf(e))
		return !found
	})
	return found
}

// failed reports whether call, in the function at fn, is only reached where an error is not nil.
func (c checker) failed(fn inspector.Cursor, call *ast.CallExpr) bool {
	if b := c.blockOf(fn, call); b != nil {
		for range checked(b) {
			return true
		}
	}
	return false
}
