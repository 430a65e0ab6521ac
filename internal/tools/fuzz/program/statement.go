package program

import (
	"fmt"
	"strings"
)

// statement generates a statement, or a few that belong together.
func (f *frame) statement() string {
	if f.depth > 3 {
		return f.simple()
	}
	switch f.r.IntN(25) {
	case 0:
		return f.nested()
	case 1:
		return f.concurrent()
	case 2:
		return f.literalCalled()
	case 3:
		return f.loops()
	case 4:
		return f.pages()
	case 5:
		return f.throughHelper()
	case 6:
		return f.callee()
	case 7:
		return f.partial()
	case 8:
		return f.stored()
	case 9:
		return f.wait()
	case 10:
		return f.events()
	case 11:
		return f.generic()
	case 12, 13:
		return f.flow()
	default:
		return f.simple()
	}
}

// simple calls an operation and handles its error, or does not.
func (f *frame) simple() string {
	o := f.operation()
	call := f.call(o)
	switch f.r.IntN(14) {
	case 0:
		return call
	case 1:
		return "_, _ = " + call
	case 2:
		return "defer " + call
	case 3:
		out := f.fresh("out")
		return out + ", _ := " + call + "\n" + f.uses(fmt.Sprintf(oneOf(f.r, o.uses...), out))
	case 4, 5: // if with a simple statement
		f.push()
		defer f.pop()
		name, _ := f.errName()
		f.declare(name)
		return "if _, " + name + " := " + call + "; " + f.failed(name) + " {\n" + f.handle(name, o) + "}" + f.orElse()
	case 6: // switch with a simple statement
		f.push()
		defer f.pop()
		f.declare("err")
		text := "switch _, err := " + call + "; {\ncase err == nil:\n"
		if f.chance(2) {
			text = "switch _, err := " + call + "; err {\ncase nil:\n"
		}
		return text + f.branch() + "default:\n" + f.handle("err", o) + "}"
	case 7: // the output is used first
		out := f.fresh("out")
		name, _ := f.errName()
		f.declare(name)
		use := f.uses(fmt.Sprintf(oneOf(f.r, o.uses...), out))
		return out + ", " + name + " := " + call + "\n" + use + "\nif " + f.failed(name) + " {\n" + f.handle(name, o) + "}"
	case 8, 9:
		out := f.fresh("out")
		name, _ := f.errName()
		f.declare(name)
		return out + ", " + name + " := " + call + "\nif " + f.failed(name) + " {\n" + f.handle(name, o) + "}" + f.orElse() + "\n" + f.uses(fmt.Sprintf(oneOf(f.r, o.uses...), out))
	case 10: // overwritten
		name, assign := f.errName()
		return "_, " + name + " " + assign + " " + call + "\n_, " + name + " = " + f.call(o) + "\nif " + f.failed(name) + " {\n" + f.handle(name, o) + "}"
	default:
		name, assign := f.errName()
		return "_, " + name + " " + assign + " " + call + "\n" + f.between() + "if " + f.failed(name) + " {\n" + f.handle(name, o) + "}" + f.orElse()
	}
}

// between returns a statement between a call and the check of its error, mostly none.
func (f *frame) between() string {
	if f.chance(5) {
		return f.uses("text") + "\n"
	}
	return ""
}

// failed returns a condition that is true if the error called name is not nil.
func (f *frame) failed(name string) string {
	return oneOf(f.r, name+" != nil", name+" != nil", name+" != nil", "nil != "+name, "("+name+" != nil)", name+" != nil && flag", "!("+name+" == nil)", name+" != nil || flag")
}

// orElse returns an else branch, mostly none.
func (f *frame) orElse() string {
	switch f.r.IntN(6) {
	case 0:
		return " else {\n" + f.branch() + "}"
	case 1:
		return " else if flag {\n" + f.branch() + "}"
	}
	return ""
}

// branch returns statements of a branch where all is well.
func (f *frame) branch() string {
	if f.depth > 2 || f.chance(2) {
		return f.uses("flag") + "\n"
	}
	return f.block(1)
}

// nested puts statements into another one.
func (f *frame) nested() string {
	switch f.r.IntN(8) {
	case 0:
		return "{\n" + f.block(2) + "}"
	case 1:
		return "if flag {\n" + f.block(2) + "} else {\n" + f.block(1) + "}"
	case 2:
		return "switch text {\ncase \"a\":\n" + f.block(1) + "fallthrough\ncase \"b\", \"c\":\n" + f.block(1) + "default:\n" + f.block(1) + "}"
	case 3:
		return "select {\ncase <-ctx.Done():\n" + f.give("ctx.Err()") + "\ndefault:\n" + f.block(1) + "}"
	case 4:
		v := f.fresh("v")
		return "var " + v + " any = text\nswitch " + v + " := " + v + ".(type) {\ncase string:\n_ = " + v + "\n" + f.block(1) + "case error:\n_ = " + v + "\n" + f.block(1) + "}"
	case 5:
		return "func() {\n" + f.inner(nil, 2) + "}()"
	case 6:
		return "defer func() {\n" + f.inner(nil, 1) + "}()"
	default:
		return "for range 2 {\n" + f.looped(2) + "}"
	}
}

// inner returns the body of a function literal with these results.
func (f *frame) inner(results []string, n int) string {
	text := f.literal(results, n)
	return text[strings.IndexByte(text, '{')+2 : len(text)-1]
}

// looped returns the body of a loop.
func (f *frame) looped(n int) string {
	was := f.loop
	f.loop = true
	defer func() { f.loop = was }()
	return f.block(n)
}

