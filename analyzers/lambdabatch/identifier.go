package lambdabatch

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// identifiers looks at what the package makes the identifiers of failures of.
func (c checker) identifiers() {
	program := c.Responses.Program()
	program.Instrs(func(instr ssa.Instruction) {
		// have: failure{ItemIdentifier: value}, or f.ItemIdentifier = value
		store, ok := instr.(*ssa.Store)
		if !ok {
			return
		}
		field, ok := store.Addr.(*ssa.FieldAddr)
		if !ok {
			return
		}
		t := field.X.Type()
		if id := identifierOf(t); id == nil || ssaflow.FieldOf(t, field.Field) != id {
			return
		}
		if cur, ok := program.Syntax(store); ok {
			c.identifier(t, cur.Node().(ast.Expr))
		}
	})
	for cur := range c.Root.Preorder((*ast.CompositeLit)(nil)) {
		// have: []failure{{}}, or append(failures, failure{}); elsewhere it is the zero value of
		// something that is set later, or never used
		lit := cur.Node().(*ast.CompositeLit)
		if t := c.TypesInfo.TypeOf(lit); len(lit.Elts) == 0 && identifierOf(t) != nil && (cur.ParentEdgeKind() == edge.CompositeLit_Elts || c.isAppended(cur)) {
			c.Report(rule.Finding{Range: lit, Message: "an empty ItemIdentifier makes Lambda retry the whole batch; use " + wanted(t)})
		}
	}
}

// identifierOf returns the field of t that identifies a failed record, nil if t is no failure.
func identifierOf(t types.Type) *types.Var {
	s := awssdk.Struct(t)
	if s == nil {
		return nil
	}
	return handler.ResponseField(s, "itemIdentifier")
}

// makesFailure reports whether n makes a batch item failure.
func (c checker) makesFailure(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		found = found || ok && identifierOf(c.TypesInfo.TypeOf(lit)) != nil
		return !found
	})
	return found
}

// isAppended reports whether the expression at cur is what a call of append adds.
func (c checker) isAppended(cur inspector.Cursor) bool {
	kind, i := cur.ParentEdge()
	if kind != edge.CallExpr_Args || i == 0 {
		return false
	}
	b, ok := c.drops.Object(cur.Parent().Node().(*ast.CallExpr).Fun).(*types.Builtin)
	return ok && b.Name() == "append"
}

// wanted names what identifies a record in a failure of type t.
func wanted(t types.Type) string {
	name := handler.EventsType(t)
	for _, r := range records {
		if r.failure == name && r.identifier != "" {
			return r.path()
		}
	}
	return "MessageId or SequenceNumber"
}

// identifier reports value, the identifier in a failure of type t, if it is certain to be of no record.
func (c checker) identifier(t types.Type, value ast.Expr) {
	if tv := c.TypesInfo.Types[value]; tv.Value != nil {
		if constant.StringVal(tv.Value) == "" {
			return // the documented way to have the whole batch retried
		}
		c.Report(rule.Finding{Range: value, Message: "a constant ItemIdentifier makes Lambda retry the whole batch; use " + wanted(t)})
		return
	}
	// have: a field of a record that is not its identifier
	sel, ok := ast.Unparen(value).(*ast.SelectorExpr)
	if !ok {
		return
	}
	name := handler.EventsType(c.TypesInfo.TypeOf(sel.X))
	for _, r := range records {
		if r.identifier == "" || name != r.typ && name != r.memberType || name == r.memberType && sel.Sel.Name == r.identifier {
			continue
		}
		right := r.path()
		if name == r.memberType {
			right = r.identifier
		}
		c.Report(rule.Finding{
			Range:   value,
			Message: called(sel.Sel.Name) + " as ItemIdentifier makes Lambda retry the whole batch; use " + r.path(),
			Fix:     "identify the record by its " + right,
			Edit:    func() *fix.Editor { return c.correct(sel, right) },
		})
	}
}

// called returns how messages call the field of a record.
func called(field string) string {
	switch field {
	case "ReceiptHandle":
		return "a receipt handle"
	case "EventID":
		return "an event ID"
	case "Body":
		return "a body"
	}
	return "the " + field
}

// correct returns the editor of the fix that takes the field called right in place of that of sel:
//
//	ItemIdentifier: m.ReceiptHandle => ItemIdentifier: m.MessageId
func (c checker) correct(sel *ast.SelectorExpr, right string) *fix.Editor {
	e := c.Fixes.Editor(sel.Pos())
	if e == nil {
		return nil
	}
	e.Replace(sel.Sel, right)
	return e
}
