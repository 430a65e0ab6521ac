package errstring

import (
	"go/ast"
	"go/token"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// A finding is a match of a text that is reported, and what to match in place of it.
type finding struct {
	*errmatch.TextMatch
	textRemedy
}

// An operand is a part of a condition that is put together by op: || where it is true if the text is
// found, && where it is false then.
type operand struct {
	inspector.Cursor // with parentheses and negations
	op               token.Token
}

func operandOf(f finding) operand {
	cur, negated := f.Cond, f.Negated
	for {
		switch parent := cur.Parent().Node().(type) {
		case *ast.ParenExpr:
		case *ast.UnaryExpr:
			negated = negated != (parent.Op == token.NOT)
		default:
			if negated {
				return operand{cur, token.LAND}
			}
			return operand{cur, token.LOR}
		}
		cur = cur.Parent()
	}
}

// sameBeside returns the findings among reported that stand in the same chain of operands as f, to its
// right, and ask the same error the same in other words. One match by type says as much as all of them, and
// one by code compares with all of theirs.
//
//	strings.Contains(err.Error(), "NotFound") || strings.Contains(err.Error(), "NoSuchKey")
func sameBeside(pass *rule.Pass, e *fix.Editor, f finding, reported []finding) map[inspector.Cursor]finding {
	if !f.Cond.Valid() {
		return nil
	}
	same := make(map[inspector.Cursor]finding)
	at := operandOf(f)
	for left, right := range after(at) {
		i := slices.IndexFunc(reported, func(other finding) bool {
			return other.Cond.Valid() && operandOf(other) == operand{right, at.op} && asksSame(pass, e, f, other)
		})
		if i >= 0 && !e.HasComment(left.Node().End(), right.Node().End()) {
			same[right] = reported[i]
		}
	}
	return same
}

// after returns the operands that follow at in its chain, each with what stands to its left.
func after(at operand) iter.Seq2[inspector.Cursor, inspector.Cursor] {
	return func(yield func(left, right inspector.Cursor) bool) {
		for cur := at.Cursor; ; cur = cur.Parent() {
			parent, ok := cur.Parent().Node().(*ast.BinaryExpr)
			if !ok || parent.Op != at.op || cur.ParentEdgeKind() == edge.BinaryExpr_X && !yield(cur, cur.Parent().ChildAt(edge.BinaryExpr_Y, -1)) {
				return
			}
		}
	}
}

// contains reports whether same holds f.
func contains(same map[inspector.Cursor]finding, f finding) bool {
	for _, other := range same {
		if other.TextMatch == f.TextMatch {
			return true
		}
	}
	return false
}

// asksSame reports whether f and other ask the same error for the same type or status, or for codes.
func asksSame(pass *rule.Pass, e *fix.Editor, f, other finding) bool {
	known := func(f finding) bool {
		return f.Text != nil && f.Needle != nil && pass.TypesInfo.Types[f.Needle].Value != nil
	}
	if f.Match == nil || other.Match == nil || f.Match.Package != other.Match.Package || f.Match.Type != other.Match.Type || f.Message != "" || f.Status != other.Status || !known(f) || !known(other) {
		return false
	}
	err, text := pass.Asked.ErrorOf(f.Text)
	otherErr, otherText := pass.Asked.ErrorOf(other.Text)
	return err != nil && otherErr != nil && text == otherText && e.Source(err) == e.Source(otherErr)
}

// merge removes what same holds from the chain of operands that f starts. It returns the part of the chain
// that is left to be replaced, and whether that is true where the text is not found.
func merge(e *fix.Editor, f finding, same map[inspector.Cursor]finding, kept []ast.Node) (cond inspector.Cursor, negated bool) {
	cond, negated = f.Cond, f.Negated
	at := operandOf(f)
	whole := at.Cursor // what asks the same, as far as it is one expression
	for left, right := range after(at) {
		switch _, ok := same[right]; {
		case !ok:
		case left == whole:
			whole = left.Parent()
			cond, negated = whole, at.op == token.LAND
		default:
			e.ReplaceRange(left.Node().End(), right.Node().End(), "")
			e.Removes(right.Node(), kept...)
		}
	}
	return cond, negated
}