// literalCalled calls function literals.
func (f *frame) literalCalled() string {
	fun := f.fresh("f")
	switch f.r.IntN(4) {
	case 0:
		return fun + " := " + f.literal([]string{"error"}, 1) + "\n" + oneOf(f.r, fun+"()", "_ = "+fun+"()", "if err := "+fun+"(); err != nil {\n"+f.give("err")+"\n}")
	case 1:
		return "if err := " + f.literal([]string{"error"}, 1) + "(); err != nil {\n" + f.give("err") + "\n}"
	case 2: // a method value
		o := f.plain()
		return fun + " := " + f.method(o) + "\nif _, err := " + fun + "(ctx, nil); err != nil {\n" + f.handle("err", o) + "}"
	default:
		return "defer " + f.literal(nil, 1) + "()"
	}
}

// stored keeps an error somewhere.
func (f *frame) stored() string {
	o := f.operation()
	box := f.fresh("box")
	switch f.r.IntN(5) {
	case 0:
		return "var " + box + " struct{ err error }\n_, " + box + ".err = " + f.call(o) + "\n" + f.uses(box)
	case 1:
		return box + " := make(map[string]error)\n_, " + box + "[text] = " + f.call(o) + "\nif " + box + "[text] != nil {\n" + f.give(box+"[text]") + "\n}"
	case 2:
		return "var " + box + " [1]error\n_, " + box + "[0] = " + f.call(o) + "\n_ = " + box
	case 3:
		return "var " + box + " error\n_, *(&" + box + ") = " + f.call(o) + "\nif " + box + " != nil {\n" + f.handle(box, o) + "}"
	default:
		return "var _, " + box + " = " + f.call(o) + "\nif " + box + " != nil {\n" + f.handle(box, o) + "}"
	}
}

// throughHelper passes the results of a call to a function of the program.
func (f *frame) throughHelper() string {
	o := f.operation()
	switch f.r.IntN(5) {
	case 0:
		return f.uses(f.helper("must") + "(" + f.call(o) + ")")
	case 1:
		return f.uses(f.helper("ignore") + "(" + f.call(o) + ")")
	case 2:
		return "if err := " + f.helper("again") + "(3, func() error {\n_, err := " + f.call(o) + "\nreturn " + oneOf(f.r, "err", f.helper("wrap")+"(err)") + "\n}); err != nil {\n" + f.handle("err", o) + "}"
	case 3:
		name := f.fresh("err")
		return "_, " + name + " := " + f.helper("both") + "(func() (" + f.output(o) + ", error) { return " + f.call(o) + " })\nif " + name + " != nil {\n" + f.handle(name, o) + "}"
	default:
		name := f.fresh("err")
		return "_, " + name + " := " + f.call(o) + "\n" + f.helper("logged") + "(" + name + ")"
	}
}

// callee calls another function of the program.
func (f *frame) callee() string {
	if len(f.funcs) == 0 {
		return f.simple()
	}
	c := oneOf(f.r, f.funcs...)
	call := c.name + "(ctx, text, flag)"
	var left []string
	failed := ""
	for _, typ := range c.results {
		if typ == "error" {
			failed = f.fresh("err")
			left = append(left, failed)
		} else {
			left = append(left, "_")
		}
	}
	switch {
	case failed == "" || f.chance(4):
		return call
	case f.chance(4):
		return strings.TrimSuffix(strings.Repeat("_, ", len(left)), ", ") + " = " + call
	}
	o := oneOf(f.r, ops...)
	return strings.Join(left, ", ") + " := " + call + "\nif " + f.failed(failed) + " {\n" + f.handle(failed, o) + "}"
}

// partial calls an operation that can fail in part.
func (f *frame) partial() string {
	o, ok := f.operationThat(func(o op) bool { return len(o.failures) > 0 })
	if !ok {
		return f.simple()
	}
	out, name := f.fresh("out"), f.fresh("err")
	text := out + ", " + name + " := " + f.call(o) + "\nif " + name + " != nil {\n" + f.handle(name, o) + "}\n"
	if f.chance(3) {
		return text + "if " + fmt.Sprintf(oneOf(f.r, o.failures...), out) + " {\n" + f.give(f.helper("errFailed")) + "\n}"
	}
	return text + f.uses(fmt.Sprintf(oneOf(f.r, o.uses...), out))
}

// pages reads a list, or its first page.
func (f *frame) pages() string {
	o, ok := f.operationThat(func(o op) bool { return o.pages })
	if !ok {
		return f.simple()
	}
	if f.pointer == nil || f.chance(2) {
		out, name := f.fresh("out"), f.fresh("err")
		use := fmt.Sprintf(o.uses[0], out)
		return out + ", " + name + " := " + f.call(o) + "\nif " + name + " != nil {\n" + f.handle(name, o) + "}\nfor i := range " + use + " {\n_ = i\n}"
	}
	pages := f.fresh("pages")
	return pages + " := " + f.sdk(o.service) + ".New" + o.name + "Paginator(" + f.pointer(o) + ", &" + f.sdk(o.service) + "." + o.name + "Input{})\nfor " + pages + ".HasMorePages() {\npage, err := " + pages + ".NextPage(ctx)\nif err != nil {\n" + f.inLoop(func() string { return f.handle("err", o) }) + "}\n" + f.uses(fmt.Sprintf(o.uses[0], "page")) + "\n}"
}

// inLoop generates what stands in a loop.
func (f *frame) inLoop(generate func() string) string {
	was := f.loop
	f.loop = true
	defer func() { f.loop = was }()
	return generate()
}
