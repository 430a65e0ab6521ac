package program

import "github.com/awserrlint/awserrlint/internal/awspath"

// direct generates a handler of an event that the program declares, and returns statements that start it.
func (p *prog) direct() string {
	f, text := p.handling()
	name, order, receipt := p.fresh("handle"), p.fresh("order"), p.fresh("receipt")
	p.decls = append(p.decls, "type "+order+" struct{ ID string }")
	params := "(ctx " + p.pkg("context") + ".Context, in " + order + ")"
	full, responds := true, true
	switch p.r.IntN(6) {
	case 0: // a response of its own
		p.decls = append(p.decls, "type "+receipt+" struct {\nStatusCode int `json:\"statusCode\"`\nHeaders map[string]string `json:\"headers,omitempty\"`\nBody string `json:\"body\"`\n}")
		f.results = []string{receipt, "error"}
		f.respond = func(err string) string { return f.response(receipt, err) }
	case 1:
		f.results = []string{"string", "error"}
		f.respond = func(err string) string {
			return "return " + oneOf(f.r, `""`, f.message(err)) + ", " + oneOf(f.r, "nil", err)
		}
	case 2:
		f.results = []string{"map[string]any", "error"}
		f.respond = func(err string) string {
			return "return " + oneOf(f.r, "nil", "map[string]any{\"error\": "+err+"}", "map[string]any{\"error\": "+f.message(err)+"}") + ", " + oneOf(f.r, "nil", err)
		}
	case 3: // a schedule
		params, full, responds = "(ctx "+p.pkg("context")+".Context)", false, false
		f.results = []string{"error"}
	default:
		p.decls = append(p.decls, "type "+receipt+" struct{ Total int }")
		f.results = []string{"*" + receipt, "error"}
	}
	text += f.statement() + "\n" + f.statement() + "\n"
	p.decls = append(p.decls, "func "+name+params+" "+parenthesized(f.results)+" {\n"+text+f.give("nil")+"\n}")
	return p.start(name, full, responds)
}

// message returns an expression for the text of err.
func (f *frame) message(err string) string {
	if !isName(err) {
		return "text"
	}
	return err + ".Error()"
}

// lambdaError returns an error that a handler makes for its caller of the one called name.
func (f *frame) lambdaError(name string) string {
	if f.asks {
		return f.pkg("errors") + ".New(\"" + oneOf(f.r, "Unauthorized", "unauthorized", "Unauthorized: no token") + "\")"
	}
	failure := f.pkg(awspath.Messages) + ".InvokeResponse_Error{Message: " + name + ".Error(), Type: \"ClientException\"}"
	switch f.r.IntN(7) {
	case 0:
		return failure
	case 1:
		return "&" + failure
	case 2:
		return f.pkg("fmt") + ".Errorf(\"x: %w\", " + failure + ")"
	case 3:
		return f.pkg("errors") + ".New(`{\"type\":\"ClientException\",\"message\":\"` + " + name + ".Error() + `\"}`)"
	case 4:
		return f.pkg("fmt") + ".Errorf(`{\"isError\":true,\"type\":\"ServerException\",\"message\":" + oneOf(f.r, "%q", `"%v"`, `"%s"`) + "}`, " + name + ")"
	case 5:
		return f.helper("jsonError") + "{Code: \"X\", Message: " + name + ".Error()}"
	default:
		return f.pkg("fmt") + ".Errorf(\"x: %w\", " + f.helper("jsonError") + "{Code: \"X\"})"
	}
}
