package lambdajsonerr

import (
	"fmt"
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
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
})

// A checker checks one package.
type checker struct {
	*rule.Pass
	kit *lambdafix.Kit
}

func run(pass *rule.Pass) {
	c := &checker{pass, lambdafix.New(pass.Fixes, pass.Handlers)}
	for _, g := range c.groups() {
		c.check(g)
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

// check reports the returns of g that return texts: each, where JSON is certainly wanted, and
// otherwise all by one finding.
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
			case meant:
				wanted = true
			case text:
				texts = append(texts, ret)
			}
		}
	}
	if len(texts) == 0 {
		return
	}
	if wanted {
		for _, ret := range texts {
			c.reportTexts("", ret)
		}
		return
	}
	more := ""
	switch n := len(texts) - 1; n {
	case 0:
	case 1:
		more = "; 1 more return is alike"
	default:
		more = fmt.Sprintf("; %d more returns are alike", n)
	}
	c.reportTexts(more+"; if somebody else calls the handler, say so with //awserrlint:handler direct, stepfunctions, appsync or the like", texts...)
}

// reportTexts reports the first of returns, whose fix is one for all of them. rest is what the message says
// besides.
func (c *checker) reportTexts(rest string, returns ...*lambdaresp.Return) {
	message := "API Gateway matches errorMessage against its integration responses: return an error whose text is a JSON object"
	if names := c.fields(); names != "" {
		message += " with " + names
	}
	operation := ""
	if o := c.Flow.Origins(returns[0].Err); o.AWS() {
		operation = o.String()
	}
	c.Report(rule.Finding{
		Range:     returns[0].ErrExpr,
		Operation: operation,
		Message:   message + rest,
		Fix:       "return an error whose text is JSON",
		Edit:      func() *fix.Editor { return c.edit(returns...) },
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
