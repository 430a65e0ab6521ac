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

// returnsInputs reports whether the function returns a list of structs of the SDK that it makes, which then are parts of an
// input: types.ObjectIdentifier, types.WriteRequest.
func (f *fixer) returnsInputs() bool {
	info := f.pass.TypesInfo
	fn := fix.FunctionOf(info, f.site.Call)
	if fn == nil {
		return false
	}
	made := make(map[*types.TypeName]bool)
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		if literal, ok := n.(*ast.CompositeLit); ok && awssdk.FromSDK(info.TypeOf(literal)) {
			made[awssdk.TypeName(info.TypeOf(literal))] = true
		}
		return true
	})
	return slices.ContainsFunc(slices.Collect(fn.Sig.Results().Variables()), func(result *types.Var) bool {
		list, ok := result.Type().Underlying().(*types.Slice)
		return ok && made[awssdk.TypeName(list.Elem())]
	})
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
	if s.portions(decl, holds) {
		return false
	}
	feeds := false
	ast.Inspect(decl.Node(), func(n ast.Node) bool {
		if feeds {
			return false
		}
		switch n := n.(type) {
		case *ast.CompositeLit:
			feeds = awssdk.FromSDK(info.TypeOf(n)) && slices.ContainsFunc(n.Elts, func(e ast.Expr) bool {
				field, ok := e.(*ast.KeyValueExpr)
				return ok && holds(field.Value)
			})
		case *ast.CallExpr: // describe(ctx, out.TaskArns)
			feeds = s.called(n, holds)
		case *ast.AssignStmt: // in.Tasks = arns, in.Tasks = append(in.Tasks, arn)
			for i, lhs := range n.Lhs {
				field, ok := lhs.(*ast.SelectorExpr)
				feeds = feeds || ok && len(n.Lhs) == len(n.Rhs) && awssdk.FromSDK(info.TypeOf(field.X)) && hasLists(info.TypeOf(lhs)) && ssaflow.Mentions(info, n.Rhs[i], derived)
			}
		case *ast.ReturnStmt:
			feeds = slices.ContainsFunc(n.Results, holds) && s.byCallers(decl)
		}
		return !feeds
	})
	return feeds || namesResult(info, decl, lists) && s.byCallers(decl)
}

// portions reports whether the function cuts a list, an expression that holds one, into shorter ones: arns[i:end], slices.Chunk(arns, 100).
func (s *feedSearch) portions(decl inspector.Cursor, holds func(ast.Expr) bool) bool {
	for cur := range decl.Preorder((*ast.SliceExpr)(nil), (*ast.CallExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.SliceExpr:
			if n.High != nil && holds(n.X) {
				return true
			}
		case *ast.CallExpr:
			if slices.ContainsFunc(n.Args, holds) && isListOfLists(s.pass.TypesInfo.TypeOf(n)) {
				return true
			}
		}
	}
	return false
}

// isListOfLists reports whether t is the type of a list of lists, or of a sequence of lists.
func isListOfLists(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t := t.Underlying().(type) {
	case *types.Slice:
		return isList(t.Elem())
	case *types.Signature: // iter.Seq
		if t.Params().Len() == 1 {
			yield, ok := t.Params().At(0).Type().Underlying().(*types.Signature)
			return ok && yield.Params().Len() == 1 && isList(yield.Params().At(0).Type())
		}
	}
	return false
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
	bodies := s.bodies(fn.Origin())
	if len(bodies) == 0 {
		return mayCallAWS(fn)
	}
	return slices.ContainsFunc(bodies, func(body inspector.Cursor) bool {
		sig := s.pass.TypesInfo.Defs[body.Node().(*ast.FuncDecl).Name].(*types.Func).Signature()
		params := sig.Params()
		if i >= params.Len() && !sig.Variadic() {
			return true // a method expression, whose first argument is the receiver
		}
		return s.in(body, params.At(min(i, params.Len()-1)))
	})
}

// bodies returns the declarations of what a call of fn may run, as far as they are in the package.
func (s *feedSearch) bodies(fn *types.Func) (bodies []inspector.Cursor) {
	for cur := range s.pass.Flow.Root.Preorder((*ast.FuncDecl)(nil)) {
		decl := cur.Node().(*ast.FuncDecl)
		declared, ok := s.pass.TypesInfo.Defs[decl.Name].(*types.Func)
		if ok && decl.Body != nil && (declared == fn || implements(declared, fn)) {
			bodies = append(bodies, cur)
		}
	}
	return bodies
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
