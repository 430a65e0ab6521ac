package errstring

import (
	"slices"
	"strconv"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// A remedy is what to ask in place of a text.
type remedy struct {
	advice string
	ask    *fix.Question // nil where it is not certain; without the error and what is compared
	code   string        // what is compared, or what ErrorCode of the type answers
	status int           // likewise

	// codes asks for the code, where ask is not right since it is no constant that the
	// text is searched for.
	codes *fix.Question
}

// matchType is the remedy for an error that operations have a type for.
func matchType(servicePath, name, code string, certain bool) remedy {
	r := remedy{advice: "match *types." + name, code: code}
	if certain {
		r.ask = &fix.Question{Package: servicePath + "/types", Alias: "types", Type: "*" + name, Var: fix.VarName(name)}
	}
	return r
}

// matchCode is the remedy for an error that is known by its code only.
func matchCode(code string, certain bool) remedy {
	r := remedy{advice: "match smithy.APIError and its code " + strconv.Quote(code), code: code}
	if certain {
		r.ask = &fix.Question{
			Package: awspath.Smithy, Alias: "smithy", Type: "APIError", Var: "apiErr", Method: "ErrorCode",
		}
	}
	return r
}

// matchStatus is the remedy for a text that holds the status of the answer.
func matchStatus(status int, certain bool) remedy {
	r := remedy{advice: "match *http.ResponseError of aws/transport/http and its HTTPStatusCode " + strconv.Itoa(status), status: status}
	if certain {
		r.ask = &fix.Question{
			Package: awspath.HTTP, Alias: "awshttp", Type: "*ResponseError", Var: "responseErr", Method: "HTTPStatusCode",
		}
	}
	return r
}

// remedyFor returns the remedy for m, the text of an error with the origins o.
func (c *checker) remedyFor(m *errmatch.TextMatch, o errflow.Origins) (remedy, bool) {
	generation := o.Ops[0].Generation
	if slices.ContainsFunc(o.Ops, func(op errflow.Origin) bool { return op.Generation != generation }) {
		return remedy{}, false
	}
	k := operations{mixed: o.Unknown}
	if generation == 2 {
		for _, op := range o.Ops {
			if as, ok := c.flow.Answers(errflow.Origins{Ops: []errflow.Origin{op}}); ok {
				k.answers = append(k.answers, as...)
			} else {
				k.partial = true
			}
		}
	}
	guarded := c.pass.Asked.Guarded(m)
	return combine(m, func(l literal) (remedy, bool) {
		switch {
		case generation == 1:
			return c.remedyV1(l)
		case len(k.answers) == 0: // configuration, instance metadata and the like have no codes
			return remedy{}, false
		case l.status != 0:
			return matchStatus(l.status, true), !k.partial && (!o.Unknown || len(l.text) > 3)
		}
		for _, w := range l.words {
			if r, ok := k.word(w, l.whole); ok {
				return r, true
			}
		}
		if guarded || o.Unknown {
			return remedy{}, false
		}
		return k.message(l)
	})
}

// combine returns what the literals of m come to in one remedy, that of the first.
func combine(m *errmatch.TextMatch, of func(literal) (remedy, bool)) (remedy, bool) {
	var all []remedy
	for _, text := range m.Literals {
		if r, ok := of(parse(text)); ok {
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		return remedy{}, false
	}
	// What is no constant may hold any of the literals, so they must be codes as they are.
	first := all[0]
	other := func(r remedy) bool { return r.ask == nil || !slices.Contains(m.Literals, r.code) }
	if len(all) == len(m.Literals) && !slices.ContainsFunc(all, other) {
		first.codes = matchCode("", true).ask
	}
	if len(m.Literals) > 1 {
		first.ask = nil
		if first.codes != nil {
			first.advice = "match smithy.APIError and its code"
		}
	}
	return first, true
}

// remedyV1 returns the remedy for a text of SDK v1, which starts with the code.
func (c *checker) remedyV1(l literal) (remedy, bool) {
	if !l.whole || humps(l.words[0]) < 2 {
		return remedy{}, false
	}
	code := l.words[0]
	r := remedy{advice: "match awserr.Error and its code " + strconv.Quote(code), code: code}
	for _, imp := range c.pass.Pkg.Imports() {
		if awspath.Within(imp.Path(), awspath.V2) {
			return r, true
		}
	}
	r.ask = &fix.Question{
		Package: awspath.AWSErr, Alias: "awserr", Type: "Error", Var: "awsErr", Method: "Code",
	}
	return r, true
}
