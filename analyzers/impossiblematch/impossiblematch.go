package impossiblematch

import (
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
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

	matches  []*errmatch.Match
	codes    []*errmatch.CodeCheck
	reported map[*errmatch.Match]bool
}

func run(pass *rule.Pass) {
	c := &checker{
		pass:     pass,
		flow:     pass.Flow,
		root:     pass.Root,
		reported: make(map[*errmatch.Match]bool),
	}
	c.matches = pass.Asked.Matches()
	c.codes = pass.Asked.Codes()
	for _, m := range c.matches {
		if pass.Reportable(m.Instr.Pos()) {
			c.checkTarget(m)
		}
	}
	for _, check := range c.codes {
		if !c.reported[check.Match] && pass.Reportable(check.Literal.Pos()) {
			c.checkCode(check)
		}
	}
	for _, reason := range pass.Asked.Cancellations() {
		c.checkReason(reason)
	}
}

// origins returns where the error of m comes from, false where that is not all known.
func (c *checker) origins(m *errmatch.Match) (errflow.Origins, bool) {
	o := c.flow.Origins(m.Err)
	return o, o.AWS() && !o.Unknown
}

// alsoMatched reports whether the program asks the error of m for the type called name
// or for the code as well: then it was written to be safe, and the dead match does no harm.
func (c *checker) alsoMatched(m *errmatch.Match, name, code string) bool {
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
