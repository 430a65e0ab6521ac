package program

import (
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// start returns statements that start a handler: the expression h, which takes a context and an event if full, and returns a result
// and an error if it responds.
func (p *prog) start(h string, full, responds bool) string {
	l := p.pkg(awspath.Lambda)
	if full && responds && p.chance(3) {
		h = p.around(h)
	}
	switch p.r.IntN(10) {
	case 0:
		return l + ".StartWithOptions(" + h + ", " + l + ".WithUseNumber(true))\n"
	case 1:
		return l + ".StartWithContext(" + p.pkg("context") + ".Background(), " + h + ")\n"
	case 2:
		return l + ".StartHandler(" + l + ".NewHandler(" + h + "))\n"
	case 3:
		return "h := " + h + "\n" + l + ".StartHandlerWithContext(" + p.pkg("context") + ".Background(), " + l + ".NewHandlerWithOptions(h, " + l + ".WithSetIndent(\"\", \" \")))\n"
	case 4:
		return p.helper("begin") + "(" + h + ")\n"
	case 5:
		if full && responds {
			return l + ".StartHandlerFunc(" + h + ")\n"
		}
	case 6:
		return "defer " + l + ".Start(" + h + ")\n"
	}
	return l + ".Start(" + h + ")\n"
}

// around returns a call of a middleware with a handler that takes a context and an event and returns a result and an error.
func (p *prog) around(h string) string {
	return p.helper(oneOf(p.r, "traced", "traced", "recovering", "silenced")) + "(" + h + ")"
}

// middleware are the declarations of functions that start handlers or wrap them.
var middleware = map[string]string{
	"begin":      "func begin(h any) {\n«log».SetFlags(0)\n«lib/lambda».Start(h)\n}",
	"traced":     "func traced[I, O any](next func(«context».Context, I) (O, error)) func(«context».Context, I) (O, error) {\nreturn func(ctx «context».Context, in I) (O, error) {\n«log».Print(in)\nreturn next(ctx, in)\n}\n}",
	"recovering": "func recovering[I, O any](next func(«context».Context, I) (O, error)) func(«context».Context, I) (O, error) {\nreturn func(ctx «context».Context, in I) (out O, err error) {\ndefer func() {\nif r := recover(); r != nil {\nerr = «fmt».Errorf(\"recovered: %v\", r)\n}\n}()\nreturn next(ctx, in)\n}\n}",
	"silenced":   "func silenced[I, O any](next func(«context».Context, I) (O, error)) func(«context».Context, I) (O, error) {\nreturn func(ctx «context».Context, in I) (O, error) {\nout, err := next(ctx, in)\nif err != nil {\n«log».Print(err)\n}\nreturn out, nil\n}\n}",
}

// main generates the main function that starts handlers, each by some statements.
func (p *prog) main(starts []string) {
	text := "func main() {\n"
	for i, start := range starts {
		if i+1 < len(starts) {
			start = "if len(" + p.pkg("os") + ".Args) > 3 {\n" + start + "}\n"
		}
		text += start
	}
	p.decls = append(p.decls, strings.TrimSuffix(text, "\n")+"\n}")
}
