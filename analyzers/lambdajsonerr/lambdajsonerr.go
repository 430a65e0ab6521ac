package lambdajsonerr

import (
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdajsonerr",
	Group:    rule.Lambda,
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
	Options:  []string{"lambda.fields", "lambda.types", "lambda.logger"},
})

// A checker checks one package.
type checker struct {
	*rule.Pass
	kit *lambdafix.Kit
}

func run(pass *rule.Pass) {
	c := &checker{pass, lambdafix.New(pass.Fixes, pass.Handlers, pass.Responses)}
	for _, g := range c.groups() {
		c.check(g)
	}
	for _, h := range c.Handlers.All {
		c.results(h)
	}
}

// A group is a registered handler and the functions whose results it passes on.
type group []*handler.Handler

// groups returns the handlers for whose results somebody waits, and that API Gateway may call.
func (c *checker) groups() []group {
	var groups []group
	for _, tail := range []bool{false, true} {
		for _, h := range c.Handlers.All {
			if h.Tail != tail || !waitedFor(h) {
				continue
			}
			i := slices.IndexFunc(groups, func(g group) bool { return tail && g[0].Source == h.Source })
			if i < 0 {
				groups = append(groups, group{h})
			} else {
				groups[i] = append(groups[i], h)
			}
		}
	}
	return groups
}

func waitedFor(h *handler.Handler) bool {
	if h.Source != handler.Direct && h.Source != handler.NonProxy || h.Intercepted || h.Response() == nil {
		return false
	}
	if s, ok := h.Response().Underlying().(*types.Struct); ok && s.NumFields() == 0 {
		return false
	}
	return h.Registered || h.Tail || h.Declared
}

// check reports the returns of g that return texts, where the program says that its caller looks for JSON: it
// declares the integration, or it returns a JSON error elsewhere.
func (c *checker) check(g group) {
	var texts []*lambdaresp.Return
	wanted := g[0].Source == handler.NonProxy
	for _, h := range g {
		for _, ret := range c.Responses.Returns(h) {
			if ret.ErrNil || ret.ErrExpr == nil {
				continue
			}
			// have: a return statement whose error is not nil
			switch c.kind(ret.Err) {
			case matched:
				return
			case encoded:
				wanted = true
			case text:
				texts = append(texts, ret)
			}
		}
	}
	if wanted {
		for _, ret := range texts {
			c.report(ret)
		}
	}
}

func (c *checker) report(ret *lambdaresp.Return) {
	subject, operation := "this error", ""
	if o := c.Flow.Origins(ret.Err); o.AWS() {
		operation = o.String()
		subject = "the error of " + operation
	}
	message := subject + " is plain text where API Gateway matches JSON; return JSON"
	if names := c.fields(); names != "" {
		message += " with " + names
	}
	c.Report(rule.Finding{
		Range:     ret.ErrExpr,
		Operation: operation,
		Message:   message,
		Fix:       "return an error whose text is JSON",
		Edit:      func() *fix.Editor { return c.edit(ret) },
	})
}

// fields lists the names of the fields of a JSON error.
func (c *checker) fields() string {
	names := slices.DeleteFunc(slices.Clone(c.Handlers.Options.Fields[:]), func(name string) bool { return name == "" })
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
