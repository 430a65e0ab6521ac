package lambdabatch

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// checkIdentifiers looks at what the package makes the identifiers of failures of.
func (c *checker) checkIdentifiers() {
	for cur := range c.root.Preorder((*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CompositeLit:
			c.checkLiteral(cur, n)
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if sel, ok := lhs.(*ast.SelectorExpr); ok && len(n.Lhs) == len(n.Rhs) {
					if field := identifierOf(c.pass.TypesInfo.TypeOf(sel.X)); field != nil && c.pass.TypesInfo.Uses[sel.Sel] == field {
						c.checkValue(c.pass.TypesInfo.TypeOf(sel.X), n.Rhs[i])
					}
				}
			}
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

func (c *checker) checkLiteral(cur inspector.Cursor, lit *ast.CompositeLit) {
	t := c.pass.TypesInfo.TypeOf(lit)
	field := identifierOf(t)
	if field == nil {
		return
	}
	if len(lit.Elts) == 0 {
		// Elsewhere it is the zero value of something that is set later, or never used.
		kind, i := cur.ParentEdge()
		if kind == edge.CompositeLit_Elts || kind == edge.CallExpr_Args && i > 0 && c.isAppend(cur.Parent().Node().(*ast.CallExpr)) {
			c.pass.Report(rule.Finding{Range: lit, Message: "ItemIdentifier must be " + wanted(t) + "; with an empty one the whole batch is retried"})
		}
		return
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			c.checkValue(t, lit.Elts[0])
			return
		}
		if c.object(kv.Key) == field {
			c.checkValue(t, kv.Value)
		}
	}
}

func (c *checker) isAppend(call *ast.CallExpr) bool {
	b, ok := c.object(call.Fun).(*types.Builtin)
	return ok && b.Name() == "append"
}

// wanted names what identifies a record in a failure of type t.
func wanted(t types.Type) string {
	switch handler.EventsType(t) {
	case "SQSBatchItemFailure":
		return sources[0].path()
	case "KinesisBatchItemFailure":
		return sources[1].path()
	case "DynamoDBBatchItemFailure":
		return sources[2].path()
	}
	return "MessageId or SequenceNumber"
}

// checkValue reports value, the identifier in a failure of type t, if it is certain to be of no record.
func (c *checker) checkValue(t types.Type, value ast.Expr) {
	if tv := c.pass.TypesInfo.Types[value]; tv.Value != nil {
		if constant.StringVal(tv.Value) == "" {
			return // the documented way to have the whole batch retried
		}
		c.pass.Report(rule.Finding{Range: value, Message: "ItemIdentifier must be " + wanted(t) + "; with a constant the whole batch is retried"})
		return
	}
	sel, ok := ast.Unparen(value).(*ast.SelectorExpr)
	if !ok {
		return
	}
	name := handler.EventsType(c.pass.TypesInfo.TypeOf(sel.X))
	for _, s := range sources {
		if name != s.record && name != s.inner || name == s.inner && sel.Sel.Name == s.identifier {
			continue
		}
		right := s.path()
		if name == s.inner {
			right = s.identifier
		}
		c.pass.Report(rule.Finding{
			Range:   value,
			Message: "ItemIdentifier must be " + s.path() + "; with " + called(sel.Sel.Name) + " the whole batch is retried",
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
	return "its " + field
}

// correct returns the editor of the fix that takes the field called right in place of that of sel.
func (c *checker) correct(sel *ast.SelectorExpr, right string) *fix.Editor {
	e := c.pass.Fixes.Editor(sel.Pos())
	if e == nil {
		return nil
	}
	e.Replace(sel.Sel, right)
	return e
}
