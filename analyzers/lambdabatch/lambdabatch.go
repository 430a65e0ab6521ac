package lambdabatch

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdabatch",
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
})

// A checker checks one package.
type checker struct {
	pass *rule.Pass
	root inspector.Cursor
}

func run(pass *rule.Pass) {
	c := &checker{
		pass: pass,
		root: pass.Root,
	}
	for _, h := range c.pass.Handlers.All {
		if h.Source.IsBatch() && !h.Intercepted {
			c.checkLoops(h)
		}
	}
	for _, imp := range pass.Pkg.Imports() {
		if imp.Path() == awspath.Events {
			c.checkIdentifiers()
		}
	}
}

// A source is what a batch holds.
type source struct {
	record     string // type of the records
	number     string // field of the record that holds the identifier, "" if the record does
	inner      string // type of this field
	identifier string // field that is the identifier
}

var sources = []source{
	{"SQSMessage", "", "SQSMessage", "MessageId"},
	{"KinesisEventRecord", "Kinesis", "KinesisRecord", "SequenceNumber"},
	{"DynamoDBEventRecord", "Change", "DynamoDBStreamRecord", "SequenceNumber"},
}

// path returns the selectors that lead from a record to its identifier.
func (s source) path() string {
	if s.number == "" {
		return s.identifier
	}
	return s.number + "." + s.identifier
}

// sourceOf returns the source whose records are of type t.
func sourceOf(t types.Type) (source, bool) {
	name := handler.EventsType(t)
	for _, s := range sources {
		if s.record == name {
			return s, true
		}
	}
	return source{}, false
}

// object returns the variable that e names, nil if it names none.
func (c *checker) object(e ast.Expr) types.Object {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	return c.pass.TypesInfo.ObjectOf(id)
}
