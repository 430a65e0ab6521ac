package lambdabody

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/lambdafix"
)

const jsonType = `"Content-Type": "application/json"`

// rewrite gives the literal the body, and a Content-Type where it says none and has no other headers than ones it
// holds itself. A literal of one line gets more where that would be too long.
func (r *response) rewrite(e *lambdafix.Editor, body string) {
	file := r.pass.Fset.File(r.Lbrace)
	name, headers := r.addedHeaders(e)
	var fields []lambdafix.Field
	for _, elt := range r.Elts {
		kv := elt.(*ast.KeyValueExpr)
		f := lambdafix.Field{Name: e.Source(kv.Key), Value: e.Source(kv.Value)}
		switch {
		case kv == r.body:
			if name != "" && r.Field("headers") == nil {
				fields = append(fields, lambdafix.Field{Name: name, Value: headers})
			}
			f.Value = body
		case kv == r.Field("headers") && name != "":
			f.Value = headers
		}
		fields = append(fields, f)
	}
	if lambdafix.Spread(e.Editor, file, r.CompositeLit, fields) {
		return
	}
	e.Replace(r.body.Value, body)
	kv := r.Field("headers")
	switch {
	case name == "":
	case kv == nil:
		lambdafix.AddField(e.Editor, file, r.CompositeLit, r.body, name, headers)
	default:
		m, ok := ast.Unparen(kv.Value).(*ast.CompositeLit)
		if !ok || len(m.Elts) == 0 {
			e.Replace(kv.Value, headers)
			return
		}
		e.Insert(m.Elts[0].Pos(), jsonType+lambdafix.Separator(e.Editor, file, m.Lbrace, m.Elts[0]))
	}
}

// addedHeaders returns the name of the field for headers and its value with a Content-Type, "" if
// the literal needs none, or has headers in a variable, of which there may be other uses.
func (r *response) addedHeaders(e *lambdafix.Editor) (name, value string) {
	if r.contentType != none || r.Field("multiValueHeaders") != nil {
		return "", ""
	}
	name = r.headersField()
	kv := r.Field("headers")
	switch {
	case name == "":
		return "", ""
	case kv == nil, r.pass.TypesInfo.Types[kv.Value].IsNil():
		return name, r.usualHeaders(e)
	}
	m, ok := ast.Unparen(kv.Value).(*ast.CompositeLit)
	switch {
	case !ok:
		return "", ""
	case len(m.Elts) == 0:
		return name, r.usualHeaders(e)
	}
	return name, e.Text(m.Pos(), m.Lbrace+1) + jsonType + ", " + e.Text(m.Elts[0].Pos(), m.End())
}

// headersField returns the name of the field for headers, "" if there is none of the usual type.
func (r *response) headersField() string {
	for field := range r.Struct.Fields() {
		if m, ok := field.Type().Underlying().(*types.Map); ok && types.Identical(m.Elem(), types.Typ[types.String]) && strings.EqualFold(field.Name(), "headers") {
			return field.Name()
		}
	}
	return ""
}

// usualHeaders returns the headers of JSON that other responses of the package have: the same variable, or
// the same CORS headers, without which a browser shows the error to nobody.
func (r *response) usualHeaders(e *lambdafix.Editor) string {
	usual := "map[string]string{" + jsonType + "}"
	for lit := range r.pass.Responses.Literals(r.pass.Root) {
		if lit.Struct != r.Struct {
			continue
		}
		kv := lit.Field("headers")
		if kv == nil {
			continue
		}
		switch value := ast.Unparen(kv.Value).(type) {
		case *ast.Ident:
			obj := r.pass.TypesInfo.Uses[value]
			if obj != nil && e.Lookup(value.Name, r.Pos()) == obj && r.ofHeaders(value, 0) == isJSON {
				return value.Name
			}
		case *ast.CompositeLit:
			if cors := r.cors(value); cors != "" {
				usual = "map[string]string{\n\t" + jsonType + cors + ",\n}"
			}
		}
	}
	return usual
}

// cors returns the constant headers in m that say which pages may read a response, each after a comma and on a line of its own.
func (r *response) cors(m *ast.CompositeLit) string {
	text := ""
	for _, elt := range m.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return ""
		}
		key, value := ast.Unparen(kv.Key), ast.Unparen(kv.Value)
		_, isKey := key.(*ast.BasicLit)
		_, isValue := value.(*ast.BasicLit)
		if isKey && isValue && strings.HasPrefix(strings.ToLower(r.constant(key)), "access-control-") {
			text += ",\n\t" + types.ExprString(key) + ": " + types.ExprString(value)
		}
	}
	return text
}
