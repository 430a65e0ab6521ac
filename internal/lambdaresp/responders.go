package lambdaresp

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// A Responder is a function whose HTTP responses reach a client as they are: a handler, or
// a function of the package that one calls for a response.
type Responder struct {
	Func   inspector.Cursor // *ast.FuncDecl or *ast.FuncLit
	Source handler.Source

	// Unseen says that no handler of the package is known to call the function: other packages do.
	Unseen bool
}

// Responders returns the responders of the package, WebSocket APIs aside. Handlers come first. The
// responses of the other functions are not Altered with regard to fields.
func (s *Set) Responders(fields ...string) []Responder {
	var found []Responder
	seen := make(map[ast.Node]bool)
	for _, h := range s.handlers.All {
		if s.passesOn(h) {
			found = append(found, Responder{Func: h.Func, Source: h.Source})
		}
		seen[h.Func.Node()] = true
	}
	found = s.called(found, seen, fields)
	// What handlers call whose responses somebody replaces is none.
	for _, h := range s.handlers.All {
		if !s.passesOn(h) {
			s.called([]Responder{{Func: h.Func, Source: h.Source}}, seen, fields)
		}
	}
	return append(found, s.called(append(s.unseen(seen), s.wrapping(seen)...), seen, fields)...)
}

// passesOn reports whether the responses of h reach an HTTP client as they are.
func (s *Set) passesOn(h *handler.Handler) bool {
	return h.Source.IsHTTP() && h.Source != handler.WebSocket && !h.Intercepted && !h.DefersResults(s.info)
}

// called returns found and the functions that one of them calls for a response.
func (s *Set) called(found []Responder, seen map[ast.Node]bool, fields []string) []Responder {
	for i := 0; i < len(found); i++ {
		for cur := range found[i].Func.Preorder((*ast.CallExpr)(nil)) {
			fn, ok := s.handlers.Decls[typeutil.StaticCallee(s.info, cur.Node().(*ast.CallExpr))]
			if !ok || seen[fn.Node()] || !s.responds(fn, fields) {
				continue
			}
			seen[fn.Node()] = true
			found = append(found, Responder{fn, found[i].Source, found[i].Unseen})
		}
	}
	return found
}

// unseen returns the functions and methods that make responses for other packages, in source order.
func (s *Set) unseen(seen map[ast.Node]bool) []Responder {
	if s.Program().Types.Name() == "main" {
		return nil
	}
	inTest := func(pos token.Pos) bool { return knowledge.IsTestFile(s.Program().Fset.File(pos).Name()) }
	var found []Responder
	for fn, cur := range s.handlers.Decls {
		results := fn.Signature().Results()
		if seen[cur.Node()] || !fn.Exported() || results.Len() == 0 || len(s.handlers.Uses[fn]) > 0 || inTest(cur.Node().Pos()) {
			continue
		}
		source := handler.ResponseSource(results.At(0).Type())
		if source != handler.Unknown && source != handler.HTTP {
			source = handler.Proxy // an HTTP API takes the responses of a REST API as well
		}
		if source != handler.Unknown && s.respondsForOthers(fn) {
			seen[cur.Node()] = true
			found = append(found, Responder{Func: cur, Source: source, Unseen: true})
		}
	}
	slices.SortFunc(found, func(a, b Responder) int { return cmp.Compare(a.Func.Node().Pos(), b.Func.Node().Pos()) })
	return found
}

// wrapping returns the literals that functions for wrapping handlers return, in source order.
//
//	func WithLog(next Handler) Handler { return func(r request) (response, error) { ... } }
func (s *Set) wrapping(seen map[ast.Node]bool) []Responder {
	var found []Responder
	if !s.handlers.Root.Valid() {
		return nil
	}
	for cur := range s.handlers.Root.Preorder((*ast.FuncLit)(nil)) {
		if seen[cur.Node()] || cur.ParentEdgeKind() != edge.ReturnStmt_Results || knowledge.IsTestFile(s.Program().Fset.File(cur.Node().Pos()).Name()) {
			continue
		}
		sig, ok := s.info.TypeOf(cur.Node().(*ast.FuncLit)).(*types.Signature)
		if !ok || sig.Results().Len() != 2 || handler.ResponseSource(sig.Results().At(0).Type()) == handler.Unknown {
			continue
		}
		for param := range sig.Params().Variables() {
			if source := handler.RequestSource(param.Type()); source.IsHTTP() && source != handler.WebSocket {
				seen[cur.Node()] = true
				found = append(found, Responder{Func: cur, Source: source, Unseen: true})
			}
		}
	}
	return found
}

