package lambdaasync

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdadrop"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// edit returns the editor of the fix that returns the error of the branch, nil where none is certain to be right: in a
// literal, where more is done or people are told after the failure, and in a function without a result that others than
// the runtime call.
func (w *work) edit(b *lambdadrop.Branch) *fix.Editor {
	if _, behind := w.sends(b); behind != nil || b.Inner != w.fn || w.way(b) == nil {
		return nil
	}
	e := w.Fixes.Editor(b.Stmt.Pos())
	if e == nil {
		return nil
	}
	if awssdk.EndsWithError(w.sig) {
		w.way(b)(e)
		return e
	}
	if w.sig.Results().Len() > 0 {
		return nil // of a type that is an error, but not any
	}
	if !w.onlyStarted() {
		return nil
	}
	w.addResult(e)
	return e
}

// A way is how a branch returns its error, with the edits of e.
type way func(e *fix.Editor)

// way returns how the branch can return its error, nil where that is not certain to be right.
func (w *work) way(b *lambdadrop.Branch) way {
	if ret, ok := last(b.Body.List).(*ast.ReturnStmt); ok {
		if len(ret.Results) == 0 && w.sig.Results().Len() > 0 {
			return nil
		}
		return func(e *fix.Editor) { w.returnInstead(e, b, ret) }
	}
	loop, ok := w.outerLoop(b)
	switch {
	case !ok && w.nothingFollows(b) && (w.sig.Results().Len() == 0 || w.final() != nil):
		return func(e *fix.Editor) { w.returnAtEnd(e, b) }
	case ok && loop.Parent().Node() == ast.Node(w.body) && w.leavesOnlyBelow(loop):
		return func(e *fix.Editor) { w.join(e, b, loop) }
	}
	return nil
}

// returnInstead edits a branch that ends the function:
//
//	log.Print(err) => log.Print(err)
//	return nil        return fmt.Errorf("sqs SendMessage: %w", err)
func (w *work) returnInstead(e *fix.Editor, b *lambdadrop.Branch, ret *ast.ReturnStmt) {
	err := w.wrapped(e, b, ret.Pos())
	if len(ret.Results) == 0 {
		e.Replace(ret, "return "+err)
		return
	}
	e.Replace(ret.Results[len(ret.Results)-1], err)
}

// returnAtEnd edits a branch behind which nothing is done:
//
//	log.Print(err) => log.Print(err)
//	                  return err
func (w *work) returnAtEnd(e *fix.Editor, b *lambdadrop.Branch) {
	stmt := last(b.Body.List)
	err := w.wrapped(e, b, stmt.End())
	if ret := w.final(); ret != nil {
		e.InsertAfter(stmt, e.ReturnErrorInstead(ret, fix.FunctionOf(w.TypesInfo, b.Cur), err))
		return
	}
	e.InsertAfter(stmt, "return "+err)
}

// join edits a branch in a loop, and the function around, so that it returns what fails in the loop when all is done:
//
//	for _, r := range e.Records { => var errs []error
//		log.Print(err)               for _, r := range e.Records {
//	}                                	log.Print(err)
//	return nil                       	errs = append(errs, err)
//	                                 }
//	                                 return errors.Join(errs...)
func (w *work) join(e *fix.Editor, b *lambdadrop.Branch, loop inspector.Cursor) {
	stmt := last(b.Body.List)
	if !e.AtLeast("go1.20") || e.Lookup("append", stmt.Pos()).Pkg() != nil {
		e.Refuse()
		return
	}
	name, collects := w.collected(loop.Node().Pos())
	if collects {
		if v, ok := e.Lookup(name, stmt.Pos()).(*types.Var); !ok || loop.Node().Pos() < v.Pos() {
			e.Refuse()
			return
		}
	} else {
		name = w.list(e, loop)
	}
	text := name + " = append(" + name + ", " + w.wrapped(e, b, stmt.Pos()) + ")"
	if _, jumps := stmt.(*ast.BranchStmt); jumps {
		e.InsertBefore(stmt, text)
	} else {
		e.InsertAfter(stmt, text)
	}
}

// list declares a list of errors above the loop, and makes the last statement of the function return these. It returns the
// name of the list, which is one for all loops.
func (w *work) list(e *fix.Editor, loop inspector.Cursor) string {
	if name, ok := w.lists[e]; ok {
		return name
	}
	name := e.FreshIn(w.fn.Node(), "errs", "[]error", loop.Node().Pos())
	w.lists[e] = name
	e.InsertAbove(loop.Node(), "var "+name+" []error")
	if ret := w.final(); ret != nil {
		e.Replace(ret.Results[len(ret.Results)-1], w.joined(e, name))
	}
	return name
}

// joined returns an expression for the errors in the list called name.
func (w *work) joined(e *fix.Editor, name string) string {
	return e.Import("errors", "errors", w.body.Rbrace) + ".Join(" + name + "...)"
}

