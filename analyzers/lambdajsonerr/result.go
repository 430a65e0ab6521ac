package lambdajsonerr

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// results reports the returns of h whose result is the text of an error, while the error is nil.
func (c *checker) results(h *handler.Handler) {
	if h.Intercepted || !h.Registered && !h.Tail && !h.Declared {
		return
	}
	switch h.Source {
	case handler.Unknown, handler.Direct, handler.NonProxy, handler.StepFunctions:
	default:
		return // a response, or a result that nobody waits for
	}
	for _, ret := range c.Responses.Returns(h) {
		// have: a result beside a nil error
		if ret.Value == nil || !ret.ErrNil || ret.ResponseExpr == nil || !lambdaresp.IsText(ssaflow.Bare(ret.Value).Type()) {
			continue
		}
		// have: the text of an error that has occurred, and that nobody has looked at
		errs := c.Asked.TextOf(ssaflow.Bare(ret.Value))
		occurred := func(err ssa.Value) bool { return c.Responses.NonNil(err, ret.Block) }
		if !slices.ContainsFunc(errs, occurred) || errmatch.Recognized(ret.Block) || c.Accepted(ret.Stmt) {
			continue
		}
		subject, operation := "an error", ""
		if o := c.Responses.TextOrigins(errs...); o.AWS() {
			operation = o.String()
			subject = "the error of " + operation
		}
		c.Report(rule.Finding{
			Range:     ret.ResponseExpr,
			Operation: operation,
			Message:   "the text of " + subject + " is returned without an error, so the caller sees success; return the error",
		})
	}
}
