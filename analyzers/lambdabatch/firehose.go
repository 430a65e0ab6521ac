package lambdabatch

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdadrop"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// A result is what a function says of a record that Firehose had it transform.
type result struct {
	value ast.Expr         // "Ok", of the field Result
	data  ast.Expr         // of the field Data, nil where that is not known
	stmt  inspector.Cursor // the statement
}

// firehose looks at the records that functions say are transformed.
func (c checker) firehose() {
	for fn := range c.Root.Preorder((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		results := c.results(fn)
		if len(results) == 0 {
			continue
		}
		scope := c.drops.Scope(fn, bodyOf(fn), fn)
		for b := range scope.Branches() {
			for _, r := range results {
				if r.stmt.Parent().Node() == ast.Node(b.Body) {
					c.passesOff(b, r)
				}
			}
		}
		for b := range scope.Dropped() {
			for _, r := range results {
				if !b.LogsMildly() && c.isMadeOf(b, r) {
					// have: data, err := transform(record); if err != nil { log.Print(err) }; … Result: Ok, Data: data
					c.Report(rule.Finding{Range: b.Body.List[0], Message: "this error is only logged, and Ok delivers the record; set its result to ProcessingFailed"})
					break
				}
			}
		}
	}
}

func bodyOf(fn inspector.Cursor) *ast.BlockStmt {
	switch n := fn.Node().(type) {
	case *ast.FuncDecl:
		return n.Body
	case *ast.FuncLit:
		return n.Body
	}
	return nil
}

// results returns the results Ok in the function at fn, function literals in it aside.
func (c checker) results(fn inspector.Cursor) []result {
	if bodyOf(fn) == nil {
		return nil
	}
	var found []result
	fn.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil)}, func(cur inspector.Cursor) bool {
		switch n := cur.Node().(type) {
		case *ast.FuncLit:
			return cur == fn
		case *ast.CompositeLit:
			// have: events.KinesisFirehoseResponseRecord{Result: "Ok"}
			if handler.EventsType(c.TypesInfo.TypeOf(n)) != "KinesisFirehoseResponseRecord" {
				break
			}
			r := result{value: c.field(n, "Result"), data: c.field(n, "Data")}
			stmt, ok := fix.StatementOf(cur)
			if ok && c.isOk(r.value) {
				r.stmt = stmt
				found = append(found, r)
			}
		case *ast.AssignStmt:
			// have: record.Result = "Ok"
			if len(n.Lhs) != 1 || len(n.Rhs) != 1 {
				break
			}
			sel, ok := n.Lhs[0].(*ast.SelectorExpr)
			if ok && sel.Sel.Name == "Result" && handler.EventsType(c.TypesInfo.TypeOf(sel.X)) == "KinesisFirehoseResponseRecord" && c.isOk(n.Rhs[0]) && fix.InList(cur) {
				found = append(found, result{value: n.Rhs[0], stmt: cur})
			}
		}
		return true
	})
	return found
}

// field returns the value of the field called name in lit, nil if it has none.
func (c checker) field(lit *ast.CompositeLit, name string) ast.Expr {
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
				return kv.Value
			}
		}
	}
	return nil
}

func (c checker) isOk(e ast.Expr) bool {
	if e == nil {
		return false
	}
	v := c.TypesInfo.Types[e].Value
	return v != nil && v.Kind() == constant.String && constant.StringVal(v) == "Ok"
}

// passesOff reports r, which stands in the branch for an error, unless a comment there says why, or what is logged.
func (c checker) passesOff(b *lambdadrop.Branch, r result) {
	file := c.Fset.File(r.value.Pos())
	if b.LogsMildly() || b.Says(func(comment *ast.CommentGroup) bool { return file.Line(comment.Pos()) != file.Line(r.value.Pos()) }) {
		return
	}
	c.Report(rule.Finding{
		Range:   r.value,
		Message: "record failed, but Ok delivers it as transformed; set its result to ProcessingFailed",
		Fix:     "set the result to ProcessingFailed",
		Edit: func() *fix.Editor {
			// Result: "Ok" => Result: events.KinesisFirehoseTransformedStateProcessingFailed
			e := c.Fixes.Editor(r.value.Pos())
			if e != nil {
				e.Replace(r.value, e.Import(awspath.Events, "events", r.value.Pos())+".KinesisFirehoseTransformedStateProcessingFailed")
			}
			return e
		},
	})
}

// isMadeOf reports whether the data of r, which follows the branch in the same list of statements, is made of what the call returns
// or writes whose error the branch drops.
func (c checker) isMadeOf(b *lambdadrop.Branch, r result) bool {
	fn := b.Callee()
	if r.data == nil || b.Stmt.Else != nil || r.stmt.Parent() != b.Cur.Parent() || r.stmt.Node().Pos() < b.Stmt.End() || fix.Leaves(b.Body.List) || fn != nil && knowledge.HasDefault(fn) {
		return false
	}
	made := make(map[types.Object]bool)
	cur, ok := c.Root.FindNode(b.Call)
	if !ok {
		return false
	}
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok {
		return false
	}
	for _, lhs := range assign.Lhs {
		if v := c.drops.Object(lhs); v != nil && v != b.Err {
			made[v] = true
		}
	}
	for _, arg := range b.Call.Args { // json.Unmarshal(record.Data, &v)
		if addr, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok {
			if v := c.drops.Object(addr.X); v != nil {
				made[v] = true
			}
		}
	}
	return c.drops.Mentions(r.data, c.drops.Derived(bodyOf(b.Inner), made))
}
