package lambdahandjson

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// breaks reports whether the operand of p can break the JSON around it.
func (c *checker) breaks(p *part, inString bool) bool {
	if p.verb != "" && !strings.ContainsAny(p.verb[len(p.verb)-1:], "svw") || p.value == nil {
		return false
	}
	return c.needsEscapes(p, inString)
}

// quotes reports whether p is put into JSON with the quotes and escapes of Go, and may need some that JSON does not have.
func (c *checker) quotes(p *part, inString bool) bool {
	return p.verb == "%q" && !inString && p.value != nil && c.needsEscapes(p, true)
}

// needsEscapes reports whether the operand of p may hold what JSON has to escape, or, outside of a JSON string, be no JSON.
func (c *checker) needsEscapes(p *part, inString bool) bool {
	if err := errflow.ErrorOf(p.value); err != nil {
		form := c.Responses.Form(err)
		return form == lambdaresp.Text || inString && form != lambdaresp.JSON
	}
	v := p.value
	if box, ok := v.(*ssa.MakeInterface); ok {
		v = box.X
	}
	switch {
	case !lambdaresp.IsText(v.Type()):
		return false
	case inString:
		return !c.Responses.IsPlain(v)
	}
	return c.Responses.Form(v) == lambdaresp.Text // it may be JSON itself
}
