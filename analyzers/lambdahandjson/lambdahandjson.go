package lambdahandjson

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdahandjson",
	Group:    rule.Lambda,
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
})

// A checker checks one package.
type checker struct {
	*rule.Pass
	program  *ssaflow.Program
	kit      *lambdafix.Kit
	reported map[ast.Node]bool
}

func run(pass *rule.Pass) {
	if len(pass.Handlers.All) == 0 && !slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return p.Path() == awspath.Events }) {
		return
	}
	c := &checker{
		Pass:     pass,
		program:  pass.Responses.Program(),
		kit:      lambdafix.New(pass.Fixes, pass.Handlers, pass.Responses),
		reported: make(map[ast.Node]bool),
	}
	c.program.Instrs(c.sink)
}

// A text is an expression whose text is to be JSON.
type text struct {
	cur   inspector.Cursor
	block *ssa.BasicBlock // in which it is made
	parts []part

	// isError says that it is the text of an error, which may be no JSON at all.
	isError bool
}

// check reports t if it looks like JSON, and something that is put into it can break that.
func (c *checker) check(t text) {
	if c.reported[t.cur.Node()] || len(t.parts) == 0 {
		return
	}
	doc, ok := newDocument(t.parts)
	if !ok || t.isError && (!doc.valid || t.parts[0].text[0] != '{') {
		return
	}
	severity := lint.SeverityNone
	message := "a quote, backslash or line feed in %s breaks this JSON; encode it with encoding/json"
	broken := c.find(doc, c.breaks)
	switch {
	case len(broken) == 0:
		severity = lint.SeverityInfo
		message = "this %%q writes %s with the escapes of Go, and JSON knows fewer; encode it with encoding/json"
		if broken = c.find(doc, c.quotes); len(broken) == 0 || !doc.valid {
			return
		}
	case !doc.valid:
		message = "this text is never valid JSON, whatever %s is; build it with encoding/json"
	}
	f := rule.Finding{Range: t.cur.Node(), Message: fmt.Sprintf(message, either(broken)), Severity: severity}
	if doc.valid {
		c.find(doc, c.quotes) // the fix encodes these as well
		f.Fix = "encode what is put into the JSON"
		f.Edit = func() *fix.Editor { return c.edit(t, doc) }
	}
	c.reported[t.cur.Node()] = true
	c.Report(f)
}

// find marks the operands of doc for which is holds as broken, and returns how they are written.
func (c *checker) find(doc *document, is func(p *part, inString bool) bool) []string {
	var found []string
	for _, e := range doc.elements {
		for _, p := range e.parts {
			if p.operand != nil && is(p, e.inString || !doc.valid) {
				p.broken = true
				if name := strings.Join(strings.Fields(types.ExprString(p.operand)), " "); !slices.Contains(found, name) {
					found = append(found, name)
				}
			}
		}
	}
	return found
}

// either lists names.
func either(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}
