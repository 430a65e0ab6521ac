package lambdaerrtype

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdaerrtype",
	Group:    rule.Lambda,
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
	Options:  []string{"lambda.logger"},
})

// A checker checks one package.
type checker struct {
	*rule.Pass
	kit      *lambdafix.Kit
	reported map[analysis.Range]bool
}

func run(pass *rule.Pass) {
	c := &checker{Pass: pass, kit: lambdafix.New(pass.Fixes, pass.Handlers, pass.Responses), reported: make(map[analysis.Range]bool)}
	for _, h := range c.Handlers.All {
		// have: a handler whose results the runtime gets
		if h.Intercepted || !h.Registered && !h.Tail && !h.Declared {
			continue
		}
		c.result(h)
		for _, ret := range c.Responses.Returns(h) {
			if ret.Err == nil || ret.ErrNil {
				continue
			}
			for _, made := range c.Responses.Made(ret.Err) {
				c.check(h, ret, made)
			}
		}
	}
}

// check looks at v, one of the errors that h returns at ret.
func (c *checker) check(h *handler.Handler, ret *lambdaresp.Return, v ssa.Value) {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		// have: an error of a type that is no interface
		if isPointer(v.X.Type()) && lambdaresp.IsResponseError(v.X.Type()) {
			c.dumped(ret, v.X)
		} else if h.Source == handler.Direct || h.Source == handler.NonProxy {
			c.tagged(ret, v)
		}
	case *ssa.Call:
		// have: errors.New(text), fmt.Errorf(format, ...)
		fn := ssaflow.Callee(v.Common())
		if fn == nil || fn.FullName() != "errors.New" && fn.FullName() != "fmt.Errorf" {
			return
		}
		if cur, ok := c.Responses.Program().Call(v); ok && !(fn.Name() == "Errorf" && c.wrapping(h, v, cur)) {
			c.unauthorized(h, cur)
		}
	}
}

// tagged reports the error v if its type has JSON tags, but a text for an Error().
func (c *checker) tagged(ret *lambdaresp.Return, v *ssa.MakeInterface) {
	t := v.X.Type()
	if !c.isDeclared(t) || ret.ErrExpr == nil || c.Responses.Form(v) != lambdaresp.Text {
		return
	}
	if !lambdaresp.HasTags(t) {
		return
	}
	c.report(rule.Finding{Range: ret.ErrExpr, Message: "the Lambda runtime sends Error() of " + awssdk.TypeName(t).Name() + " and ignores its JSON tags; let Error return the JSON"})
}

// report reports f once, however many returns lead to it. A return without an expression has no range.
func (c *checker) report(f rule.Finding) {
	if f.Range == nil || c.reported[f.Range] {
		return
	}
	c.reported[f.Range] = true
	c.Report(f)
}

func isPointer(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok
}
