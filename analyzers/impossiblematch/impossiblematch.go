package impossiblematch

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "impossiblematch",
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

// A checker checks one package.
type checker struct {
	pass *rule.Pass
	flow *errflow.Package
	root inspector.Cursor

	matches  []*errflow.Match
	codes    []*errflow.CodeCheck
	reported map[*errflow.Match]bool
}

func run(pass *rule.Pass) {
	c := &checker{
		pass:     pass,
		flow:     pass.Flow,
		root:     pass.Root,
		reported: make(map[*errflow.Match]bool),
	}
	c.matches = c.flow.Matches()
	c.codes = c.flow.CodeChecks(c.matches)
	for _, m := range c.matches {
		if pass.Reportable(m.Instr.Pos()) {
			c.checkTarget(m)
		}
	}
	for _, check := range c.codes {
		if !c.reported[check.Match] && pass.Reportable(check.Pos) {
			c.checkCode(check)
		}
	}
	for _, reason := range c.flow.CancellationReasons() {
		c.checkReason(reason)
	}
}

// origins returns where the error of m comes from, false where that is not all known.
func (c *checker) origins(m *errflow.Match) (errflow.Origins, bool) {
	o := c.flow.Origins(m.Err)
	return o, o.AWS() && !o.Unknown
}

// alsoMatched reports whether the program asks the error of m for the type called name
// or for the code as well: then it was written to be safe, and the dead match does no harm.
func (c *checker) alsoMatched(m *errflow.Match, name, code string) bool {
	for _, other := range c.matches {
		if target := awssdk.TypeName(other.Target); other != m && other.Err == m.Err && target != nil && target.Name() == name {
			return true
		}
	}
	for _, check := range c.codes {
		if check.Match.Err == m.Err && check.Code == code {
			return true
		}
	}
	return false
}

// match returns the syntax of m: the call or the assertion.
func (c *checker) match(m *errflow.Match) (inspector.Cursor, bool) {
	pos := m.Instr.Pos()
	cur, ok := c.root.FindByPos(pos, pos)
	if !ok {
		return cur, false
	}
	for cur := range cur.Enclosing((*ast.CallExpr)(nil), (*ast.TypeAssertExpr)(nil)) {
		return cur, true
	}
	return cur, false
}

// literal returns the constant that a comparison at pos, the position of its
// operator or of a case, compares with.
func (c *checker) literal(pos token.Pos) (ast.Expr, bool) {
	cur, ok := c.root.FindByPos(pos, pos)
	if !ok {
		return nil, false
	}
	switch n := cur.Node().(type) {
	case *ast.BinaryExpr:
		for _, e := range []ast.Expr{n.X, n.Y} {
			if c.pass.TypesInfo.Types[e].Value != nil {
				return e, true
			}
		}
	case ast.Expr:
		return n, c.pass.TypesInfo.Types[n].Value != nil
	}
	return nil, false
}
