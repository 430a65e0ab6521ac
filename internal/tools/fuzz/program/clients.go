package program

import (
	"fmt"
	"slices"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// A signature is what stands before the body of a function, without its results.
type signature struct {
	head     string // func, the receiver, the name and type parameters
	params   []string
	callable bool // with the parameters that all functions have
}

// signature chooses from where the function called name has its clients.
func (f *frame) signature(name string) signature {
	s := signature{head: "func " + name, params: []string{"ctx " + f.pkg("context") + ".Context", "text string", "flag bool"}}
	switch f.r.IntN(14) {
	case 0:
		f.pointers(f.global)
		s.callable = true
	case 1:
		f.pointers(f.new)
		s.callable = true
	case 2, 3: // a method of a struct with clients
		receiver := oneOf(f.r, "s", "st", "me")
		f.declare(receiver)
		s.head = "func (" + receiver + " *store) " + name
		f.pointers(func(o op) string { f.field(o.service); return receiver + "." + o.service + "Client" })
		f.field(oneOf(f.r, ops...).service)
	case 4, 5:
		s.head = "func (w *" + f.embedding() + ") " + name
		f.services = []string{f.embedded}
		f.declare("w")
		f.client = func(op) string { return "w" }
		f.pointer = func(op) string { return "w.Client" }
	case 6, 7:
		f.throughInterface(&s, name)
	case 8, 9:
		f.throughFunction(&s, name)
	default: // a parameter
		service := oneOf(f.r, ops...).service
		f.services = []string{service}
		f.declare("c")
		s.params = append(s.params, "c *"+f.sdk(service)+".Client")
		f.pointers(func(op) string { return "c" })
	}
	return s
}

// pointers has client return clients that are pointers to those of the SDK.
func (f *frame) pointers(client func(op) string) { f.client, f.pointer = client, client }

// global returns a variable of the package.
func (f *frame) global(o op) string {
	name := o.service + "Global"
	if _, ok := f.helpers[name]; !ok {
		f.helpers[name] = "var " + name + oneOf(f.r, " *"+f.sdk(o.service)+".Client", " = "+f.new(o))
	}
	return name
}

// new returns an expression that makes a client.
func (f *frame) new(o op) string {
	if f.chance(2) {
		return f.sdk(o.service) + ".New(" + f.sdk(o.service) + ".Options{})"
	}
	return f.sdk(o.service) + ".NewFromConfig(" + f.pkg(awspath.AWS) + ".Config{})"
}

// field has the struct store have a client of the service.
func (p *prog) field(service string) {
	if !slices.Contains(p.fields, service) {
		p.fields = append(p.fields, service)
	}
}

// embedding returns the name of a struct with an embedded client, or with a struct that has one.
func (f *frame) embedding() string {
	if f.embedded == "" {
		f.embedded = oneOf(f.r, ops...).service
	}
	if f.chance(2) {
		return "wide"
	}
	f.helpers["wider"] = "type wider struct {\n" + oneOf(f.r, "", "*") + "wide\nnote string\n}"
	return "wider"
}

// throughInterface gives the function an interface with one operation, as it is, in another interface, as a type parameter, or embedded
// in a struct.
func (f *frame) throughInterface(s *signature, name string) {
	o := oneOf(f.r, ops...)
	f.services = []string{o.service + "." + o.name}
	face := f.face(o)
	if f.chance(3) {
		larger := f.fresh("larger")
		f.decls = append(f.decls, "type "+larger+" interface {\n"+face+"\nPing(ctx "+f.pkg("context")+".Context) error\n}")
		face = larger
	}
	f.client = func(op) string { return "api" }
	switch f.r.IntN(5) {
	case 0:
		s.head += "[C " + face + "]"
		s.params = append(s.params, "api C")
	case 1: // a field of a generic struct
		repo := f.fresh("repo")
		f.decls = append(f.decls, "type "+repo+"[C "+face+", K comparable] struct {\nclient C\nkeys map[K]string\n}")
		s.head = "func (api *" + repo + "[C, K]) " + name
		f.client = func(op) string { return "api.client" }
	case 2:
		holder := f.fresh("holder")
		f.decls = append(f.decls, "type "+holder+" struct {\n"+face+"\nname string\n}")
		s.params = append(s.params, "api "+oneOf(f.r, "", "*")+holder)
	default:
		s.params = append(s.params, "api "+face)
		f.expression = face + "." + o.name
	}
	f.declare("api")
}

// throughFunction gives the function an operation as a function, in a parameter or a field.
func (f *frame) throughFunction(s *signature, name string) {
	o := oneOf(f.r, ops...)
	f.services = []string{o.service + "." + o.name}
	typ := fmt.Sprintf("func(%s.Context, *%s.%sInput, ...func(*%s.Options)) (*%s.%sOutput, error)",
		f.pkg("context"), f.sdk(o.service), o.name, f.sdk(o.service), f.sdk(o.service), o.name)
	if f.chance(3) {
		named := f.fresh("operation")
		f.decls = append(f.decls, "type "+named+" "+oneOf(f.r, "", "= ")+typ)
		typ = named
	}
	f.function = "call"
	if f.chance(2) {
		f.declare("call")
		s.params = append(s.params, "call "+typ)
		return
	}
	through := f.fresh("through")
	f.decls = append(f.decls, "type "+through+" struct{ call "+typ+" }")
	s.head = "func (th " + oneOf(f.r, "", "*") + through + ") " + name
	f.declare("th")
	f.function = "th.call"
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
