package lambdajsonerr

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A kind is what an error says of the handler that returns it.
type kind int

const (
	unknown kind = iota
	text         // it is a text
	encoded      // it is JSON
	meant        // it was meant to be JSON: lambdaerrtype says why it is not
	matched      // it begins with a status, which is what API Gateway is to match
)

// kind returns the kind of the error err.
func (c *checker) kind(err ssa.Value) kind {
	made := c.Responses.Made(err)
	switch {
	case slices.ContainsFunc(made, beginsWithStatus):
		return matched
	case c.Responses.Form(err) == lambdaresp.JSON:
		return encoded
	case c.isMeant(err), slices.ContainsFunc(made, c.wrapsMeant):
		return meant
	case c.Responses.Form(err) == lambdaresp.Text:
		return text
	}
	return unknown
}

// beginsWithStatus reports whether v is the call of errors.New or fmt.Errorf that makes a text such
// as "[404] no table" or "[%d] no table".
func beginsWithStatus(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok || !ssaflow.Calls(call.Common(), "errors", "New") && !ssaflow.Calls(call.Common(), "fmt", "Errorf") {
		return false
	}
	s, _ := ssaflow.String(call.Call.Args[0])
	return len(s) > 1 && s[0] == '[' && strings.IndexByte("0123456789%", s[1]) >= 0
}

// wrapsMeant reports whether v is a call of fmt.Errorf for an error that was meant to be JSON.
func (c *checker) wrapsMeant(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	return ok && ssaflow.Calls(call.Common(), "fmt", "Errorf") && slices.ContainsFunc(lambdaresp.ErrorOperands(call), c.isMeant)
}

// isMeant reports whether the error err is JSON, or can be of a type that is made to be encoded.
func (c *checker) isMeant(err ssa.Value) bool {
	return c.Responses.Form(err) == lambdaresp.JSON || slices.ContainsFunc(c.Responses.Made(err), func(made ssa.Value) bool {
		box, ok := made.(*ssa.MakeInterface)
		return ok && lambdaresp.HasTags(box.X.Type())
	})
}
