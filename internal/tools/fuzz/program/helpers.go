package program

import "fmt"

// helper returns the name of a function of the program that errors go through, and declares it.
func (p *prog) helper(name string) string {
	if _, ok := p.helpers[name]; ok {
		return name
	}
	p.helpers[name] = "" // it may be asked for on the way
	var text string
	switch name {
	case "must":
		text = "func must[T any](v T, err error) T {\nif err != nil {\npanic(err)\n}\nreturn v\n}"
	case "ignore":
		text = "func ignore[T any](v T, _ error) T { return v }"
	case "wrap":
		text = "func wrap(err error) error {\nif err == nil {\nreturn nil\n}\nreturn " + p.pkg("fmt") + `.Errorf("wrap: ` + oneOf(p.r, "%w", "%w", "%v", "%s") + `", err)` + "\n}"
	case "logged":
		text = "func logged(err error) {\nif err != nil {\n" + p.pkg("log") + `.Print("failed: ", err)` + "\n}\n}"
	case "again":
		text = "func again(n int, f func() error) error {\nvar err error\nfor range n {\nif err = f(); err == nil {\nreturn nil\n}\n}\nreturn " + oneOf(p.r, "err", "nil", "wrap2(err)") + "\n}"
		p.helpers["wrap2"] = "func wrap2(err error) error { return " + p.pkg("fmt") + `.Errorf("again: %w", err) }`
	case "both":
		text = "func both[T any](f func() (T, error)) (T, error) {\nv, err := f()\nif err != nil {\nvar none T\nreturn none, " + p.pkg("fmt") + `.Errorf("both: %w", err)` + "\n}\nreturn v, nil\n}"
	case "opError":
		text = "type opError struct {\nop string\nerr error\n}\n\nfunc (e *opError) Error() string { return e.op + \": \" + e.err.Error() }"
		if p.chance(2) {
			text += "\n\nfunc (e *opError) Unwrap() error { return e.err }"
		}
	case "items":
		text = "func items(yield func(int, error) bool) {\nfor i := range 3 {\nif !yield(i, nil) {\nreturn\n}\n}\n}"
	case "errFailed":
		text = "var errFailed = " + p.pkg("errors") + `.New("failed")`
	default:
		panic(fmt.Sprintf("no helper %s", name))
	}
	p.helpers[name] = text
	return name
}
