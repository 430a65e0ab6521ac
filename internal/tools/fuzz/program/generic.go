package program

import "fmt"

// generic passes the results of calls through generic functions and types.
func (f *frame) generic() string {
	o := f.plain()
	name := f.fresh("err")
	out := f.fresh("out")
	check := "if " + name + " != nil {\n" + f.handle(name, o) + "}"
	switch f.r.IntN(9) {
	case 0:
		return out + " := " + f.helper("collect") + "(" + f.call(o) + ")\nif _, " + name + " := " + out + ".get(); " + name + " != nil {\n" + f.handle(name, o) + "}"
	case 1: // nested
		return "var " + out + " " + f.helper("result") + "[" + f.helper("result") + "[" + f.output(o) + "]]\n" + out + ".value = " + f.helper("collect") + "(" + f.call(o) + ")\n_, " + name + " := " + out + ".value.get()\n" + check
	case 2:
		return "_, " + name + " := " + f.helper("retry") + oneOf(f.r, "", "["+f.output(o)+"]") + "(ctx, 3, func(ctx " + f.pkg("context") + ".Context) (" + f.output(o) + ", error) {\nreturn " + f.call(o) + "\n})\n" + check
	case 3: // a method as an argument
		return "_, " + name + " := " + f.helper("apply") + "(ctx, " + f.method(o) + ", &" + f.sdk(o.service) + "." + o.name + "Input{})\n" + check
	case 4:
		return out + " := " + f.helper("must") + "(" + f.helper("both") + "(func() (" + f.output(o) + ", error) { return " + f.call(o) + " }))\n" + f.uses(fmt.Sprintf(oneOf(f.r, o.uses...), out))
	case 5:
		return "for " + out + ", " + name + " := range " + f.helper("each") + "(func() (" + f.output(o) + ", error) { return " + f.call(o) + " }) {\nif " + name + " != nil {\n" + f.inLoop(func() string { return f.handle(name, o) }) + "}\n" + f.uses(fmt.Sprintf(oneOf(f.r, o.uses...), out)) + "\n}"
	case 6:
		list := f.fresh("list")
		return list + " := " + f.helper("mapped") + "([]string{text}, func(text string) (" + f.output(o) + ", error) { return " + f.call(o) + " })\nfor _, " + out + " := range " + list + " {\nif _, " + name + " := " + out + ".get(); " + name + " != nil {\n" + f.inLoop(func() string { return f.handle(name, o) }) + "}\n}"
	case 7:
		return "_, " + name + " := " + f.call(o) + "\n" + f.helper("onError") + "(" + name + ", func(err error) {\n" + f.uses("err") + "\n})"
	default:
		return out + ", " + name + " := " + f.helper("newPair") + oneOf(f.r, "", "["+f.output(o)+", error]") + "(" + f.call(o) + ").split()\n" + check + "\n" + f.uses(fmt.Sprintf(oneOf(f.r, o.uses...), out))
	}
}

// generics are the declarations of generic functions and types that errors go through.
var generics = map[string]string{
	"must":    "func must[T any](v T, err error) T {\nif err != nil {\npanic(err)\n}\nreturn v\n}",
	"ignore":  "func ignore[T any](v T, _ error) T { return v }",
	"both":    "func both[T any](f func() (T, error)) (T, error) {\nv, err := f()\nif err != nil {\nvar none T\nreturn none, «fmt».Errorf(\"both: %w\", err)\n}\nreturn v, nil\n}",
	"result":  "type result[T any] struct {\nvalue T\nerr error\n}\n\nfunc (r result[T]) get() (T, error) { return r.value, r.err }",
	"collect": "func collect[T any](v T, err error) result[T] { return result[T]{value: v, err: err} }",
	"retry":   "func retry[T any](ctx «context».Context, n int, f func(«context».Context) (T, error)) (v T, err error) {\nfor range n {\nif v, err = f(ctx); err == nil {\nreturn v, nil\n}\n}\nreturn v, err\n}",
	"apply":   "func apply[I, O, P any](ctx «context».Context, call func(«context».Context, *I, ...func(*P)) (*O, error), in *I) (*O, error) {\nreturn call(ctx, in)\n}",
	"each":    "func each[T any](next func() (T, error)) «iter».Seq2[T, error] {\nreturn func(yield func(T, error) bool) {\nfor yield(next()) {\n}\n}\n}",
	"mapped":  "func mapped[S ~[]E, E, T any](all S, f func(E) (T, error)) (list []result[T]) {\nfor _, e := range all {\nlist = append(list, collect(f(e)))\n}\nreturn list\n}",
	"onError": "func onError[E error](err E, f func(error)) {\nif error(err) != nil {\nf(err)\n}\n}",
	"newPair": "type pair[A, B any] struct {\na A\nb B\n}\n\nfunc newPair[A, B any](a A, b B) *pair[A, B] { return &pair[A, B]{a, b} }\n\nfunc (p *pair[A, B]) split() (A, B) { return p.a, p.b }",
	"is":      "func is[E error](err error) bool {\n_, ok := «errors».AsType[E](err)\nreturn ok\n}",
	"as":      "func as[E error](err error) (target E, ok bool) {\nok = «errors».As(err, &target)\nreturn target, ok\n}",
}
