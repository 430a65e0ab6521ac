package handler

import (
	"go/ast"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/option"
)

// Analyzer finds the Lambda handlers of a package.
var Analyzer = newAnalyzer()

func newAnalyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "awserrlinthandler",
		Doc:              "find Lambda handlers and their event sources",
		URL:              "https://github.com/awserrlint/awserrlint",
		Requires:         []*analysis.Analyzer{inspect.Analyzer},
		FactTypes:        []analysis.Fact{new(Starts), new(Wraps)},
		ResultType:       reflect.TypeFor[*Set](),
		Run:              run,
		RunDespiteErrors: true,
	}
	for _, o := range options {
		a.Flags.Var(option.NewChoice(o.values...), o.name, o.usage)
	}
	a.Flags.Var(option.NewWord(option.Func), "lambda.helper", "let fixes call this `function`, as import/path.Name, which makes a response of an error, and add none")
	a.Flags.Bool("lambda.status200", false, "report responses that show the text of an error with status 200")
	a.Flags.Var(&option.Names{"isError", "type", "message"}, "lambda.fields", "`names` of the fields of JSON errors, for the mark that it is an error, the type, and the message; an empty name leaves the field out")
	a.Flags.Var(&option.Names{"ClientException", "ServerException"}, "lambda.types", "`types` of JSON errors: one for faults of the client, one for faults of the server")
	a.Flags.Var(option.NewList(option.Func), "lambda.transparent", "also take these `functions`, as import/path.Name separated by commas, for wrappers that return a handler's results unchanged")
	return a
}

// A Set is the handlers of a package.
type Set struct {
	// All are the handlers, in source order.
	All []*Handler

	Options Options

	// Root, Decls and Uses are the package's syntax, its functions (each an *ast.FuncDecl), and
	// where these are named, tests aside. They are there if the package imports the Lambda runtime.
	Root  inspector.Cursor
	Decls map[*types.Func]inspector.Cursor
	Uses  map[*types.Func][]*ast.Ident

	byFunc map[ast.Node]*Handler
}

// Of returns the handler whose *ast.FuncDecl or *ast.FuncLit is fn, nil if fn is none.
func (s *Set) Of(fn ast.Node) *Handler { return s.byFunc[fn] }

// A Handler is a function whose results Lambda sends to the caller.
type Handler struct {
	Func inspector.Cursor // *ast.FuncDecl or *ast.FuncLit
	Type *ast.FuncType
	Body *ast.BlockStmt
	Sig  *types.Signature

	// Source is the event source: what the directive of the function says, or else
	// what its types say.
	Source Source

	// Declared says that the source comes from a directive.
	Declared bool

	// Registered says that the function is given to the Lambda runtime in this package, and
	// not merely has the form of a handler.
	Registered bool

	// Tail says that a handler calls the function in order to return its results, and that nobody
	// else calls it.
	Tail bool

	// Intercepted says that other code gets the results first and may replace them:
	// a middleware, or a caller that looks at the error.
	Intercepted bool
}

// Response returns the type of the handler's result, nil if it has only an error, or nothing.
func (h *Handler) Response() types.Type {
	if results := h.Sig.Results(); results.Len() == 2 {
		return results.At(0).Type()
	}
	return nil
}

// Event returns the type of the event that the handler is given, nil if it takes none.
func (h *Handler) Event() types.Type { return eventOf(h.Sig) }

// DefersResults reports whether a deferred function of h has to do with the results of h, which
// it may then change.
func (h *Handler) DefersResults(info *types.Info) bool {
	results := h.Sig.Results()
	found := false
	ast.Inspect(h.Body, func(n ast.Node) bool {
		d, ok := n.(*ast.DeferStmt)
		if !ok {
			return !found
		}
		ast.Inspect(d, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				for v := range results.Variables() {
					found = found || info.Uses[id] == v
				}
			}
			return !found
		})
		return false
	})
	return found
}

func run(pass *analysis.Pass) (any, error) {
	set := &Set{Options: optionsOf(pass), byFunc: make(map[ast.Node]*Handler)}
	transparent := parseTransparent(pass)
	if !reachesLambda(pass.Pkg, transparent) {
		return set, nil
	}
	f := newFinder(pass, set, transparent)
	set.Root, set.Decls, set.Uses = f.root, f.decls, f.uses
	f.starters()
	f.exportWraps()
	f.registered()
	if choiceOf(pass, "lambda.handlers") == "shape" {
		f.shaped()
	}
	f.declared()
	f.tailCalled()
	f.intercepted()
	f.finish()
	return set, nil
}

// reachesLambda reports whether pkg imports the Lambda runtime or one of the
// packages that wrap it.
func reachesLambda(pkg *types.Package, transparent map[string]bool) bool {
	for _, imp := range pkg.Imports() {
		path := imp.Path()
		if awspath.Within(path, awspath.LambdaLib) {
			return true
		}
		for name := range transparent {
			if strings.HasPrefix(name, path+".") {
				return true
			}
		}
	}
	return false
}
