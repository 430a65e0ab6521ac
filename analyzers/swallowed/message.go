package swallowed

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// message returns what is wrong with the error of the call of d, which messages call name, and what to do about it.
func (d drop) message(name string, a advice) string {
	if d.rest != nil {
		return d.messageOfRest(name, a)
	}
	switch d.then {
	case saysNo, absent:
		return "every error of " + name + " is treated as " + d.answer(a) + "; " + a.forAll()
	case givesUp:
		return "the error of " + name + " is swallowed when every attempt fails; return the last one after the loop"
	}
	return "the error of " + name + " is swallowed; " + a.forOne(d.then)
}

// messageOfRest is message where some kinds of errors are handled.
func (d drop) messageOfRest(name string, a advice) string {
	errs := "unmatched errors of " + name
	if d.then == saysNo {
		errs += " are treated as " + d.answer(a)
	} else {
		errs += " are swallowed"
	}
	switch {
	case a.excused:
		return errs + "; return or log those that the comment does not excuse"
	case a.responds:
		return errs + "; respond with an error, or log them"
	case a.returns && d.then == goesOn && !a.exists:
		return errs + "; return or log them"
	case a.returns:
		return errs + "; return them"
	case a.bare:
		return errs + "; log them or pass them on"
	}
	return errs + "; log them or add an error result"
}

// answer returns what errors are taken for.
func (d drop) answer(a advice) string {
	if d.then == saysNo && !a.exists && !(a.lookup && (d.site.Output == nil || !ssaflow.Used(d.site.Output))) {
		return `"no"` // something is asked of the output, too
	}
	return `"does not exist"`
}

// An advice is what to do about an error in a function.
type advice struct {
	returns  bool   // the function returns an error
	responds bool   // the function makes an HTTP response of whatever fails, and returns no error
	bare     bool   // the function returns nothing, or is a literal that others give its form
	exists   bool   // the function asks whether something exists
	lookup   bool   // something was looked up that may not exist
	polls    bool   // it is looked up again and again
	excused  bool   // a comment may say which of the unmatched errors do not matter
	missing  string // the error that says that it does not, "" where that is not known
}

// newAdvice returns what to do about the error of ops, that of d, in fn, around cmp. Where it can be one of the
// program, that may be the one which says that something does not exist.
func newAdvice(pass *rule.Pass, d drop, ops []errflow.Origin, cmp inspector.Cursor, fn *fix.Function) advice {
	_, literal := fn.Node.(*ast.FuncLit)
	a := advice{returns: fn.ReturnsError(), responds: fn.Responds(), bare: literal || fn.Sig.Results().Len() == 0}
	a.polls, _ = polls(pass, cmp)
	a.excused = d.rest != nil && commentBetween(pass, d, cmp)
	if decl, ok := fn.Node.(*ast.FuncDecl); ok {
		a.exists = knowledge.AsksForExistence(decl.Name.Name)
	}
	asked := d.then == saysNo || d.then == absent
	if !asked && !asksForOne(d.site) && slices.ContainsFunc(ops, func(o errflow.Origin) bool { return lists(pass.Flow, o) }) {
		return a // what is listed cannot be missing
	}
	a.lookup = !slices.ContainsFunc(ops, func(o errflow.Origin) bool { return !looksUp(o) || !mayBeMissing(pass.Flow, o) })
	for file := range cmp.Enclosing((*ast.File)(nil)) {
		if nf, ok := notFoundOf(pass.Flow, ops); ok && !d.origins.Other {
			a.missing = nf.name(pass, file.Node().(*ast.File))
		}
	}
	return a
}

const addResult = "add an error result for"

// forAll returns the advice where every error means the same.
func (a advice) forAll() string {
	act := "return"
	switch {
	case a.responds:
		return a.respond()
	case a.returns:
	case a.bare:
		act = "log"
	default:
		act = addResult
	}
	switch missing := strings.TrimPrefix(a.missing, "the "); {
	case missing != "":
		if act == addResult {
			return "check for " + missing + " and add an error result"
		}
		return "check for " + missing + " and " + act + " the rest"
	case a.lookup:
		return act + " those that mean something else"
	}
	return act + " it"
}

// forOne returns the advice where the function goes on.
func (a advice) forOne(then then) string {
	switch {
	case a.responds && then == goesOn:
		return "respond with an error, or log it" + a.unless()
	case a.responds:
		return a.respond()
	case !a.returns && a.bare:
		return "log it or pass it on" + a.unless()
	case !a.returns && a.missing != "":
		return "log it" + a.unless() + ", or add an error result"
	case !a.returns:
		return "log it or add an error result"
	case then == goesOn:
		return "return or log it" + a.unless()
	case a.polls && a.missing != "":
		return "try again" + a.unless()
	case a.polls && a.lookup:
		return `try again unless it means "not found"`
	case a.missing == "" && a.lookup:
		return `return it unless it means "not found"`
	case a.missing == "":
		return "return or log it"
	}
	return "return it" + a.unless()
}

// respond returns the advice where the function makes an HTTP response of what fails.
func (a advice) respond() string {
	switch {
	case a.missing != "":
		return "respond with an error" + a.unless()
	case a.lookup:
		return `respond with an error unless it means "not found"`
	}
	return "respond with an error"
}

// unless returns which error may be dropped, "" if that is not known.
func (a advice) unless() string {
	switch {
	case a.missing == "":
		return ""
	case strings.HasPrefix(a.missing, "*"):
		return " unless it is " + a.missing
	}
	return " unless it has " + a.missing
}
