package program

import (
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// handlers generates handlers and the main function that starts them.
func (p *prog) handlers() {
	var starts []string
	for range 1 + p.r.IntN(2) {
		switch p.r.IntN(8) {
		case 0, 1:
			starts = append(starts, p.direct())
		case 2:
			starts = append(starts, p.raw())
		default:
			starts = append(starts, p.handler(oneOf(p.r, events...)))
		}
	}
	p.main(starts)
}

// handling returns a frame for a handler, and the statements that declare what its body uses.
func (p *prog) handling() (*frame, string) {
	f := &frame{prog: p, handles: true}
	f.pointers(f.global)
	f.push()
	for _, known := range []string{"ctx", "in", "text", "flag"} {
		f.declare(known)
	}
	return f, "text, flag := " + p.pkg("os") + ".Args[0], len(" + p.pkg("os") + ".Args) > 1\n_, _ = text, flag\n"
}

// handler generates a handler of an event source, and returns statements that start it.
func (p *prog) handler(e event) string {
	name := p.fresh("handle")
	pkg := p.pkg(awspath.Events)
	f, text := p.handling()
	f.asks = e.asks
	f.results = []string{"error"}
	out := pkg + "." + e.out
	if e.out != "" {
		f.results = []string{out, "error"}
		if e.status != "" && p.chance(5) {
			f.results[0] = "*" + out
		}
	} else if p.chance(8) {
		f.results = oneOf(p.r, nil, []string{"*" + p.helper("opError")})
	}
	if e.status != "" {
		f.respond = func(err string) string { return f.response(out, err) }
	}
	in := pkg + "." + e.in
	switch p.r.IntN(8) {
	case 0:
		in = "*" + in
	case 1:
		named := p.fresh("request")
		p.decls = append(p.decls, "type "+named+" "+oneOf(p.r, "", "= ")+in)
		in = named
	}
	full := !p.chance(8)
	params := "(ctx " + p.pkg("context") + ".Context, in " + in + ")"
	if !full {
		params = "(in " + in + ")"
		text = "ctx := " + p.pkg("context") + ".Background()\n_ = ctx\n" + text
	}
	if e.out != "" && e.failed != "" {
		f.declare("resp")
		text += "var resp " + out + "\n_ = resp\n"
		f.respond = func(err string) string {
			if f.chance(4) {
				return "return " + out + "{}, " + err
			}
			return "return resp, " + oneOf(f.r, "nil", err)
		}
	}
	if e.records != "" {
		text += f.records(e, pkg)
	}
	for range 1 + p.r.IntN(3) {
		text += f.statement() + "\n"
	}
	text = params + " " + parenthesized(f.results) + " {\n" + text + f.give("nil") + "\n}"
	responds := len(f.results) == 2
	switch p.r.IntN(6) {
	case 0: // a method
		p.helpers["app"] = "type app struct{ name string }"
		p.decls = append(p.decls, "func (a "+oneOf(p.r, "", "*")+"app) "+name+text)
		return p.start("new(app)."+name, full, responds)
	case 1: // a literal
		return p.start("func"+text, full, responds)
	case 2: // called by another one
		inner := p.fresh("inner")
		if full && responds {
			p.decls = append(p.decls, "func "+inner+text, "func "+name+params+" "+parenthesized(f.results)+" {\nreturn "+inner+"(ctx, in)\n}")
			return p.start(name, full, responds)
		}
	case 3:
		p.decls = append(p.decls, "func "+name+"[T any]"+text)
		return p.start(name+"[int]", full, responds)
	}
	p.decls = append(p.decls, "func "+name+text)
	return p.start(name, full, responds)
}

// records handles the records of a batch, one by one.
func (f *frame) records(e event, pkg string) string {
	text := "for _, record := range " + e.records + " {\n_ = record\n"
	if e.lists {
		text = "for _, list := range " + e.records + " {\nfor _, record := range list {\n_ = record\n"
	}
	text += f.inLoop(func() string { return f.recordBody(e, pkg) }) + "}\n"
	if e.lists {
		text += "}\n"
	}
	return text
}

// recordBody handles a record of a batch.
func (f *frame) recordBody(e event, pkg string) string {
	o := oneOf(f.r, ops...)
	text := "if _, err := " + f.call(o) + "; err != nil {\n"
	switch {
	case e.failed != "" && f.chance(2):
		return text + strings.ReplaceAll(e.failed, "%", pkg) + "\n" + oneOf(f.r, "continue\n", "", f.logging("err")+"\n") + "}\n"
	case f.chance(3):
		return text + f.logging("err") + "\n" + oneOf(f.r, "continue\n", "") + "}\n"
	}
	return text + f.handle("err", o) + "}\n" + f.block(1)
}

// raw generates a handler of bytes, and returns statements that start it.
func (p *prog) raw() string {
	f, text := p.handling()
	f.results = []string{"[]byte", "error"}
	name := p.fresh("raw")
	p.decls = append(p.decls, "type "+name+" struct{}\n\nfunc (r "+name+") Invoke(ctx "+p.pkg("context")+".Context, in []byte) ([]byte, error) {\n"+text+f.block(2)+f.give("nil")+"\n}")
	return p.pkg(awspath.Lambda) + ".StartHandler(" + name + "{})\n"
}
