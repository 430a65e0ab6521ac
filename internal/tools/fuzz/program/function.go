package program

import (
	"fmt"
	"strings"
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
	for _, known := range []string{"ctx", "text", "flag"} {
		f.declare(known)
	}
	s := f.signature(name)
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
	text := s.head + "(" + strings.Join(s.params, ", ") + ") " + result + " {\n"
	for range 1 + p.r.IntN(3) {
		text += f.statement() + "\n"
	}
	if len(f.results) > 0 {
		text += f.give("nil") + "\n"
	}
	p.decls = append(p.decls, text+"}")
	if s.callable {
		p.funcs = append(p.funcs, callee{name, f.results})
	}
}
