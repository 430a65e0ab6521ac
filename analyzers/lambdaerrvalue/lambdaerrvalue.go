package lambdaerrvalue

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdaerrvalue",
	Group:    rule.Lambda,
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
})

func run(pass *rule.Pass) {
	sends := pass.Responses.Sends()
	if len(pass.Handlers.All) == 0 && !sends {
		return
	}
	c := &checker{Pass: pass, program: pass.Responses.Program(), seen: make(map[ssa.Value]bool), reported: make(map[ast.Node]bool)}
	if len(pass.Handlers.All) > 0 {
		c.encoded()
	}
	if sends {
		c.sent()
	}
}

// A checker checks one package.
type checker struct {
	*rule.Pass
	program  *ssaflow.Program
	seen     map[ssa.Value]bool // what has been looked into
	reported map[ast.Node]bool
	onlyAWS  bool // report errors that can come from AWS, no others
}

// A slot is a place in the source that holds an error to be encoded.
type slot struct {
	err   ssa.Value
	expr  inspector.Cursor
	block *ssa.BasicBlock // in which the error is put there
	any   bool            // a string could be put there as well
	all   []slot          // those of the map of errors that this is one of

	doubtful bool // the error may be of a type with exported fields
}

// report reports s unless it is not known that the error has no JSON of its own.
func (c *checker) report(s slot) {
	expr := s.expr.Node()
	if c.reported[expr] || c.hasJSON(s.err) || c.onlyAWS && !c.Flow.Origins(s.err).AWS() {
		return
	}
	c.reported[expr] = true
	message, operation := c.message(s)
	severity := lint.SeverityNone
	if s.doubtful {
		severity = lint.SeverityInfo
	}
	c.Report(rule.Finding{
		Range:     expr,
		Severity:  severity,
		Operation: operation,
		Message:   message,
		Fix:       "encode the text of the error",
		Edit:      func() *fix.Editor { return c.edit(s) },
	})
}

// message says what becomes of the error of s, and what to encode in its place, and names the operation that it comes from.
func (c *checker) message(s slot) (message, operation string) {
	subject, remedy := "this error", "; encode its text, or a message for the caller"
	if o := c.Flow.Origins(s.err); o.AWS() {
		operation = o.String()
		subject, remedy = "the error of "+operation, "; encode a message for the caller"
		if !o.Wrapped && !o.Unknown && !slices.ContainsFunc(o.Ops, func(op errflow.Origin) bool { return op.Generation == 1 }) {
			return "encoding/json fails on " + subject + ", which holds the HTTP response" + remedy, operation
		}
		// Some errors of package session have exported fields, such as SharedConfigLoadError.
		if slices.ContainsFunc(o.Ops, func(op errflow.Origin) bool { return op.Form == awssdk.Config }) {
			return subject + " loses its text in JSON" + remedy, operation
		}
	}
	if c.hasFields(s.err) {
		return subject + " becomes JSON of its fields, without its text" + remedy, operation
	}
	if s.doubtful {
		return subject + " becomes {} in JSON unless its type has exported fields" + remedy, operation
	}
	return subject + " becomes {} in JSON" + remedy, operation
}
