package program

import (
	"go/token"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// response returns a return statement of a handler of HTTP requests, and those before it that it needs.
func (f *frame) response(out, err string) string {
	value := out + "{StatusCode: 200, Body: \"{}\"}"
	before := ""
	if err != "nil" {
		message := f.message(err)
		if f.chance(8) {
			return "return " + f.reply(out) + "(" + oneOf(f.r, "500", "404", "0") + ", " + oneOf(f.r, message, "text", "`{\"message\":\"failed\"}`") + ")"
		}
		status := oneOf(f.r, "500", "404", f.pkg("net/http")+".StatusBadRequest", "0", "")
		body := oneOf(f.r, message, "\"not found\"", "`{\"message\":\"` + "+message+" + `\"}`", f.pkg("fmt")+".Sprintf(`{\"message\":\"%s\"}`, "+message+")", f.pkg("fmt")+".Sprint(\"failed: \", "+message+")", "`{\"message\":\"failed\"}`", "")
		if isName(err) {
			switch f.r.IntN(6) {
			case 0:
				data := f.fresh("data")
				before = data + ", _ := " + f.pkg("encoding/json") + ".Marshal(" + oneOf(f.r, "map[string]any{\"error\": "+err+"}", "struct{ Err error }{"+err+"}", err, "map[string]string{\"error\": "+message+"}") + ")\n"
				body = "string(" + data + ")"
			case 1:
				code, target := f.fresh("status"), f.fresh("respErr")
				before = "var " + target + " *" + f.pkg(oneOf(f.r, awspath.HTTP, awspath.SmithyHTTP)) + ".ResponseError\n" + code + " := 500\nif " + f.pkg("errors") + ".As(" + err + ", &" + target + ") {\n" + code + " = " + target + "." + oneOf(f.r, "HTTPStatusCode()", "Response.StatusCode") + "\n}\n"
				status = code
			}
		}
		var fields []string
		if status != "" {
			fields = append(fields, "StatusCode: "+status)
		}
		if body != "" {
			fields = append(fields, "Body: "+body)
		}
		if f.chance(4) {
			fields = append(fields, "Headers: map[string]string{\"Content-Type\": \""+oneOf(f.r, "application/json", "text/plain")+"\"}")
		}
		value = out + "{" + strings.Join(fields, ", ") + "}"
	}
	if strings.HasPrefix(f.results[0], "*") {
		value = "&" + value
	}
	return before + "return " + value + ", " + oneOf(f.r, "nil", "nil", err)
}

// reply returns the name of a function that makes a response of the type out.
func (f *frame) reply(out string) string {
	result, value := f.results[0], out+"{StatusCode: status, Body: body}, nil"
	if strings.HasPrefix(result, "*") {
		value = "&" + value
	}
	name := "reply" + strings.Map(func(r rune) rune {
		if token.IsIdentifier("x" + string(r)) { // a letter or a digit
			return r
		}
		return 'P'
	}, strings.ReplaceAll(result, ".", ""))
	f.helpers[name] = "func " + name + "(status int, body string) (" + result + ", error) {\nreturn " + value + "\n}"
	return name
}

// isName reports whether an expression is a variable.
func isName(err string) bool { return token.IsIdentifier(err) && err != "nil" }
