package program

import (
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// match asks what the error called name is.
func (f *frame) match(name string, o op) string {
	then := f.give("nil") + "\n"
	if f.chance(3) {
		then = f.branch()
	}
	rest := f.give(f.wrapped(name)) + "\n"
	if f.chance(4) {
		rest = ""
	}
	switch {
	case o.v1:
		return f.matchV1(name, o, then) + rest
	case len(o.codes) > 0 && f.chance(3):
		return "if " + f.text(name, oneOf(f.r, o.codes...)) + " {\n" + then + "}\n" + rest
	case len(o.errs) == 0 || f.chance(5):
		return f.general(name, then) + rest
	case f.chance(6): // a general match before one that is not
		return f.general(name, f.give(f.wrapped(name))+"\n") + f.specific(name, o, then) + rest
	}
	return f.specific(name, o, then) + rest
}

// specific matches the error called name with modelled errors of an operation.
func (f *frame) specific(name string, o op, then string) string {
	first, second := oneOf(f.r, o.errs...), oneOf(f.r, o.errs...)
	typ, other := "*"+f.types(o.service)+"."+first, "*"+f.types(o.service)+"."+second
	errors := f.pkg("errors")
	target := f.fresh("target")
	switch f.r.IntN(13) {
	case 0, 1:
		return "var " + target + " " + typ + "\nif " + errors + ".As(" + name + ", &" + target + ") {\n" + then + "}\n"
	case 2:
		return "if _, ok := " + errors + ".AsType[" + typ + "](" + name + "); ok {\n" + then + "}\n"
	case 3:
		return "if _, ok := " + name + ".(" + typ + "); ok {\n" + then + "}\n"
	case 4:
		return "switch " + name + ".(type) {\ncase " + typ + ":\n" + then + "}\n"
	case 5:
		if first == second { // typ may be written otherwise
			other = "*" + f.pkg(awspath.Smithy) + ".OperationError"
		}
		return "switch " + target + " := " + name + ".(type) {\ncase nil:\ncase " + typ + ":\n" + f.uses(target) + "\n" + then + "case " + other + ":\n" + f.uses(target+".Error()") + "\ndefault:\n" + f.uses(target) + "\n}\n"
	case 6:
		return "switch " + target + " := new(" + strings.TrimPrefix(typ, "*") + "); {\ncase " + errors + ".As(" + name + ", &" + target + "):\n" + then + "default:\n" + f.uses(name) + "\n}\n"
	case 7:
		return "if " + f.helper(oneOf(f.r, "is", "is")) + "[" + typ + "](" + name + ") {\n" + then + "}\n"
	case 8:
		return "if " + target + ", ok := " + f.helper("as") + "[" + typ + "](" + name + "); ok && " + target + ".ErrorMessage() != text {\n" + then + "}\n"
	case 9:
		return "if " + target + " := (" + typ + ")(nil); " + errors + ".As(" + name + ", &" + target + ") && !flag {\n" + then + "} else if " + errors + ".Is(" + name + ", " + f.pkg("context") + ".Canceled) {\n" + f.uses(target) + "\n}\n"
	case 10:
		return "for _, " + target + " := range []" + typ + "{nil} {\nif " + errors + ".As(" + name + ", &" + target + ") {\n" + f.uses(target) + "\n}\n}\n"
	case 11:
		return "if " + name + " == " + oneOf(f.r, "error("+"&"+strings.TrimPrefix(typ, "*")+"{})", f.pkg("context")+".Canceled", f.helper("errFailed")) + " {\n" + then + "}\n"
	default:
		return "if " + errors + ".Is(" + name + ", &" + strings.TrimPrefix(typ, "*") + "{}) {\n" + then + "}\n"
	}
}

// general matches the error called name with a type that errors of all services have.
func (f *frame) general(name, then string) string {
	target, errors := f.fresh("target"), f.pkg("errors")
	code := oneOf(f.r, "AccessDenied", "NoSuchKey", "ThrottlingException", "NoSuchEntityException")
	switch f.r.IntN(6) {
	case 0, 1:
		return "var " + target + " " + f.pkg(awspath.Smithy) + ".APIError\nif " + errors + ".As(" + name + ", &" + target + ") && " + target + ".ErrorCode() == \"" + code + "\" {\n" + then + "}\n"
	case 2:
		return "if " + target + ", ok := " + errors + ".AsType[" + f.pkg(awspath.Smithy) + ".APIError](" + name + "); ok {\nswitch " + target + ".ErrorCode() {\ncase \"" + code + "\", \"Throttling\":\n" + then + "}\n}\n"
	case 3:
		return "var " + target + " *" + f.pkg(oneOf(f.r, awspath.HTTP, awspath.SmithyHTTP)) + ".ResponseError\nif " + errors + ".As(" + name + ", &" + target + ") && " + target + ".HTTPStatusCode() == " + oneOf(f.r, "404", f.pkg("net/http")+".StatusNotFound") + " {\n" + then + "}\n"
	case 4:
		return "var " + target + " " + f.pkg(awspath.Smithy) + ".APIError\nif " + errors + ".As(" + name + ", &" + target + ") {\n" + then + "}\n"
	default:
		return "if " + target + ", ok := " + name + "." + "(*" + f.pkg(awspath.Smithy) + ".OperationError); ok {\n" + f.uses(target+".Err") + "\n" + then + "}\n"
	}
}

// matchV1 asks what an error of SDK v1 is.
func (f *frame) matchV1(name string, o op, then string) string {
	code := oneOf(f.r, append(o.codes, "RequestError", "AccessDenied")...)
	failure := f.pkg(awspath.AWSErr) + ".Error"
	target := f.fresh("target")
	switch f.r.IntN(4) {
	case 0:
		return "if " + target + ", ok := " + name + ".(" + failure + "); ok && " + target + ".Code() == \"" + code + "\" {\n" + then + "}\n"
	case 1:
		return "if " + target + ", ok := " + name + ".(" + failure + "); ok {\nswitch " + target + ".Code() {\ncase \"" + code + "\":\n" + then + "}\n}\n"
	case 2:
		return "var " + target + " " + failure + "\nif " + f.pkg("errors") + ".As(" + name + ", &" + target + ") {\n" + then + "}\n"
	default:
		return "if " + f.text(name, code) + " {\n" + then + "}\n"
	}
}

// text returns a condition that searches the text of the error called name.
func (f *frame) text(name, code string) string {
	s := f.pkg("strings")
	return oneOf(f.r,
		s+".Contains("+name+".Error(), \""+code+"\")",
		s+".Contains("+name+".Error(), \""+code+"\")",
		"!"+s+".Contains("+name+".Error(), \""+code+"\")",
		s+".HasPrefix("+name+".Error(), \""+code+"\")",
		name+".Error() == \""+code+"\"",
		s+".Contains("+name+".Error(), \""+code+"\") || "+s+".Contains("+name+".Error(), \"Throttling\")",
		s+".Contains("+s+".ToLower("+name+".Error()), \""+strings.ToLower(code)+"\")",
		s+".Index("+name+".Error(), \""+code+"\") >= 0",
		"("+s+".Contains("+f.pkg("fmt")+".Sprint("+name+"), \""+code+"\"))",
		s+".EqualFold("+name+".Error(), \""+code+"\")",
		f.pkg("regexp")+".MustCompile(`"+code+"`).MatchString("+name+".Error())",
	)
}
