package lambdaerrvalue

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdaerrvalue",
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
})

// A checker checks one package.
type checker struct {
	pass     *rule.Pass
	flow     *errflow.Package
	root     inspector.Cursor
	reported map[ast.Expr]bool
}

func run(pass *rule.Pass) {
	c := &checker{
		pass:     pass,
		flow:     pass.Flow,
		root:     pass.Root,
		reported: make(map[ast.Expr]bool),
	}
	if len(c.pass.Handlers.All) == 0 {
		return
	}
	for _, r := range c.encoded() {
		w := walker{checker: c, seen: make(map[ssa.Value]bool)}
		w.root(r)
	}
}

// A slot is a place in the source that holds an error to be encoded.
type slot struct {
	err   ssa.Value
	expr  ast.Expr
	block *ssa.BasicBlock // in which the error is put there
	any   bool            // a string could be put there as well
	all   []slot          // those of the map of errors that this is one of
}

// report reports s unless it is not known that the error has no JSON of its own.
func (c *checker) report(s slot) {
	if c.reported[s.expr] || c.hasJSON(s.err) {
		return
	}
	c.reported[s.expr] = true
	message, operation := "encoding/json encodes this error as {}", ""
	if c.hasFields(s.err) {
		message = "encoding/json encodes the fields of this error and not its text"
	}
	if o := c.flow.Origins(s.err); o.AWS() {
		operation = o.String()
		if !o.Wrapped && !o.Unknown {
			message = "encoding/json fails on this error of " + operation + ", which holds the HTTP response; encode a text that callers may see"
		}
	}
	c.pass.Report(rule.Finding{
		Range:     s.expr,
		Operation: operation,
		Message:   message,
		Fix:       "encode the text of the error",
		Edit:      func() *fix.Editor { return c.edit(s) },
	})
}

// exprAt returns the expression of the value that is stored at pos, which is the position of
// the colon of an element, of the element itself, or of the left side of an assignment.
func (c *checker) exprAt(pos token.Pos) (ast.Expr, bool) {
	if !pos.IsValid() {
		return nil, false
	}
	at, ok := c.root.FindByPos(pos, pos+1)
	if !ok {
		return nil, false
	}
	if kv, ok := at.Node().(*ast.KeyValueExpr); ok {
		return kv.Value, true
	}
	for ; at.Valid(); at = at.Parent() {
		switch at.ParentEdgeKind() {
		case edge.CompositeLit_Elts:
			e, ok := at.Node().(ast.Expr)
			return e, ok && e.Pos() == pos
		case edge.AssignStmt_Lhs:
			assign := at.Parent().Node().(*ast.AssignStmt)
			if len(assign.Lhs) != len(assign.Rhs) {
				return nil, false
			}
			return assign.Rhs[slices.Index(assign.Lhs, at.Node().(ast.Expr))], true
		case edge.BlockStmt_List:
			return nil, false
		}
	}
	return nil, false
}
