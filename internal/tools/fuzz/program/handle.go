package program

import "fmt"

// handle returns the statements that handle the error called name of an operation.
func (f *frame) handle(name string, o op) string {
	f.push()
	defer f.pop()
	f.declare(name) // it may hide a result
	switch n := f.r.IntN(16); {
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
		return f.logging(name) + "\n" + oneOf(f.r, "", f.give("nil")+"\n")
	case n == 12:
		return f.give(f.helper("errFailed")) + "\n"
	}
	if f.handles && f.chance(2) {
		return f.give(f.lambdaError(name)) + "\n"
	}
	return f.give(f.wrapped(name)) + "\n"
}

// cut returns an error made of the one called name that mostly does not unwrap to it.
func (f *frame) cut(name string) string {
	return oneOf(f.r,
		f.pkg("fmt")+fmt.Sprintf(".Errorf(%q, %s)", "x: "+oneOf(f.r, "%v", "%s", "%+v", "%q", "%w"), name),
		f.pkg("errors")+".New("+oneOf(f.r, "", "text + ")+name+".Error())",
		"&"+f.helper("opError")+"{text, "+name+"}",
		f.helper("wrap")+"("+name+")",
		f.pkg("github.com/pkg/errors")+".Errorf(\"x: %v\", "+name+")",
	)
}

// wrapped returns an error made of the one called name.
func (f *frame) wrapped(name string) string {
	switch f.r.IntN(13) {
	case 0:
		return f.cut(name)
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
	case 8:
		return f.pkg("fmt") + ".Errorf(" + oneOf(f.r, "\"%w: %w\"", "\"%[2]w: %[1]v\"", "\"%v: %w\"", "\"%w: %v\"") + ", " + f.helper("errFailed") + ", " + name + ")"
	case 9:
		return f.pkg("errors") + ".Join(" + f.helper("errFailed") + ", " + f.pkg("fmt") + ".Errorf(\"x: %w\", " + name + "))"
	}
	return name
}
