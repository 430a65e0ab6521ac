package program

import (
	"fmt"
	"strings"
)

// operation returns an operation that the function can call, or a function of the SDK that is as good as one.
func (f *frame) operation() op {
	if f.chance(6) {
		if o, ok := f.oneOfThose(others, func(o op) bool { return o.service == "" || f.pointer != nil }); ok {
			return o
		}
	}
	return f.plain()
}

// plain returns an operation that the function has a client for.
func (f *frame) plain() op {
	o, _ := f.operationThat(func(op) bool { return true }) // there is always one
	return o
}

// operationThat returns such an operation that is wanted, false if there is none.
func (f *frame) operationThat(wanted func(op) bool) (op, bool) { return f.oneOfThose(ops, wanted) }

// oneOfThose returns one of all that is wanted and that the function has a client for, false if there is none.
func (f *frame) oneOfThose(all []op, wanted func(op) bool) (op, bool) {
	var some []op
	for _, o := range all {
		if (len(f.services) == 0 || o.service == "" || o.service == f.services[0] || o.service+"."+o.name == f.services[0]) && wanted(o) {
			some = append(some, o)
		}
	}
	if len(some) == 0 {
		return op{}, false
	}
	return oneOf(f.r, some...), true
}

// method returns a function that performs an operation: a method value, or a variable.
func (f *frame) method(o op) string {
	if f.function != "" {
		return f.function
	}
	return f.client(o) + "." + o.name
}

// input returns an input for an operation.
func (f *frame) input(o op) string {
	typ := f.sdk(o.service) + "." + o.name + "Input"
	switch f.r.IntN(12) {
	case 0, 1:
		return "nil"
	case 2:
		return "new(" + typ + ")"
	}
	if o.in != "" && !f.chance(4) {
		return "&" + typ + "{" + fmt.Sprintf(o.in, "text") + "}"
	}
	return "&" + typ + "{}"
}

// call returns a call of an operation.
func (f *frame) call(o op) string {
	if o.call != "" {
		text := o.call
		if o.service != "" {
			text = strings.ReplaceAll(text, "«c»", f.pointer(o))
		}
		return f.expand(text)
	}
	args := "ctx"
	if f.chance(8) {
		args = f.pkg("context") + "." + oneOf(f.r, "Background()", "TODO()", "WithoutCancel(ctx)")
	}
	args += ", " + f.input(o)
	if f.chance(12) {
		args += ", func(o *" + f.sdk(o.service) + ".Options) {" + oneOf(f.r, "", " o.Region = text ") + "}"
	}
	if f.chance(8) { // a method expression
		switch {
		case f.pointer != nil:
			return "(*" + f.sdk(o.service) + ".Client)." + o.name + "(" + f.pointer(o) + ", " + args + ")"
		case f.expression != "":
			return f.expression + "(api, " + args + ")"
		}
	}
	fun := f.method(o)
	if f.chance(12) {
		fun = "(" + fun + ")"
	}
	return fun + "(" + args + ")"
}

// output returns the type of the output of an operation.
func (f *frame) output(o op) string {
	if o.output != "" {
		return f.expand(o.output)
	}
	return "*" + f.sdk(o.service) + "." + o.name + "Output"
}
