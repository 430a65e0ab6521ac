package lambdabody

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// A contentType is what the headers of a response say of its body.
type contentType int

const (
	none   contentType = iota
	isJSON             // a kind of JSON
	other              // something else, or what is not known
)

// findContentType returns the Content-Type of the response.
func (r *response) findContentType() contentType {
	found := none
	for _, name := range headers {
		if kv := r.Field(name); kv != nil {
			found = max(found, r.ofHeaders(kv.Value, 0))
		}
	}
	return found
}

// ofHeaders returns the Content-Type in the headers e, which depth functions and variables led to.
func (r *response) ofHeaders(e ast.Expr, depth int) contentType {
	info := r.pass.TypesInfo
	if info.Types[e].IsNil() {
		return none
	}
	if depth > 3 {
		return other
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return r.ofMap(e)
	case *ast.CallExpr:
		if fn := typeutil.StaticCallee(info, e); fn != nil {
			if result := r.pass.Responses.OnlyResult(fn); result != nil {
				return r.ofHeaders(result, depth+1)
			}
		}
	case *ast.Ident:
		if v, ok := info.Uses[e].(*types.Var); ok {
			if value := r.pass.Responses.OnlyValue(v); value != nil {
				return r.ofHeaders(value, depth+1)
			}
		}
	}
	return other
}

// ofMap returns the Content-Type in a literal map of headers.
func (r *response) ofMap(m *ast.CompositeLit) contentType {
	for _, elt := range m.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return other
		}
		key := r.constant(kv.Key)
		if key == "" {
			return other
		}
		if !strings.EqualFold(key, "Content-Type") {
			continue
		}
		value := kv.Value
		if list, ok := value.(*ast.CompositeLit); ok && len(list.Elts) == 1 {
			value = list.Elts[0]
		}
		if strings.Contains(strings.ToLower(r.constant(value)), "json") {
			return isJSON
		}
		return other
	}
	return none
}

// constant returns the string that e is, "" if it is not constant.
func (r *response) constant(e ast.Expr) string {
	if value := r.pass.TypesInfo.Types[e].Value; value != nil && value.Kind() == constant.String {
		return constant.StringVal(value)
	}
	return ""
}
