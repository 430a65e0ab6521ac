package lambdaresp

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// Beside returns the functions whose responses the clients of fn get: the handlers that call fn, or are it, and what these
// call for a response. Where the package has no such handler, that is not known, and it returns the whole package.
func (s *Set) Beside(fn Responder) []inspector.Cursor {
	var all []inspector.Cursor
	seen := make(map[ast.Node]bool)
	for _, h := range s.handlers.All {
		funcs := s.responding(h.Func)
		if !slices.Contains(funcs, fn.Func) {
			continue
		}
		for _, f := range funcs {
			if !seen[f.Node()] {
				seen[f.Node()] = true
				all = append(all, f)
			}
		}
	}
	if len(all) == 0 {
		return []inspector.Cursor{s.handlers.Root}
	}
	return all
}

// responding returns the function at cur and those of the package that it calls for an HTTP response, directly or not.
func (s *Set) responding(cur inspector.Cursor) []inspector.Cursor {
	found := []inspector.Cursor{cur}
	seen := map[ast.Node]bool{cur.Node(): true}
	for i := 0; i < len(found); i++ {
		for call := range found[i].Preorder((*ast.CallExpr)(nil)) {
			fn := typeutil.StaticCallee(s.info, call.Node().(*ast.CallExpr))
			decl, ok := s.handlers.Decls[fn]
			if ok && !seen[decl.Node()] && makesHTTPResponse(fn) {
				seen[decl.Node()] = true
				found = append(found, decl)
			}
		}
	}
	return found
}
