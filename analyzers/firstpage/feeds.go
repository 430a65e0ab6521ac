package firstpage

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// feedsAWS reports whether a list in the input of another operation holds what the output has. Such an input may take no
// more than one page:
//
//	out, err := c.ListTasks(ctx, in); …; c.DescribeTasks(ctx, &ecs.DescribeTasksInput{Tasks: out.TaskArns})
func (f *fixer) feedsAWS() bool {
	s := &feedSearch{pass: f.pass, seen: make(map[given]bool)}
	return s.in(f.cur, f.out) || f.returnsInputs()
}

// returnsInputs reports whether the function returns a list of structs of the SDK that are not in the output, and so are parts of an
// input: types.ObjectIdentifier, types.WriteRequest.
func (f *fixer) returnsInputs() bool {
	fn := fix.FunctionOf(f.pass.TypesInfo, f.site.Call)
	if fn == nil {
		return false
	}
	for result := range fn.Sig.Results().Variables() {
		list, ok := result.Type().Underlying().(*types.Slice)
		if ok && isOfSDK(list.Elem()) && awssdk.Struct(list.Elem()) != nil && !hasPart(f.site.Op.Output, awssdk.TypeName(list.Elem()).Type(), make(map[types.Type]bool)) {
			return true
		}
	}
	return false
}

// hasPart reports whether values of type t can have parts of the type part. seen are the types that have been looked at.
func hasPart(t, part types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return hasPart(u.Elem(), part, seen)
	case *types.Slice:
		return hasPart(u.Elem(), part, seen)
	case *types.Map:
		return hasPart(u.Elem(), part, seen)
	case *types.Struct:
		return types.Identical(t, part) || slices.ContainsFunc(slices.Collect(u.Fields()), func(field *types.Var) bool {
			return hasPart(field.Type(), part, seen)
		})
	}
	return false
}

// A feedSearch looks for such inputs in the functions that get a list.
type feedSearch struct {
	pass *rule.Pass
	seen map[given]bool
}

// A given is what gives a list to a function: a parameter or variable of it, or another function that it calls.
type given struct {
	fn     ast.Node
	source types.Object
}

// in reports whether the declared function around cur puts a list that source gives it into an input, or hands it on to
// another one that does so, or may.
func (s *feedSearch) in(cur inspector.Cursor, source types.Object) bool {
	decl, ok := declarationAround(cur)
	if !ok || s.seen[given{decl.Node(), source}] {
		return false
	}
	s.seen[given{decl.Node(), source}] = true
	info := s.pass.TypesInfo
	derived := ssaflow.Derived(info, decl.Node(), map[types.Object]bool{source: true}, awssdk.IsErrorType)
	lists := map[types.Object]bool{source: true}
	for v := range derived {
		if hasLists(v.Type()) {
			lists[v] = true
		}
	}
	holds := func(e ast.Expr) bool { return s.holdsList(e, lists) }
	feeds := false
	ast.Inspect(decl.Node(), func(n ast.Node) bool {
		if feeds {
			return false
		}
		switch n := n.(type) {
		case *ast.CompositeLit:
			feeds = isOfSDK(info.TypeOf(n)) && slices.ContainsFunc(n.Elts, func(e ast.Expr) bool {
				field, ok := e.(*ast.KeyValueExpr)
				return ok && holds(field.Value)
			})
		case *ast.CallExpr: // describe(ctx, out.TaskArns)
			feeds = s.called(n, holds)
		case *ast.AssignStmt: // in.Tasks = arns, in.Tasks = append(in.Tasks, arn)
			for i, lhs := range n.Lhs {
				field, ok := lhs.(*ast.SelectorExpr)
				feeds = feeds || ok && len(n.Lhs) == len(n.Rhs) && isOfSDK(info.TypeOf(field.X)) && hasLists(info.TypeOf(lhs)) && ssaflow.Mentions(info, n.Rhs[i], derived)
			}
		case *ast.ReturnStmt:
			feeds = slices.ContainsFunc(n.Results, holds) && s.byCallers(decl)
		}
		return !feeds
	})
	return feeds || namesResult(info, decl, lists) && s.byCallers(decl)
}

