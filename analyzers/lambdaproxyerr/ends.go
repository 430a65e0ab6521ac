package lambdaproxyerr

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// ends reports the calls that end the process in the middle of the handler.
func (c checker) ends() {
	c.endsIn(c.Func, "return a JSON error response and a nil error", func(call *ast.CallExpr, panics bool) bool { return !panics || !c.recovers() })
}

// endsIn reports the calls in the function at fn that end the process, where wanted holds. Those in function literals may
// belong to others.
func (c checker) endsIn(fn inspector.Cursor, remedy string, wanted func(call *ast.CallExpr, panics bool) bool) {
	fn.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.CallExpr)(nil)}, func(cur inspector.Cursor) bool {
		call, ok := cur.Node().(*ast.CallExpr)
		if !ok {
			return cur == fn
		}
		// have: panic(err), log.Fatal(err)
		if name, panics := endOf(c.pass.TypesInfo, call); name != "" && wanted(call, panics) && c.happens(fn, call) {
			c.pass.Report(rule.Finding{
				Range:   call,
				Message: fmt.Sprintf("%s ends the process, so %s returns %d; %s", name, c.Source.Caller(), c.Source.ErrorStatus(), remedy),
			})
		}
		return true
	})
}

// endOf names the function that call calls if it ends the process, and says whether it panics.
func endOf(info *types.Info, call *ast.CallExpr) (name string, panics bool) {
	switch fn := typeutil.Callee(info, call).(type) {
	case *types.Builtin:
		if fn.Name() == "panic" {
			return "panic", true
		}
	case *types.Func:
		if panics = knowledge.Panics(fn); panics || knowledge.EndsProcess(fn) {
			return fn.Pkg().Name() + "." + fn.Name(), panics
		}
	}
	return "", false
}

// helpers reports the calls that end the process in functions that only the handlers of checkers call. What is called
// while the program starts may end it.
func helpers(pass *rule.Pass, checkers []checker) {
	callers := make(map[ast.Node]checker)
	for _, c := range checkers {
		callers[c.Func.Node()] = c
	}
	recovers := slices.ContainsFunc(checkers, checker.recovers)
	for changed := true; changed; {
		changed = false
		for fn, cur := range pass.Handlers.Decls {
			if _, ok := callers[cur.Node()]; ok || !isPrivate(fn) {
				continue
			}
			c, ok := onlyCaller(pass, fn, callers)
			if !ok {
				continue
			}
			callers[cur.Node()] = c
			changed = true
			must := strings.HasPrefix(strings.ToLower(fn.Name()), "must") // says that it panics
			c.endsIn(cur, remedyIn(fn), func(call *ast.CallExpr, panics bool) bool {
				return !panics || !recovers && !must && c.hasError(call)
			})
		}
	}
}

// remedyIn says what fn, which a handler calls, is to do.
func remedyIn(fn *types.Func) string {
	results := fn.Signature().Results()
	if n := results.Len(); n > 0 && awssdk.IsError(results.At(n-1).Type()) {
		return "return the error"
	}
	return "add an error result and return the error"
}

// isPrivate reports whether no other package can call fn.
func isPrivate(fn *types.Func) bool { return !fn.Exported() || fn.Pkg().Name() == "main" }

// onlyCaller returns the checker of the first handler that calls fn, directly or by way of others of callers, false
// if anybody else uses fn.
func onlyCaller(pass *rule.Pass, fn *types.Func, callers map[ast.Node]checker) (checker, bool) {
	var found checker
	for _, id := range pass.Handlers.Uses[fn] {
		cur, ok := pass.Root.FindNode(id)
		if !ok {
			return found, false
		}
		if _, called := handler.CallOf(cur); !called {
			return found, false
		}
		for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			c, ok := callers[outer.Node()]
			if !ok {
				return found, false
			}
			if found.pass == nil || c.Func.Node().Pos() < found.Func.Node().Pos() {
				found = c
			}
			break
		}
	}
	return found, found.pass != nil
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

// recovers reports whether a deferred function of the handler recovers from panics.
func (c checker) recovers() bool {
	found := false
	ast.Inspect(c.Body, func(n ast.Node) bool {
		d, ok := n.(*ast.DeferStmt)
		if !ok {
			return !found
		}
		lit, ok := d.Call.Fun.(*ast.FuncLit)
		if !ok {
			found = true // a function that may recover
			return false
		}
		ast.Inspect(lit, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				b, ok := typeutil.Callee(c.pass.TypesInfo, call).(*types.Builtin)
				found = found || ok && b.Name() == "recover"
			}
			return !found
		})
		return false
	})
	return found
}
