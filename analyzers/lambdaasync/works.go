package lambdaasync

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// works returns the functions that do something for asynchronous events and for nothing else, in the order of the source.
func (c checker) works() []*work {
	found := make(map[ast.Node]*work)
	add := func(fn inspector.Cursor, h *handler.Handler, helps bool) {
		found[fn.Node()] = c.work(fn, h, helps)
		found[fn.Node()].all = found
	}
	for _, h := range c.Handlers.All {
		if (h.Source == handler.Async || isScheduled(h) || c.decodes(h)) && (h.Registered || h.Tail || h.Declared) && !h.DefersResults(c.TypesInfo) && !mailWaits(h) {
			add(h.Func, h, false)
		}
	}
	for fn, decl := range c.Handlers.Decls {
		if c.startedElsewhere(fn, decl) {
			add(decl, nil, false)
		}
	}
	if len(found) == 0 {
		return nil
	}
	for changed := true; changed; {
		changed = false
		for fn, decl := range c.Handlers.Decls {
			if found[decl.Node()] == nil && c.helps(fn, found) && !c.defersResults(decl) {
				add(decl, nil, true)
				changed = true
			}
		}
	}
	var all []*work
	for cur := range c.Root.Preorder((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if w := found[cur.Node()]; w != nil {
			all = append(all, w)
		}
	}
	return all
}

// isScheduled reports whether h is only told to run, and returns nothing that anybody could read: a schedule starts such a
// function, and whoever else does learns from an error what he should.
func isScheduled(h *handler.Handler) bool {
	n := h.Sig.Results().Len()
	return h.Registered && h.Event() == nil && (n == 0 || n == 1 && awssdk.IsError(h.Sig.Results().At(0).Type()))
}

// mailWaits reports whether h gets mail and has another result than an error, for which SES may wait: it can call a
// function as RequestResponse.
func mailWaits(h *handler.Handler) bool {
	return h.Sig.Results().Len() > 1 && h.Event() != nil && handler.EventsType(h.Event()) == "SimpleEmailEvent"
}

// work returns the function at fn as one that works for events.
func (c checker) work(fn inspector.Cursor, h *handler.Handler, helps bool) *work {
	w := &work{checker: c, fn: fn, sig: handler.SignatureOf(c.TypesInfo, fn), handler: h, helps: helps, lists: make(map[*fix.Editor]string)}
	switch n := fn.Node().(type) {
	case *ast.FuncDecl:
		w.body = n.Body
	case *ast.FuncLit:
		w.body = n.Body
	}
	return w
}

// decodes reports whether h gets the event as it was sent, decodes it once, and that as an asynchronous one:
//
//	func handle(ctx context.Context, raw json.RawMessage) error { var e events.S3Event; … json.Unmarshal(raw, &e) … }
func (c checker) decodes(h *handler.Handler) bool {
	t := h.Event()
	if t == nil || h.Declared || !types.Identical(t.Underlying(), types.NewSlice(types.Typ[types.Byte])) {
		return false
	}
	raw := map[types.Object]bool{h.Sig.Params().At(h.Sig.Params().Len() - 1): true}
	found, others := false, false
	for cur := range h.Func.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		fn, ok := typeutil.Callee(c.TypesInfo, call).(*types.Func)
		if !ok || fn.FullName() != "encoding/json.Unmarshal" || !c.drops.Mentions(call.Args[0], raw) {
			continue
		}
		ptr, ok := c.TypesInfo.TypeOf(call.Args[1]).(*types.Pointer)
		if ok && handler.RequestSource(ptr.Elem()) == handler.Async {
			found = true
		} else {
			others = true
		}
	}
	return found && !others
}

// startedElsewhere reports whether fn has the form of a handler of asynchronous events, and is there for another package that
// starts it: nobody calls it here, and it implements no interface of the package, through which others may.
func (c checker) startedElsewhere(fn *types.Func, decl inspector.Cursor) bool {
	sig := fn.Signature()
	params, results := sig.Params(), sig.Results()
	n := params.Len()
	if !fn.Exported() || n == 0 || n > 2 || results.Len() > 1 || results.Len() == 1 && !awssdk.IsError(results.At(0).Type()) ||
		n == 2 && !awssdk.IsContext(params.At(0).Type()) || len(c.Handlers.Uses[fn]) > 0 || knowledge.IsTestFile(c.Fset.File(fn.Pos()).Name()) {
		return false
	}
	event := params.At(n - 1).Type()
	if _, pointer := event.(*types.Pointer); pointer || handler.RequestSource(event) != handler.Async {
		return false
	}
	return !c.defersResults(decl) && !c.implements(fn)
}