// called reports whether call hands on a list, an argument that holds one, to a function that puts it into an input, or may.
func (s *feedSearch) called(call *ast.CallExpr, holds func(ast.Expr) bool) bool {
	i := slices.IndexFunc(call.Args, holds)
	if i < 0 {
		return false
	}
	fn, ok := typeutil.Callee(s.pass.TypesInfo, call).(*types.Func)
	if !ok {
		return false
	}
	fn = fn.Origin()
	if recv := fn.Signature().Recv(); recv == nil || !types.IsInterface(recv.Type()) {
		if decl, ok := s.pass.Flow.Declaration(fn); ok {
			params := fn.Signature().Params()
			return s.in(decl, params.At(min(i, params.Len()-1)))
		}
	}
	return mayCallAWS(fn)
}

// mayCallAWS reports whether fn, whose body is not known, may be a function, not of the SDK, that calls AWS: its package imports the
// SDK, and fn does more than to make one value of others.
func mayCallAWS(fn *types.Func) bool {
	return fn.Pkg() != nil && !awspath.IsSDK(fn.Pkg().Path()) && !converts(fn.Signature()) &&
		slices.ContainsFunc(fn.Pkg().Imports(), func(imp *types.Package) bool { return awspath.IsSDK(imp.Path()) })
}

// converts reports whether functions with the signature only make a value of their parameters: they have no receiver, can neither fail nor be
// canceled, and get no client.
func converts(sig *types.Signature) bool {
	if sig.Recv() != nil || sig.Results().Len() == 0 || awssdk.EndsWithError(sig) {
		return false
	}
	for param := range sig.Params().Variables() {
		switch param.Type().Underlying().(type) {
		case *types.Interface, *types.Pointer:
			return false
		}
	}
	return true
}

// byCallers reports whether what gets a list from a call of the function that decl declares puts it into an input.
func (s *feedSearch) byCallers(decl inspector.Cursor) bool {
	name, ok := decl.Node().(*ast.FuncDecl)
	if !ok {
		return false
	}
	fn, ok := s.pass.TypesInfo.Defs[name.Name].(*types.Func)
	if !ok {
		return false
	}
	for use := range s.pass.Flow.Root.Preorder((*ast.Ident)(nil)) {
		called, ok := s.pass.TypesInfo.Uses[use.Node().(*ast.Ident)].(*types.Func)
		if ok && (called.Origin() == fn || implements(fn, called)) && s.in(use, called) {
			return true
		}
	}
	return false
}

// implements reports whether fn is what a call of abstract, if that is a method of an interface, may call.
func implements(fn, abstract *types.Func) bool {
	recv, of := fn.Signature().Recv(), abstract.Signature().Recv()
	if recv == nil || of == nil || fn.Name() != abstract.Name() {
		return false
	}
	iface, ok := of.Type().Underlying().(*types.Interface)
	return ok && types.Implements(recv.Type(), iface)
}

// namesResult reports whether one of the variables is a result of the function that decl declares.
func namesResult(info *types.Info, decl inspector.Cursor, vars map[types.Object]bool) bool {
	fn, ok := decl.Node().(*ast.FuncDecl)
	if !ok || fn.Type.Results == nil {
		return false
	}
	return slices.ContainsFunc(fn.Type.Results.List, func(field *ast.Field) bool {
		return slices.ContainsFunc(field.Names, func(id *ast.Ident) bool { return vars[info.Defs[id]] })
	})
}

// declarationAround returns the function around cur that a package declares, or the outermost literal of a variable.
func declarationAround(cur inspector.Cursor) (fn inspector.Cursor, ok bool) {
	for fn = range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		ok = true
	}
	return fn, ok
}

// isOfSDK reports whether t is a type of the SDK, or of a pointer to one.
func isOfSDK(t types.Type) bool {
	name := awssdk.TypeName(t)
	return name != nil && name.Pkg() != nil && awspath.IsSDK(name.Pkg().Path())
}

// holdsList reports whether e is a list, or a map of lists, with all of what lists, which are variables or functions, give: neither a list
// that is written out, nor the tags of one element.
func (s *feedSearch) holdsList(e ast.Expr, lists map[types.Object]bool) bool {
	t := s.pass.TypesInfo.TypeOf(e)
	if t == nil || !hasLists(t) {
		return false
	}
	if written, ok := e.(*ast.CompositeLit); ok {
		return !isList(t) && slices.ContainsFunc(written.Elts, func(e ast.Expr) bool { return s.holdsList(e.(*ast.KeyValueExpr).Value, lists) })
	}
	return ssaflow.Mentions(s.pass.TypesInfo, e, lists)
}

// hasLists reports whether t is the type of a list, or of a map of lists.
func hasLists(t types.Type) bool {
	if m, ok := t.Underlying().(*types.Map); ok {
		t = m.Elem()
	}
	return isList(t)
}