// collected returns the list of errors that the function joins and returns in the end, false if it has none that is declared
// above pos.
func (w *work) collected(pos token.Pos) (name string, ok bool) {
	ret, ok := last(w.body.List).(*ast.ReturnStmt)
	if !ok || len(ret.Results) == 0 {
		return "", false
	}
	call, ok := ast.Unparen(ret.Results[len(ret.Results)-1]).(*ast.CallExpr)
	if !ok || !call.Ellipsis.IsValid() || len(call.Args) != 1 {
		return "", false
	}
	fn, ok := typeutil.Callee(w.TypesInfo, call).(*types.Func)
	id, named := call.Args[0].(*ast.Ident)
	if !ok || !named || fn.FullName() != "errors.Join" {
		return "", false
	}
	v, ok := w.TypesInfo.Uses[id].(*types.Var)
	return id.Name, ok && v.Pos() < pos
}

// wrapped returns an expression for the error of the branch at pos, with the name of the operation if it comes from one at once.
func (w *work) wrapped(e *fix.Editor, b *lambdadrop.Branch, pos token.Pos) string {
	if e.Lookup(b.Err.Name(), pos) != b.Err {
		e.Refuse()
	}
	words := ""
	if call, _ := ssaflow.Call(b.Value); call != nil {
		if site := w.Flow.At(call); site != nil && site.Op.Form != awssdk.Declared {
			words = site.Op.Words()
		}
	}
	return e.Wrap(words, b.Err.Name(), pos)
}

// final returns the last statement of the function, if that returns a nil error, nil if it does not.
func (w *work) final() *ast.ReturnStmt {
	ret, ok := last(w.body.List).(*ast.ReturnStmt)
	if !ok || len(ret.Results) != w.sig.Results().Len() || len(ret.Results) == 0 || !w.TypesInfo.Types[ret.Results[len(ret.Results)-1]].IsNil() {
		return nil
	}
	return ret
}

// outerLoop returns the outermost loop around the branch, false if there is none.
func (w *work) outerLoop(b *lambdadrop.Branch) (loop inspector.Cursor, ok bool) {
	for cur := range b.Cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if cur == w.fn {
			break
		}
		loop, ok = cur, true
	}
	return loop, ok
}

// leavesOnlyBelow reports whether the function, when it has come to the loop, returns no nil error but by its last statement,
// or by one that the fix changes as well.
func (w *work) leavesOnlyBelow(loop inspector.Cursor) bool {
	_, collects := w.collected(loop.Node().Pos())
	ends := w.final() != nil || collects || w.sig.Results().Len() == 0
	return ends && !slices.ContainsFunc(w.drops.Scope(w.fn, w.body, w.fn).Returns, func(r *lambdaresp.Return) bool {
		return r.Stmt.Pos() > loop.Node().Pos() && !r.ErrNonNil && r.Stmt != last(w.body.List) &&
			!slices.ContainsFunc(w.dropped, func(b *lambdadrop.Branch) bool { return last(b.Body.List) == r.Stmt })
	})
}

// addResult gives the function, which has no result, an error, and makes all branches return theirs that can:
//
//	func handle(e events.SNSEvent) { … } => func handle(e events.SNSEvent) error { … return nil }
func (w *work) addResult(e *fix.Editor) {
	var typ *ast.FuncType
	switch n := w.fn.Node().(type) {
	case *ast.FuncDecl:
		typ = n.Type
	case *ast.FuncLit:
		typ = n.Type
	}
	e.Insert(typ.Params.End(), " error")
	changed := make(map[ast.Stmt]bool)
	for _, b := range w.dropped {
		way := w.way(b)
		if way == nil || b.Inner != w.fn {
			continue
		}
		way(e)
		changed[last(b.Body.List)] = true
	}
	end := "nil"
	if name, ok := w.lists[e]; ok {
		end = w.joined(e, name)
	}
	for _, ret := range handler.ReturnStmts(w.fn) { // those that nothing reaches as well
		if !changed[ret] && w.failed(ret) {
			e.Refuse() // an error would be lost by a nil that says so
		}
		if !changed[ret] && ret != last(w.body.List) {
			e.Replace(ret, "return nil")
		}
	}
	switch stmt := last(w.body.List).(type) {
	case *ast.ReturnStmt:
		if !changed[stmt] {
			e.Replace(stmt, "return "+end)
		}
	default:
		if !terminates(stmt) {
			e.InsertAfter(stmt, "return "+end)
		}
	}
}

// failed reports whether stmt, a statement of the function, is reached because of some error.
func (w *work) failed(stmt ast.Stmt) bool {
	cur, ok := w.Root.FindNode(stmt)
	return ok && fix.FunctionOf(w.TypesInfo, cur).Failed(cur)
}

// terminates reports whether nothing behind stmt is reached, since it returns whatever it comes to.
func terminates(stmt ast.Stmt) bool {
	switch stmt := stmt.(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BlockStmt:
		return terminates(last(stmt.List))
	case *ast.IfStmt:
		return stmt.Else != nil && terminates(stmt.Body) && terminates(stmt.Else)
	}
	return false
}
