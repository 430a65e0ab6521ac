package lambdajsonerr

import (
	"go/constant"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A kind is what an error says of the handler that returns it.
type kind int

const (
	unknown kind = iota
	text         // it is a text
	meant        // it is JSON, or was meant to be: lambdaerrtype says why it is not
	matched      // it begins with a status, which is what API Gateway is to match
)

// status matches the texts that begin with a status in brackets.
var status = lazyregexp.New(`^\[(\d|%)`)

// kind returns the kind of the error err.
func (c *checker) kind(err ssa.Value) kind {
	form := c.pass.Responses.Form(err)
	if form == lambdaresp.JSON {
		return meant
	}
	for _, made := range c.pass.Responses.Made(err) {
		switch made := made.(type) {
		case *ssa.MakeInterface:
			if lambdaresp.HasTags(made.X.Type()) {
				return meant
			}
		case *ssa.Call:
			fn := ssaflow.Callee(made.Common())
			if fn == nil || fn.FullName() != "errors.New" && fn.FullName() != "fmt.Errorf" {
				continue
			}
			if s, ok := made.Call.Args[0].(*ssa.Const); ok && status().MatchString(constant.StringVal(s.Value)) {
				return matched
			}
			if fn.Name() == "Errorf" && c.wrapsMeant(made) {
				return meant
			}
		}
	}
	if form == lambdaresp.Text {
		return text
	}
	return unknown
}

// wrapsMeant reports whether the call of fmt.Errorf wraps an error that is JSON or was meant to be.
func (c *checker) wrapsMeant(call *ssa.Call) bool {
	for _, err := range lambdaresp.ErrorOperands(call) {
		if c.pass.Responses.Form(err) == lambdaresp.JSON {
			return true
		}
		for _, made := range c.pass.Responses.Made(err) {
			if m, ok := made.(*ssa.MakeInterface); ok && lambdaresp.HasTags(m.X.Type()) {
				return true
			}
		}
	}
	return false
}