// defersResults reports whether a deferred function of the one at decl has to do with its results.
func (c checker) defersResults(decl inspector.Cursor) bool {
	h := handler.Handler{Func: decl, Sig: handler.SignatureOf(c.TypesInfo, decl), Body: decl.Node().(*ast.FuncDecl).Body}
	return h.DefersResults(c.TypesInfo)
}

// implements reports whether fn is a method with the name of one that an interface of the package has.
func (c checker) implements(fn *types.Func) bool {
	if fn.Signature().Recv() == nil {
		return false
	}
	for cur := range c.Root.Preorder((*ast.InterfaceType)(nil)) {
		for _, field := range cur.Node().(*ast.InterfaceType).Methods.List {
			if slices.ContainsFunc(field.Names, func(id *ast.Ident) bool { return id.Name == fn.Name() }) {
				return true
			}
		}
	}
	return false
}

// helps reports whether fn returns nothing, or an error alone, and only the functions found call it.
func (c checker) helps(fn *types.Func, found map[ast.Node]*work) bool {
	results := fn.Signature().Results()
	if results.Len() > 1 || results.Len() == 1 && !awssdk.IsError(results.At(0).Type()) || knowledge.TellsAside(fn.Name()) {
		return false
	}
	calls := c.calls(fn)
	return len(calls) > 0 && len(calls) == len(c.Handlers.Uses[fn]) && !slices.ContainsFunc(calls, func(call inspector.Cursor) bool {
		return call.ParentEdgeKind() == edge.DeferStmt_Call || !within(call, found)
	})
}

// calls returns the calls of fn in the package. What else it is used for is none.
func (c checker) calls(fn *types.Func) []inspector.Cursor {
	var calls []inspector.Cursor
	for _, id := range c.Handlers.Uses[fn] {
		if cur, ok := c.Root.FindNode(id); ok {
			if call, ok := handler.CallOf(cur); ok {
				calls = append(calls, call)
			}
		}
	}
	return calls
}

// callers returns the calls of the function in the package.
func (w *work) callers() []inspector.Cursor {
	fn, ok := w.TypesInfo.Defs[w.fn.Node().(*ast.FuncDecl).Name].(*types.Func)
	if !ok {
		return nil
	}
	return w.calls(fn)
}

// runsBeside reports whether a go statement calls the function, or a literal without results in which it is called, so that
// nobody gets what it returns.
func (w *work) runsBeside() bool {
	return slices.ContainsFunc(w.callers(), func(call inspector.Cursor) bool {
		for lit := range call.Enclosing((*ast.FuncLit)(nil)) {
			if handler.SignatureOf(w.TypesInfo, lit).Results().Len() == 0 && lit.ParentEdgeKind() == edge.CallExpr_Fun {
				call = lit.Parent()
			}
			break
		}
		return call.ParentEdgeKind() == edge.GoStmt_Call
	})
}

// within reports whether cur stands in one of the functions found.
func within(cur inspector.Cursor, found map[ast.Node]*work) bool {
	for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if found[outer.Node()] != nil {
			return true
		}
	}
	return false
}

// fromEvent returns the variables of the function that hold something of the event: its parameters, where it helps those
// that it is given something of the event in, and what it makes of them.
func (w *work) fromEvent() map[types.Object]bool {
	if w.given != nil {
		return w.given
	}
	w.given = make(map[types.Object]bool)
	for i := range w.sig.Params().Len() {
		if v := w.sig.Params().At(i); !awssdk.IsContext(v.Type()) && (!w.helps || w.isGiven(i)) {
			w.given[v] = true
		}
	}
	return w.drops.Derived(w.body, w.given)
}

// isGiven reports whether one of those that call the function gives it something of the event as the i-th argument.
func (w *work) isGiven(i int) bool {
	return slices.ContainsFunc(w.callers(), func(call inspector.Cursor) bool {
		args := call.Node().(*ast.CallExpr).Args
		for outer := range call.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			if caller := w.all[outer.Node()]; caller != nil {
				return i < len(args) && w.drops.Mentions(args[i], caller.fromEvent())
			}
		}
		return false
	})
}
