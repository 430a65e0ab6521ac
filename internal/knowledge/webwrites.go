package knowledge

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A Sending is what a function sends to an HTTP client. Its numbers are indexes of parameters, a
// receiver aside, -1 where there is none.
type Sending struct {
	Value  int // what is sent; where that is variadic, all of it, and a parameter before it that is called format
	Status int

	// Writer must be an http.ResponseWriter, or nothing is sent to a client.
	Writer int

	// JSON says that the value is encoded. Otherwise it is a text, or makes one with those that follow.
	JSON bool
}

// sendings are the functions and methods that send something to an HTTP client, by their full names
// without the versions in import paths.
//
// Source: the documentation of each package; context.go and context/*.go of gin, context.go and
// HTTPError in echo.go of echo, ctx.go and app.go of fiber, responder.go of render.
var sendings = map[string]Sending{
	"net/http.Error":                  {Value: 1, Status: 2, Writer: -1},
	"(net/http.ResponseWriter).Write": {Value: 0, Status: -1, Writer: -1},
	"io.WriteString":                  {Value: 1, Status: -1, Writer: 0},
	"fmt.Fprint":                      {Value: 1, Status: -1, Writer: 0},
	"fmt.Fprintln":                    {Value: 1, Status: -1, Writer: 0},
	"fmt.Fprintf":                     {Value: 2, Status: -1, Writer: 0},

	"(github.com/gin-gonic/gin.ResponseWriter).WriteString":       {Value: 0, Status: -1, Writer: -1},
	"(*github.com/gin-gonic/gin.Context).JSON":                    {Value: 1, Status: 0, Writer: -1, JSON: true},
	"(*github.com/gin-gonic/gin.Context).IndentedJSON":            {Value: 1, Status: 0, Writer: -1, JSON: true},
	"(*github.com/gin-gonic/gin.Context).SecureJSON":              {Value: 1, Status: 0, Writer: -1, JSON: true},
	"(*github.com/gin-gonic/gin.Context).JSONP":                   {Value: 1, Status: 0, Writer: -1, JSON: true},
	"(*github.com/gin-gonic/gin.Context).AsciiJSON":               {Value: 1, Status: 0, Writer: -1, JSON: true},
	"(*github.com/gin-gonic/gin.Context).PureJSON":                {Value: 1, Status: 0, Writer: -1, JSON: true},
	"(*github.com/gin-gonic/gin.Context).AbortWithStatusJSON":     {Value: 1, Status: 0, Writer: -1, JSON: true},
	"(*github.com/gin-gonic/gin.Context).AbortWithStatusPureJSON": {Value: 1, Status: 0, Writer: -1, JSON: true},
	"(*github.com/gin-gonic/gin.Context).String":                  {Value: 2, Status: 0, Writer: -1},
	"(*github.com/gin-gonic/gin.Context).Data":                    {Value: 2, Status: 0, Writer: -1},
	"(github.com/labstack/echo.Context).JSON":                     {Value: 1, Status: 0, Writer: -1, JSON: true},
	"(github.com/labstack/echo.Context).JSONPretty":               {Value: 1, Status: 0, Writer: -1, JSON: true},
	"(github.com/labstack/echo.Context).JSONP":                    {Value: 2, Status: 0, Writer: -1, JSON: true},
	"(github.com/labstack/echo.Context).JSONBlob":                 {Value: 1, Status: 0, Writer: -1},
	"(github.com/labstack/echo.Context).String":                   {Value: 1, Status: 0, Writer: -1},
	"(github.com/labstack/echo.Context).HTML":                     {Value: 1, Status: 0, Writer: -1},
	"(github.com/labstack/echo.Context).Blob":                     {Value: 2, Status: 0, Writer: -1},
	"github.com/labstack/echo.NewHTTPError":                       {Value: 1, Status: 0, Writer: -1},
	"(*github.com/gofiber/fiber.Ctx).JSON":                        {Value: 0, Status: -1, Writer: -1, JSON: true},
	"(*github.com/gofiber/fiber.Ctx).SendString":                  {Value: 0, Status: -1, Writer: -1},
	"(*github.com/gofiber/fiber.Ctx).Send":                        {Value: 0, Status: -1, Writer: -1},
	"(github.com/gofiber/fiber.Ctx).JSON":                         {Value: 0, Status: -1, Writer: -1, JSON: true}, // an interface since v3
	"(github.com/gofiber/fiber.Ctx).SendString":                   {Value: 0, Status: -1, Writer: -1},
	"(github.com/gofiber/fiber.Ctx).Send":                         {Value: 0, Status: -1, Writer: -1},
	"github.com/gofiber/fiber.NewError":                           {Value: 1, Status: 0, Writer: -1},
	"github.com/go-chi/render.JSON":                               {Value: 2, Status: -1, Writer: -1, JSON: true},
	"github.com/go-chi/render.Render":                             {Value: 2, Status: -1, Writer: -1, JSON: true},
	"github.com/go-chi/render.Respond":                            {Value: 2, Status: -1, Writer: -1, JSON: true},
	"github.com/go-chi/render.PlainText":                          {Value: 2, Status: -1, Writer: -1},
}

// pathVersion matches a major version in the full name of a function.
var pathVersion = lazyregexp.New(`/v[0-9]+([.)])`)

// Sends returns what fn sends to an HTTP client, false where it sends nothing that is known.
func Sends(fn *types.Func) (Sending, bool) {
	if fn.Pkg() == nil || !ServesHTTP(fn.Pkg().Path()) && fn.Pkg().Path() != "io" && fn.Pkg().Path() != "fmt" {
		return Sending{}, false
	}
	s, ok := sendings[pathVersion().ReplaceAllString(fn.FullName(), "$1")]
	return s, ok
}

// IsResponseWriter reports whether t is the interface through which handlers of net/http, or of a
// framework on top of it, respond.
func IsResponseWriter(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Name() == "ResponseWriter" && types.IsInterface(named) &&
		ServesHTTP(named.Obj().Pkg().Path())
}

// Responds reports whether what has the type t can send something to an HTTP client: an http.ResponseWriter, or the context
// of a framework.
func Responds(t types.Type) bool {
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if IsResponseWriter(t) {
		return true
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && (named.Obj().Name() == "Context" || named.Obj().Name() == "Ctx") && ServesHTTP(named.Obj().Pkg().Path())
}

// ServesHTTP reports whether functions of the package at path send responses to HTTP clients.
func ServesHTTP(path string) bool { return frameworkStatusOf(path) != nil }
