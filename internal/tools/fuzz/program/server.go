package program

// server generates a handler of an HTTP server.
func (p *prog) server() {
	f := &frame{prog: p}
	f.pointers(f.global)
	f.push()
	for _, known := range []string{"ctx", "text", "flag", "w", "r"} {
		f.declare(known)
	}
	f.respond = f.write
	name := p.fresh("serve")
	text := "ctx, text, flag := r.Context(), r.URL.Path, r.ContentLength > 0\n_, _, _ = ctx, text, flag\n"
	text += f.statement() + "\n" + f.statement() + "\n"
	p.decls = append(p.decls, "func "+name+"(w "+p.pkg("net/http")+".ResponseWriter, r *"+p.pkg("net/http")+".Request) {\n"+text+f.give("nil")+"\n}")
	if p.chance(2) {
		p.decls = append(p.decls, "func init() { "+p.pkg("net/http")+".HandleFunc(\"/\", "+name+") }")
	}
}

// write returns the statements that send a response to a client of an HTTP server, and return.
func (f *frame) write(err string) string {
	if err == "nil" {
		return oneOf(f.r, "", "w.WriteHeader(204)\n", f.expand("«fmt».Fprint(w, text)\n")) + "return"
	}
	if !isName(err) {
		return f.uses(err) + "\n" + f.expand("«net/http».Error(w, text, «net/http».StatusInternalServerError)\nreturn")
	}
	switch f.r.IntN(7) {
	case 0:
		return f.expand("«net/http».Error(w, " + err + ".Error(), 500)\nreturn")
	case 1:
		return f.expand("w.WriteHeader(«net/http».StatusBadGateway)\n«fmt».Fprintf(w, \"failed: %v\", " + err + ")\nreturn")
	case 2:
		return f.expand("«encoding/json».NewEncoder(w).Encode(map[string]any{\"error\": " + err + "})\nreturn")
	case 3:
		return f.expand("w.Write([]byte(" + err + ".Error()))\nreturn")
	case 4:
		target := f.fresh("respErr")
		return f.expand("var " + target + " *«sdk/aws/transport/http».ResponseError\nif «errors».As(" + err + ", &" + target + ") {\n«net/http».Error(w, text, " + target + ".HTTPStatusCode())\nreturn\n}\nw.WriteHeader(500)\nreturn")
	case 5:
		return f.expand("«log».Print(" + err + ")\n«net/http».Error(w, «fmt».Sprint(" + err + "), «net/http».StatusInternalServerError)\nreturn")
	default:
		return f.expand("«net/http».Error(w, «fmt».Errorf(\"x: %w\", " + err + ").Error(), 500)\nreturn")
	}
}
