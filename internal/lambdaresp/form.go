package lambdaresp

import (
	"encoding/json"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Form is what is known of a text.
type Form int

// The forms of texts.
const (
	Unproven Form = iota
	Text          // no JSON
	JSON          // certainly JSON
)

// formSteps are the ways from a text, or from an error, to where it is made.
const formSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Interfaces | ssaflow.Locals | ssaflow.Globals | ssaflow.Results

// IsErrorText reports whether the string v is, as far as can be told, the text of an error, and no
// JSON: an error of unknown origin has a text, unless the package knows of an error type whose text
// may be JSON.
func (s *Set) IsErrorText(v ssa.Value) bool { return s.form(v, !s.jsonErrors()) == Text }

// Form returns the form of the string or bytes v, or of the text of the error v, that it has
// wherever it comes from. An error that is nil has no text.
func (s *Set) Form(v ssa.Value) Form { return s.form(v, false) }

func (s *Set) form(v ssa.Value, assume bool) Form {
	f := &formWalk{Set: s, assume: assume}
	f.Backward = ssaflow.Backward[may[Form]]{
		Program: s.Program(),
		Follow:  formSteps,
		Leaf:    f.leaf,
		Join:    join[Form],
		Others:  only(Unproven),
	}
	return f.From(v).agreed()
}

// constantForm returns the form of s. What has the looks of JSON and is none may be meant so.
func constantForm(s string) Form {
	switch {
	case json.Valid([]byte(s)):
		return JSON
	case beginsText(s):
		return Text
	}
	return Unproven
}

// beginsText reports whether a text that begins with s, whatever follows, is no JSON.
func beginsText(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && !strings.ContainsAny(s[:1], "{[\"-0123456789%") &&
		!strings.HasPrefix("true", s) && !strings.HasPrefix("false", s) && !strings.HasPrefix("null", s)
}

// sumForm returns the form of a concatenation, which its beginning decides.
func sumForm(sum *ssa.BinOp) Form {
	first, second := sum.X, sum.Y
	for {
		left, ok := first.(*ssa.BinOp)
		if !ok {
			break
		}
		first, second = left.X, left.Y
	}
	if s, ok := ssaflow.String(first); ok {
		if beginsText(s) {
			return Text
		}
	} else if s, ok := ssaflow.String(second); ok && strings.HasPrefix(s, labelEnd) {
		return Text
	}
	return Unproven
}
