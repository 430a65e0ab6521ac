package program

import (
	"fmt"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// handle returns the statements that handle the error called name of an operation.
func (f *frame) handle(name string, o op) string {
	f.push()
	defer f.pop()
	f.declare(name) // it may hide a result
	switch n := f.r.IntN(15); {
	case n == 0:
		return ""
	case n == 1:
		return f.give("nil") + "\n"
	case n == 2 && f.loop:
		return oneOf(f.r, "continue", "break") + "\n"
	case n == 3:
		return f.pkg("log") + oneOf(f.r, ".Print("+name+")\n", ".Fatal("+name+")\n", ".Println(\"x\", "+name+")\n")
	case n == 4:
		return "panic(" + name + ")\n"
	case n == 5:
		return f.pkg("os") + ".Exit(1)\n"
	case n <= 9:
		return f.match(name, o)
	case n == 10:
		return f.uses(name) + "\n" + f.give("nil") + "\n"
	case n == 11:
		return f.give(f.helper("errFailed")) + "\n"
	}
	return f.give(f.wrapped(name)) + "\n"
}

// wrapped returns an error made of the one called name.
func (f *frame) wrapped(name string) string {
	switch f.r.IntN(9) {
	case 0:
		return f.pkg("fmt") + fmt.Sprintf(".Errorf(%q, %s)", "x: "+oneOf(f.r, "%v", "%s", "%+v"), name)
	case 1, 2:
		return f.pkg("fmt") + fmt.Sprintf(".Errorf(%q, %s)", "x: %w", name)
	case 3:
		return f.pkg("errors") + ".New(" + name + ".Error())"
	case 4:
		return "&" + f.helper("opError") + "{text, " + name + "}"
	case 5:
		return f.pkg("github.com/pkg/errors") + ".Wrap(" + name + ", text)"
	case 6:
		return f.helper("wrap") + "(" + name + ")"
	case 7:
		return f.pkg("errors") + ".Join(" + name + ", nil)"
	}
	return name
}

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
	if len(o.codes) > 0 && f.chance(3) {
		return "if " + f.text(name, oneOf(f.r, o.codes...)) + " {\n" + then + "}\n" + rest
	}
	if len(o.errs) == 0 || f.chance(5) {
		target := f.fresh("apiErr")
		return "var " + target + " " + f.pkg(awspath.Smithy) + ".APIError\nif " + f.pkg("errors") + ".As(" + name + ", &" + target + ") && " + target + ".ErrorCode() == \"" + oneOf(f.r, "AccessDenied", "NoSuchKey", "ThrottlingException") + "\" {\n" + then + "}\n" + rest
	}
	typ := "*" + f.types(o.service) + "." + oneOf(f.r, o.errs...)
	switch f.r.IntN(6) {
	case 0, 1:
		target := f.fresh("target")
		return "var " + target + " " + typ + "\nif " + f.pkg("errors") + ".As(" + name + ", &" + target + ") {\n" + then + "}\n" + rest
	case 2:
		return "if _, ok := " + f.pkg("errors") + ".AsType[" + typ + "](" + name + "); ok {\n" + then + "}\n" + rest
	case 3:
		return "if _, ok := " + name + ".(" + typ + "); ok {\n" + then + "}\n" + rest
	case 4:
		return "switch " + name + ".(type) {\ncase " + typ + ":\n" + then + "}\n" + rest
	default:
		return "if " + f.pkg("errors") + ".Is(" + name + ", &" + strings.TrimPrefix(typ, "*") + "{}) {\n" + then + "}\n" + rest
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
	)
}