// responds reports whether the function at fn makes HTTP responses that no caller alters.
func (s *Set) responds(fn inspector.Cursor, fields []string) bool {
	obj := s.info.Defs[fn.Node().(*ast.FuncDecl).Name].(*types.Func)
	results := obj.Signature().Results()
	if results.Len() == 0 || !handler.IsHTTPResponse(results.At(0).Type()) {
		return false
	}
	for _, id := range s.handlers.Uses[obj.Origin()] {
		cur, ok := s.handlers.Root.FindNode(id)
		if !ok {
			return false
		}
		if call, ok := handler.CallOf(cur); !ok || s.Altered(call, fields...) {
			return false
		}
	}
	return true
}

// Altered reports whether the HTTP response that is made at cur, by a literal or a call, may get another
// value for one of the fields that have these names in JSON: one is named, or the response is given to a function, or
// stored where it cannot be followed.
func (s *Set) Altered(cur inspector.Cursor, fields ...string) bool {
	for isWrapping(cur.Parent().Node()) {
		cur = cur.Parent()
	}
	kind, i := cur.ParentEdge()
	switch n := cur.Parent().Node().(type) {
	case *ast.ReturnStmt, *ast.ExprStmt:
		return false
	case *ast.AssignStmt:
		if kind != edge.AssignStmt_Rhs {
			return true
		}
		return s.variableAltered(n.Lhs[i], fields)
	case *ast.ValueSpec:
		return s.variableAltered(n.Names[i], fields)
	}
	return true
}

// isWrapping reports whether n is the address or the parentheses of something.
func isWrapping(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ParenExpr:
		return true
	case *ast.UnaryExpr:
		return n.Op == token.AND
	}
	return false
}

func (s *Set) variableAltered(e ast.Expr, fields []string) bool {
	v := s.localVar(e)
	if v == nil {
		id, ok := e.(*ast.Ident)
		return !ok || id.Name != "_"
	}
	for use := range s.UsesOf(v) {
		if alters(s.info, use, fields) {
			return true
		}
	}
	return false
}

// localVar returns the local variable that e is, nil if it is none.
func (s *Set) localVar(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := s.info.ObjectOf(id).(*types.Var)
	if !ok || v.Kind() == types.PackageVar {
		return nil
	}
	return v
}

// UsesOf returns the identifiers that use v.
func (s *Set) UsesOf(v *types.Var) iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for cur := range s.handlers.Root.Preorder((*ast.Ident)(nil)) {
			if s.info.Uses[cur.Node().(*ast.Ident)] == v && !yield(cur) {
				return
			}
		}
	}
}

// alters reports whether the use of a variable at cur may change one of fields: anything but a
// return, an assignment to all of it, or the use of another field.
func alters(info *types.Info, cur inspector.Cursor, fields []string) bool {
	for isWrapping(cur.Parent().Node()) {
		cur = cur.Parent()
	}
	switch n := cur.Parent().Node().(type) {
	case *ast.ReturnStmt, *ast.BinaryExpr:
		return false
	case *ast.AssignStmt:
		return cur.ParentEdgeKind() != edge.AssignStmt_Lhs
	case *ast.StarExpr:
		return alters(info, cur.Parent(), fields)
	case *ast.SelectorExpr:
		sel := info.Selections[n]
		response := awssdk.Struct(info.TypeOf(n.X))
		if response == nil || sel == nil || sel.Kind() != types.FieldVal {
			return true
		}
		return slices.ContainsFunc(fields, func(name string) bool { return handler.ResponseField(response, name) == sel.Obj() })
	}
	return true
}
