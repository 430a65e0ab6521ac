package knowledge

import (
	"go/types"
	"slices"
	"strings"
)

// A frameworkStatus is how a package sends HTTP statuses. Those that it is given are the parameters
// called so of functions and methods.
type frameworkStatus struct {
	path       string // without the version
	name       string // for messages
	parameters []string
	functions  []string // that send it, as Name or Type.Name; all where there are none
	zero       string   // what becomes of status 0
}

// frameworkStatuses are the packages that send statuses.
//
// Source: checkWriteHeaderCode in net/http/server.go panics below 100; responseWriter.WriteHeader in
// response_writer.go of gin ignores what is not positive; Response.WriteHeader in response.go of echo
// passes the status on to net/http; ResponseHeader.StatusCode in header.go of fasthttp, on which
// fiber stands, makes 200 of 0; JSON and PlainText in responder.go of render call WriteHeader.
var frameworkStatuses = []frameworkStatus{
	{"net/http", "", []string{"code", "statusCode"}, []string{"Error", "ResponseWriter.WriteHeader"}, "panics"},
	{"github.com/gin-gonic/gin", "gin", []string{"code"}, nil, "sends 200"},
	{"github.com/labstack/echo", "echo", []string{"code"}, nil, "panics"},
	{"github.com/gofiber/fiber", "fiber", []string{"status", "code"}, nil, "sends 200"},
	{"github.com/go-chi/render", "render", []string{"status"}, nil, "panics"},
}

// SendsStatus returns the index of the parameter of fn that is the HTTP status of a response, and
// what becomes of 0: "http.Error panics". recv is the type of what a method is called on, which can
// be more special than the one that declares it. It returns false where fn sends no status, or only
// some that it knows, as a redirect does.
func SendsStatus(fn *types.Func, recv types.Type) (parameter int, zero string, ok bool) {
	if fn.Pkg() == nil || fn.Name() == "Redirect" {
		return 0, "", false
	}
	by := frameworkStatusOf(fn.Pkg().Path())
	name, _ := qualified(fn)
	if by == nil || len(by.functions) > 0 && !slices.Contains(by.functions, name) {
		return 0, "", false
	}
	parameter = -1
	for i := range fn.Signature().Params().Len() {
		p := fn.Signature().Params().At(i)
		if basic, isBasic := p.Type().(*types.Basic); isBasic && basic.Kind() == types.Int && slices.Contains(by.parameters, p.Name()) {
			parameter = i
		}
	}
	if parameter < 0 {
		return 0, "", false
	}
	// http.ResponseWriter.WriteHeader of a gin.ResponseWriter is gin's.
	if named, isNamed := types.Unalias(recv).(*types.Named); isNamed && named.Obj().Pkg() != nil {
		if special := frameworkStatusOf(named.Obj().Pkg().Path()); special != nil {
			by = special
		}
	}
	switch {
	case by.name != "":
		return parameter, by.name + " " + by.zero, true
	case fn.Signature().Recv() == nil:
		return parameter, fn.Pkg().Name() + "." + fn.Name() + " " + by.zero, true
	}
	return parameter, fn.Name() + " " + by.zero, true
}

func frameworkStatusOf(path string) *frameworkStatus {
	for i := range frameworkStatuses {
		by := &frameworkStatuses[i]
		if rest, ok := strings.CutPrefix(path, by.path); ok && (rest == "" || isVersion(rest)) {
			return by
		}
	}
	return nil
}

// isVersion reports whether suffix, of an import path, is a major version: /v4.
func isVersion(suffix string) bool {
	digits, ok := strings.CutPrefix(suffix, "/v")
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}
