package program

import (
	"fmt"
	"slices"
	"strings"
)

// A frame is a function, or function literal, whose body is being generated.
type frame struct {
	*prog
	results  []string                // types
	named    []string                // their names, if they have any
	scopes   []map[string]bool       // what is declared, the innermost scope last
	client   func(op) string         // the client for an operation
	pointer  func(op) string         // the same as a pointer to a client of the SDK, nil if there is none
	services []string                // that there are clients of, all if empty; or just one operation
	loop     bool                    // break and continue are possible
	respond  func(err string) string // the return statement of a handler, if it is one
	handles  bool                    // it is a Lambda handler
	asks     bool                    // of an authorizer
	depth    int

	function   string // a function that performs the one operation, "" if it is a method of client
	expression string // the method expression of the one operation of an interface, "" if there is none
}

func (f *frame) push() { f.scopes = append(f.scopes, make(map[string]bool)) }
func (f *frame) pop()  { f.scopes = f.scopes[:len(f.scopes)-1] }

// declare notes that name is declared in the innermost scope, and reports whether it was not yet.
func (f *frame) declare(name string) bool {
	scope := f.scopes[len(f.scopes)-1]
	had := scope[name]
	scope[name] = true
	return !had
}

// visible reports whether name, which only variables for errors have, is declared in some scope.
func (f *frame) visible(name string) bool {
	return slices.ContainsFunc(f.scopes, func(s map[string]bool) bool { return s[name] })
}

// errName returns a name for an error, and the token that assigns to it beside others that are not new.
func (f *frame) errName() (name, assign string) {
	name = oneOf(f.r, "err", "err", "err", "err", "e", "errB", "failure")
	if f.visible(name) && f.chance(3) {
		return name, "="
	}
	if f.declare(name) {
		return name, ":="
	}
	return name, "="
}

// block returns the statements of a block, without braces.
func (f *frame) block(n int) string {
	f.push()
	defer f.pop()
	f.depth++
	defer func() { f.depth-- }()
	var b strings.Builder
	for range n {
		b.WriteString(f.statement() + "\n")
	}
	return b.String()
}

// literal returns a function literal with these results, a body of n statements, and a return.
func (f *frame) literal(results []string, n int) string {
	g := *f
	g.results, g.named, g.loop, g.respond, g.handles = results, nil, false, nil, false
	g.depth++
	g.push()
	defer g.pop()
	text := "func() " + parenthesized(results) + " {\n"
	for range n {
		text += g.statement() + "\n"
	}
	if len(results) > 0 {
		text += g.give("nil") + "\n"
	}
	return text + "}"
}

// give returns a return statement with err as the error.
func (f *frame) give(err string) string {
	if f.respond != nil {
		return f.respond(err)
	}
	if len(f.named) > 0 && f.chance(3) {
		if err == "nil" && !slices.ContainsFunc(f.named, f.hidden) {
			return "return"
		}
		if i := slices.Index(f.results, "error"); i >= 0 && !slices.ContainsFunc(f.named, f.hidden) && !strings.Contains(err, f.named[i]) {
			return f.named[i] + " = " + err + "\nreturn"
		}
	}
	var values []string
	for _, typ := range f.results {
		if typ == "error" {
			values = append(values, err)
		} else {
			values = append(values, zero(typ, err == "nil"))
		}
	}
	text := "return " + strings.Join(values, ", ")
	if err != "nil" && !slices.Contains(f.results, "error") {
		text = f.uses(err) + "\n" + text
	}
	return text
}

// hidden reports whether a named result is hidden by a variable of an inner scope.
func (f *frame) hidden(name string) bool {
	return slices.ContainsFunc(f.scopes[1:], func(s map[string]bool) bool { return s[name] })
}

// uses returns a statement that uses a value, and no more.
func (f *frame) uses(value string) string {
	switch f.r.IntN(4) {
	case 0:
		return "_ = " + value
	case 1:
		return fmt.Sprintf("%s.Println(%s)", f.pkg("fmt"), value)
	case 2:
		f.helpers["sink"] = "func sink(v any) {}"
		return "sink(" + value + ")"
	default:
		return fmt.Sprintf("%s.Printf(%q, %s)", f.pkg("log"), "%v", value)
	}
}

// zero returns a value of a type: where all is well, one that says so.
func zero(typ string, well bool) string {
	switch {
	case typ == "bool":
		return fmt.Sprint(well)
	case typ == "int":
		return "0"
	case typ == "string":
		return `""`
	case strings.HasPrefix(typ, "*"), strings.HasPrefix(typ, "[]"), strings.HasPrefix(typ, "map["), typ == "any", typ == "error":
		return "nil"
	}
	return typ + "{}"
}

func parenthesized(types []string) string {
	if len(types) == 1 {
		return types[0]
	}
	if len(types) == 0 {
		return ""
	}
	return "(" + strings.Join(types, ", ") + ")"
}
