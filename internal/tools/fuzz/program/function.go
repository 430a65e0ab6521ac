package program

import (
	"fmt"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// resultKinds are the results that functions have.
var resultKinds = [][]string{
	{}, {"error"}, {"error"}, {"error"}, {"bool"}, {"bool", "error"}, {"int", "error"}, {"string"}, {"[]string", "error"}, {"string", "bool"}, {"*int", "error"}, {"any", "error"},
}

// function generates a top-level function or method.
func (p *prog) function() {
	f := &frame{prog: p, results: oneOf(p.r, resultKinds...)}
	f.push()
	name := p.fresh(oneOf(p.r, "load", "save", "exists", "ensure", "send", "remove", "run", "list"))
	head, params := "func "+name, []string{"ctx " + p.pkg("context") + ".Context", "text string", "flag bool"}
	for _, known := range []string{"ctx", "text", "flag"} {
		f.declare(known)
	}
	callable := true
	switch p.r.IntN(7) {
	case 0: // a client in a variable of the package
		f.client = func(o op) string {
			global := o.service + "Global"
			p.helpers[global] = "var " + global + " *" + p.sdk(o.service) + ".Client"
			return global
		}
	case 1: // a method
		receiver := oneOf(p.r, "s", "st", "me")
		f.declare(receiver)
		head = "func (" + receiver + " *store) " + name
		f.client = func(o op) string { p.field(o.service); return receiver + "." + o.service + "Client" }
		p.field(oneOf(p.r, ops...).service)
		callable = false
	case 2: // an embedded client
		if p.embedded == "" {
			p.embedded = oneOf(p.r, ops...).service
		}
		f.services = []string{p.embedded}
		head = "func (w *wide) " + name
		f.declare("w")
		f.client = func(op) string { return "w" }
		callable = false
	case 3: // an interface, or a type parameter
		o := oneOf(p.r, ops...)
		f.services = []string{o.service + "." + o.name}
		face := p.face(o)
		f.declare("api")
		if p.chance(2) {
			head += "[C " + face + "]"
			params = append(params, "api C")
		} else {
			params = append(params, "api "+face)
		}
		f.client = func(op) string { return "api" }
		callable = false
	case 4: // a client of its own
		f.client = func(o op) string {
			if p.chance(2) {
				return p.sdk(o.service) + ".New(" + p.sdk(o.service) + ".Options{})"
			}
			return p.sdk(o.service) + ".NewFromConfig(" + p.pkg(awspath.AWS) + ".Config{})"
		}
	default: // a parameter
		service := oneOf(p.r, ops...).service
		f.services = []string{service}
		f.declare("c")
		params = append(params, "c *"+p.sdk(service)+".Client")
		f.client = func(op) string { return "c" }
		callable = false
	}
	result := parenthesized(f.results)
	if len(f.results) > 0 && p.chance(4) {
		var named []string
		for i, typ := range f.results {
			name := fmt.Sprintf("r%d", i)
			if typ == "error" {
				name = "err"
			}
			f.named = append(f.named, name)
			f.declare(name)
			named = append(named, name+" "+typ)
		}
		result = "(" + strings.Join(named, ", ") + ")"
	}
	text := head + "(" + strings.Join(params, ", ") + ") " + result + " {\n"
	for range 1 + p.r.IntN(3) {
		text += f.statement() + "\n"
	}
	if len(f.results) > 0 {
		text += f.give("nil") + "\n"
	}
	p.decls = append(p.decls, text+"}")
	if callable {
		p.funcs = append(p.funcs, callee{name, f.results})
	}
}

func (p *prog) field(service string) {
	for _, have := range p.fields {
		if have == service {
			return
		}
	}
	p.fields = append(p.fields, service)
}

// face returns the name of an interface with an operation.
func (p *prog) face(o op) string {
	method := fmt.Sprintf("%s(ctx %s.Context, in *%s.%sInput, opts ...func(*%s.Options)) (*%s.%sOutput, error)",
		o.name, p.pkg("context"), p.sdk(o.service), o.name, p.sdk(o.service), p.sdk(o.service), o.name)
	name, ok := p.interfaces[method]
	if !ok {
		name = p.fresh("api")
		p.interfaces[method] = name
		p.decls = append(p.decls, "type "+name+" interface {\n\t"+method+"\n}")
	}
	return name
}

// operation returns an operation that the function has a client for.
func (f *frame) operation() op {
	o, _ := f.operationThat(func(op) bool { return true }) // there is always one
	return o
}

// operationThat returns such an operation that is wanted, false if there is none.
func (f *frame) operationThat(wanted func(op) bool) (op, bool) {
	var some []op
	for _, o := range ops {
		if (len(f.services) == 0 || o.service == f.services[0] || o.service+"."+o.name == f.services[0]) && wanted(o) {
			some = append(some, o)
		}
	}
	if len(some) == 0 {
		return op{}, false
	}
	return oneOf(f.r, some...), true
}

// call returns a call of an operation.
func (f *frame) call(o op) string {
	in := "nil"
	if !f.chance(6) {
		in = "&" + f.sdk(o.service) + "." + o.name + "Input{}"
		if o.in != "" && !f.chance(4) {
			in = "&" + f.sdk(o.service) + "." + o.name + "Input{" + fmt.Sprintf(o.in, "text") + "}"
		}
	}
	ctx := "ctx"
	if f.chance(8) {
		ctx = f.pkg("context") + ".Background()"
	}
	fun := f.client(o) + "." + o.name
	if f.chance(12) {
		fun = "(" + fun + ")"
	}
	return fun + "(" + ctx + ", " + in + ")"
}
