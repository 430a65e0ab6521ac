package lambdaerrvalue

import (
	"go/ast"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdaerrvalue",
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
})

func run(pass *rule.Pass) {
	if len(pass.Handlers.All) == 0 {
		return
	}
	c := &checker{Pass: pass, program: pass.Responses.Program(), seen: make(map[ssa.Value]bool), reported: make(map[ast.Node]bool)}
	c.encoded()
}

// A checker checks one package.
type checker struct {
	*rule.Pass
	program  *ssaflow.Program
	seen     map[ssa.Value]bool // what has been looked into
	reported map[ast.Node]bool
}

// A slot is a place in the source that holds an error to be encoded.
type slot struct {
	err   ssa.Value
	expr  inspector.Cursor
	block *ssa.BasicBlock // in which the error is put there
	any   bool            // a string could be put there as well
	all   []slot          // those of the map of errors that this is one of
}

// report reports s unless it is not known that the error has no JSON of its own.
func (c *checker) report(s slot) {
	expr := s.expr.Node()
	if c.reported[expr] || c.hasJSON(s.err) {
		return
	}
	c.reported[expr] = true
	message, operation := "encoding/json encodes this error as {}", ""
	if c.hasFields(s.err) {
		message = "encoding/json encodes the fields of this error and not its text"
	}
	if o := c.Flow.Origins(s.err); o.AWS() {
		operation = o.String()
		if !o.Wrapped && !o.Unknown {
			message = "encoding/json fails on this error of " + operation + ", which holds the HTTP response; encode a text that callers may see"
		}
	}
	c.Report(rule.Finding{
		Range:     expr,
		Operation: operation,
		Message:   message,
		Fix:       "encode the text of the error",
		Edit:      func() *fix.Editor { return c.edit(s) },
	})
}
