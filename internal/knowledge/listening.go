package knowledge

import (
	"go/types"
	"net/netip"
	"strings"
)

// listening are the functions and methods that serve clients at an address, by their full names without the versions in
// import paths, with the index of the address, a receiver aside. A variadic one is the first of a list.
//
// Source: the documentation of each package; gin.go of gin, echo.go of echo, app.go and listen.go of fiber.
var listening = map[string]int{
	"net.Listen":                                      1,
	"(*net.ListenConfig).Listen":                      2,
	"net/http.ListenAndServe":                         0,
	"net/http.ListenAndServeTLS":                      0,
	"(*github.com/gin-gonic/gin.Engine).Run":          0,
	"(*github.com/gin-gonic/gin.Engine).RunTLS":       0,
	"(*github.com/labstack/echo.Echo).Start":          0,
	"(*github.com/labstack/echo.Echo).StartTLS":       0,
	"(*github.com/labstack/echo.Echo).StartAutoTLS":   0,
	"(*github.com/labstack/echo.Echo).StartH2CServer": 0,
	"(*github.com/gofiber/fiber.App).Listen":          0,
	"(*github.com/gofiber/fiber.App).ListenTLS":       0,
}

// ListensAt returns the index of the argument of fn, receivers aside, that is the address at which it serves clients.
func ListensAt(fn *types.Func) (address int, ok bool) {
	if fn.Pkg() == nil {
		return 0, false
	}
	address, ok = listening[pathVersion().ReplaceAllString(fn.FullName(), "$1")]
	return address, ok
}

// IsServerAddress reports whether field is the address of a server of net/http.
func IsServerAddress(field *types.Var, of types.Type) bool {
	return field.Name() == "Addr" && types.TypeString(of, nil) == "net/http.Server"
}

// defaults are the names of functions and methods that declare a flag that is a text, each with the place of its default
// among the arguments, from the end.
//
// Source: the documentation of flag and github.com/spf13/pflag.
var defaults = map[string]int{"String": 2, "StringP": 2, "StringVar": 2, "StringVarP": 2}

// DefaultOf returns the index of the argument of fn, receivers aside, that a flag is if nobody sets it. If variable is set, fn
// stores the flag in its first argument, and else it returns a pointer to it.
func DefaultOf(fn *types.Func) (value int, variable, ok bool) {
	if fn.Pkg() == nil || fn.Pkg().Path() != "flag" && fn.Pkg().Path() != "github.com/spf13/pflag" {
		return 0, false, false
	}
	fromEnd, ok := defaults[fn.Name()]
	return fn.Signature().Params().Len() - fromEnd, strings.Contains(fn.Name(), "Var"), ok
}

// IsLoopback reports whether address, with a port or not, can be reached from the same machine only: a loopback address. The
// address may go on after the host.
func IsLoopback(address string) bool {
	host := address
	if i := strings.LastIndexByte(address, ':'); i >= 0 && !strings.HasSuffix(address, "]") && (strings.Count(address, ":") == 1 || strings.HasPrefix(address, "[")) {
		host = address[:i]
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	ip, err := netip.ParseAddr(host)
	return strings.EqualFold(host, "localhost") || err == nil && ip.IsLoopback()
}
