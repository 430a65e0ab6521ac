package handler

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// Starts is a fact about a function that gives some of its parameters to the Lambda runtime, as handlers.
type Starts struct {
	Params  []int
	Changes []bool // whether other code gets the results first, by the index in Params
}

// AFact marks Starts as a fact.
func (*Starts) AFact() {}

func (s *Starts) String() string {
	return fmt.Sprintf("starts its parameters %v as Lambda handlers", s.Params)
}

// starters finds the functions of the package that start handlers for their callers:
//
//	func run(h func(context.Context, events.SQSEvent) error) { setUp(); lambda.Start(h) }
func (f *finder) starters() {
	for changed := true; changed; {
		changed = false
		for cur := range f.calls() {
			for arg, altered := range f.started(cur) {
				if fn, i, direct := f.parameter(cur, arg); fn != nil && f.starts(fn, i, altered || !direct) {
					changed = true
				}
			}
		}
	}
	if len(f.pass.Analyzer.FactTypes) == 0 {
		return
	}
	for fn, s := range f.own {
		if fn.Exported() {
			f.pass.ExportObjectFact(fn, s)
		}
	}
}

// started yields the arguments of the call at cur that are given to the Lambda runtime, and whether other code gets
// their results first.
func (f *finder) started(cur inspector.Cursor) func(yield func(ast.Expr, bool) bool) {
	return func(yield func(ast.Expr, bool) bool) {
		call := cur.Node().(*ast.CallExpr)
		if f.registers(call) {
			altered := f.isArgument(cur)
			for _, arg := range call.Args {
				if !yield(arg, altered) {
					return
				}
			}
			return
		}
		s := f.startsOf(f.callee(call))
		if s == nil {
			return
		}
		for at, i := range s.Params {
			if i < len(call.Args) && !call.Ellipsis.IsValid() && !yield(call.Args[i], s.Changes[at]) {
				return
			}
		}
	}
}

// startsOf returns which parameters fn starts, nil if it starts none.
func (f *finder) startsOf(fn *types.Func) *Starts {
	if fn == nil {
		return nil
	}
	if s := f.own[fn]; s != nil || fn.Pkg() == f.pass.Pkg {
		return s
	}
	s := new(Starts)
	if len(f.pass.Analyzer.FactTypes) > 0 && f.pass.ImportObjectFact(fn, s) {
		return s
	}
	return nil
}

// starts notes that fn starts its i-th parameter. It reports whether that is new.
func (f *finder) starts(fn *types.Func, i int, altered bool) bool {
	s := f.own[fn]
	if s == nil {
		s = new(Starts)
		f.own[fn] = s
	}
	if slices.Contains(s.Params, i) {
		return false
	}
	s.Params = append(s.Params, i)
	s.Changes = append(s.Changes, altered)
	return true
}

// parameter returns the parameter, by its function and index, that e, in the call at cur, is or wraps, and whether e has
// the results of that unchanged.
func (f *finder) parameter(cur inspector.Cursor, e ast.Expr) (fn *types.Func, i int, direct bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := f.info.Uses[e].(*types.Var)
		if !ok {
			break
		}
		for outer := range cur.Enclosing((*ast.FuncDecl)(nil)) {
			fn, _ := f.info.Defs[outer.Node().(*ast.FuncDecl).Name].(*types.Func)
			if fn == nil {
				break
			}
			for i := range fn.Signature().Params().Len() {
				if fn.Signature().Params().At(i) == v {
					return fn, i, true
				}
			}
		}
	case *ast.CallExpr:
		if f.registers(e) {
			break // it is looked at for itself
		}
		isType := f.info.Types[e.Fun].IsType()
		passesOn, known := f.wrapped(e)
		for at, arg := range e.Args {
			if fn, i, direct := f.parameter(cur, arg); fn != nil {
				return fn, i, direct && (isType || known && passesOn(at))
			}
		}
	case *ast.FuncLit:
		return f.called(cur, e)
	}
	return nil, 0, false
}

// called returns the parameter that the literal, a handler, calls.
func (f *finder) called(cur inspector.Cursor, lit *ast.FuncLit) (fn *types.Func, i int, direct bool) {
	at, ok := f.root.FindNode(lit)
	if !ok {
		return nil, 0, false
	}
	for call := range at.Preorder((*ast.CallExpr)(nil)) {
		if fn, i, _ := f.parameter(cur, call.Node().(*ast.CallExpr).Fun); fn != nil {
			return fn, i, f.isPassedOn(call)
		}
	}
	return nil, 0, false
}
