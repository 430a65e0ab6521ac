package knowledge

import (
	"go/types"
	"strings"
	"testing"
)

// method returns the method called name of a type of the package at path, with parameters that are
// each a name and a type of the universe, or a function where the type has no name.
func method(path, typ, name string, pointer bool, params ...string) *types.Func {
	pkg := types.NewPackage(path, "p")
	var vars []*types.Var
	for _, param := range params {
		name, typ, _ := strings.Cut(param, " ")
		vars = append(vars, types.NewParam(0, pkg, name, types.Universe.Lookup(typ).Type()))
	}
	var recv *types.Var
	if typ != "" {
		var t types.Type = types.NewNamed(types.NewTypeName(0, pkg, typ, nil), types.NewStruct(nil, nil), nil)
		if pointer {
			t = types.NewPointer(t)
		}
		recv = types.NewParam(0, pkg, "c", t)
	}
	return types.NewFunc(0, pkg, name, types.NewSignatureType(recv, nil, nil, types.NewTuple(vars...), nil, false))
}

// TestSends has what no fixture has: modules of their own.
func TestSends(t *testing.T) {
	for _, test := range []struct {
		fn   *types.Func
		want bool
	}{
		{method("github.com/gofiber/fiber/v2", "Ctx", "SendString", true, "body string"), true},
		{method("github.com/gofiber/fiber/v3", "Ctx", "JSON", false, "data any"), true},
		{method("github.com/gofiber/fiber/v2", "Ctx", "Params", true, "key string"), false},
		{method("github.com/gofiber/fiber/v2", "", "NewError", false, "code int"), true},
		{method("github.com/labstack/echo", "Context", "String", false, "code int", "s string"), true},
		{method("github.com/go-chi/render", "", "JSON", false), true},
		{method("github.com/go-chi/render/more", "", "JSON", false), false},
		{method("example.com/gin-gonic/gin", "Context", "JSON", true, "code int"), false},
	} {
		if _, got := Sends(test.fn); got != test.want {
			t.Errorf("%s: got %t", test.fn.FullName(), got)
		}
	}
}

func TestSendsStatus(t *testing.T) {
	for _, test := range []struct {
		fn   *types.Func
		at   int
		zero string
	}{
		{method("github.com/gofiber/fiber/v2", "Ctx", "Status", true, "status int"), 0, "fiber sends 200"},
		{method("github.com/gofiber/fiber/v3", "", "NewError", false, "code int", "message string"), 0, "fiber sends 200"},
		{method("github.com/go-chi/render", "", "Status", false, "r any", "status int"), 1, "render panics"},
		{method("github.com/labstack/echo/v4", "Context", "Redirect", false, "code int", "url string"), 0, ""},
		{method("net/http", "", "StatusText", false, "code int"), 0, ""},
		{method("github.com/gin-gonic/gin", "Context", "JSON", true, "code string"), 0, ""},
	} {
		at, zero, ok := SendsStatus(test.fn, nil)
		if at != test.at || zero != test.zero || ok != (zero != "") {
			t.Errorf("%s: got %d, %q, %t", test.fn.FullName(), at, zero, ok)
		}
	}
}
