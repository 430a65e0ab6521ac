package program

import (
	"fmt"
	"strings"
)

// helper returns the name of a function of the program that errors go through, and declares it.
func (p *prog) helper(name string) string {
	if _, ok := p.helpers[name]; ok {
		return name
	}
	p.helpers[name] = "" // it may be asked for on the way
	var text string
	switch name {
	case "wrap":
		text = "func wrap(err error) error {\nif err == nil {\nreturn nil\n}\nreturn " + p.pkg("fmt") + `.Errorf("wrap: ` + oneOf(p.r, "%w", "%w", "%v", "%s") + `", err)` + "\n}"
	case "logged":
		text = "func logged(err error) {\nif err != nil {\n" + p.pkg("log") + `.Print("failed: ", err)` + "\n}\n}"
	case "again":
		text = "func again(n int, f func() error) error {\nvar err error\nfor range n {\nif err = f(); err == nil {\nreturn nil\n}\n}\nreturn " + oneOf(p.r, "err", "nil", "wrap2(err)") + "\n}"
		p.helpers["wrap2"] = "func wrap2(err error) error { return " + p.pkg("fmt") + `.Errorf("again: %w", err) }`
	case "opError":
		text = "type opError struct {\nop string\nerr error\n}\n\nfunc (e *opError) Error() string { return e.op + \": \" + e.err.Error() }"
		if p.chance(2) {
			text += "\n\nfunc (e *opError) Unwrap() error { return e.err }"
		}
	case "logger":
		text = "type logger struct{ text string }\n\nfunc (l logger) Error() *logger { return &l }\n\nfunc (l *logger) Err(err error) *logger {\nl.text += err.Error()\nreturn l\n}\n\nfunc (l *logger) Msg(text string) { " + p.pkg("os") + ".Stderr.WriteString(text + l.text) }"
	case "jsonError":
		text = "type jsonError struct {\nCode string `json:\"code\"`\nMessage string `json:\"message\"`\n}\n\nfunc (e jsonError) Error() string { return e.Code + e.Message }"
	case "second":
		text = "func second(_ any, err error) error { return err }"
	case "items":
		text = "func items(yield func(int, error) bool) {\nfor i := range 3 {\nif !yield(i, nil) {\nreturn\n}\n}\n}"
	case "errFailed":
		text = "var errFailed = " + p.pkg("errors") + `.New("failed")`
	default:
		generic, ok := generics[name]
		if !ok {
			generic, ok = middleware[name]
		}
		if !ok {
			panic(fmt.Sprintf("no helper %s", name))
		}
		text = p.expand(generic)
		for _, other := range []string{"result", "collect"} {
			if name != other && strings.Contains(text, other+"(") || name != other && strings.Contains(text, other+"[") {
				p.helper(other)
			}
		}
	}
	p.helpers[name] = text
	return name
}
