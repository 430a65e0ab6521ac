package program

import "fmt"

// flow puts calls where control leaves the usual way: labels, gotos, headers of statements, deferred functions and panics.
func (f *frame) flow() string {
	o := f.operation()
	name, other, out := f.fresh("err"), f.fresh("err"), f.fresh("out")
	use := f.uses(fmt.Sprintf(oneOf(f.r, o.uses...), out))
	switch f.r.IntN(17) {
	case 0: // out of a select
		label := f.fresh("wait")
		return label + ":\nfor {\nselect {\ncase <-ctx.Done():\nbreak " + label + "\ndefault:\nif _, " + name + " := " + f.call(o) + "; " + name + " != nil {\n" + oneOf(f.r, "continue ", "break ") + label + "\n}\n" + f.give("nil") + "\n}\n}"
	case 1: // over a block
		label := f.fresh("done")
		return "if flag {\ngoto " + label + "\n}\n{\n" + f.block(2) + "}\n" + label + ":\n" + f.uses("text")
	case 2: // out of a switch
		label := f.fresh("leave")
		return label + ":\nswitch {\ndefault:\nif _, " + name + " := " + f.call(o) + "; " + name + " != nil {\nbreak " + label + "\n}\n" + f.uses("text") + "\n}"
	case 3:
		return "switch " + out + ", " + name + " := " + f.call(o) + "; true {\ncase " + name + " != nil && flag:\n" + f.handle(name, o) + "case " + name + " != nil:\n" + f.handle(name, o) + "case flag:\n" + use + "\n}"
	case 4:
		return "for " + out + ", " + name + " := " + f.call(o) + "; " + name + " == nil; {\n" + use + "\nbreak\n}"
	case 5:
		return "if " + out + ", " + name + " := " + f.call(o) + "; " + name + " != nil {\n" + f.handle(name, o) + "} else if " + other + " := " + f.errorOf(o) + "; " + other + " != nil {\n" + f.handle(other, o) + "} else {\n" + use + "\n}"
	case 6:
		return "if " + out + ", " + name + " := " + f.call(o) + "; " + name + " == nil {\n" + use + "\n} else {\n" + f.handle(name, o) + "}"
	case 7: // recovered
		return "func() {\ndefer func() {\nif r := recover(); r != nil {\n" + f.uses("r") + "\n}\n}()\nif _, " + name + " := " + f.call(o) + "; " + name + " != nil {\npanic(" + oneOf(f.r, name, name+".Error()", f.wrapped(name)) + ")\n}\n}()"
	case 8: // in an expression
		return oneOf(f.r, "flag = flag && ", "flag = ") + f.errorOf(o) + " == nil"
	case 9:
		return "if " + f.errorOf(o) + " != nil || flag {\n" + f.branch() + "}"
	case 10:
		return "for i := range " + oneOf(f.r, "3", "min(2, len(text))", "max(1, 2, 3)") + " {\nif _, " + name + " := " + f.call(o) + "; " + name + " != nil && i == 2 {\n" + f.inLoop(func() string { return f.handle(name, o) }) + "}\n}"
	case 11: // a table of functions
		return "for _, " + out + " := range []func() error{\n" + f.literal([]string{"error"}, 1) + ",\n" + f.literal([]string{"error"}, 1) + ",\n} {\nif " + name + " := " + out + "(); " + name + " != nil {\n" + f.inLoop(func() string { return f.handle(name, o) }) + "}\n}"
	case 12: // a function in a map, and in a field
		if f.chance(2) {
			return out + " := map[string]func() error{text: " + f.literal([]string{"error"}, 1) + "}\nif " + name + " := " + out + "[text](); " + name + " != nil {\n" + f.handle(name, o) + "}"
		}
		return "var " + out + " struct{ run func() error }\n" + out + ".run = " + f.literal([]string{"error"}, 1) + "\nif " + name + " := " + out + ".run(); " + name + " != nil {\n" + f.handle(name, o) + "}"
	case 13:
		return "switch " + name + " := " + f.errorOf(o) + "; " + name + " := any(" + name + ").(type) {\ncase nil:\ncase error:\n" + f.handle(name, o) + oneOf(f.r, "", "_ = "+name+"\n") + "case string:\n_ = " + name + "\n}"
	case 14, 15: // a match behind a cut
		return name + " := func() error {\nif _, err := " + f.call(o) + "; err != nil {\nreturn " + f.cut("err") + "\n}\nreturn nil\n}()\nif " + name + " != nil {\n" + f.match(name, o) + "}"
	default:
		return f.deferred(o)
	}
}

// errorOf returns an expression whose value is the error of a call.
func (f *frame) errorOf(o op) string {
	return oneOf(f.r, f.helper("second")+"("+f.call(o)+")", "func() error {\n_, err := "+f.call(o)+"\nreturn "+oneOf(f.r, "err", f.wrapped("err"))+"\n}()")
}

// deferred defers a function that sets the results, where they have names.
func (f *frame) deferred(o op) string {
	call := "_, errD := " + f.call(o)
	for i, name := range f.named {
		if f.results[i] != "error" || f.hidden(name) {
			continue
		}
		set := oneOf(f.r, name+" = errD", name+" = "+f.pkg("errors")+".Join("+name+", errD)", "if "+name+" == nil {\n"+name+" = errD\n}", f.logging("errD"))
		return "defer func() {\n" + call + "\nif errD != nil {\n" + set + "\n}\n}()"
	}
	return "defer func() {\nif " + call + "; errD != nil {\n" + f.logging("errD") + "\n}\n}()"
}
