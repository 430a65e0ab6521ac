package lambdafix

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// A Kit makes the editors of the fixes of one rule in one package.
type Kit struct {
	pass      *analysis.Pass
	pkg       *types.Package
	root      inspector.Cursor // of the package's syntax
	handlers  *handler.Set
	responses *lambdaresp.Set // nil if it is not known what the handlers respond
	home      *fix.Home
	opts      handler.Options

	called    []*ast.CallExpr // nil until somebody asks
	logged    []*logging      // nil until somebody asks
	formatted []*format       // nil until somebody asks

	errorBody, jsonString, lambdaError *fix.Helper
	errorResponse                      map[string]*fix.Helper // by type
}

// New returns the kit for the fixes of batch, nil if the package has no handler whose file fixes may change.
func New(batch *fix.Batch, set *handler.Set, responses *lambdaresp.Set) *Kit {
	k := newKit(batch, set, responses)
	for _, h := range set.All {
		pos := h.Func.Node().Pos()
		if k.file(pos) != nil && batch.Editor(pos) != nil {
			k.root = h.Func.Inspector().Root()
			k.home = batch.Home(k.homeOf())
			k.errorBody = k.newErrorBody()
			k.jsonString = k.newJSONString()
			k.lambdaError = k.newLambdaError()
			return k
		}
	}
	return nil
}

// ForServer returns the kit for fixes that only log, of a package below root that need not have handlers.
func ForServer(batch *fix.Batch, root inspector.Cursor, set *handler.Set, responses *lambdaresp.Set) *Kit {
	if k := New(batch, set, responses); k != nil {
		return k
	}
	k := newKit(batch, set, responses)
	k.root = root
	k.home = batch.Home(token.NoPos, false)
	return k
}

func newKit(batch *fix.Batch, set *handler.Set, responses *lambdaresp.Set) *Kit {
	return &Kit{
		pass: batch.Pass, pkg: batch.Pass.Pkg, handlers: set, responses: responses, opts: set.Options,
		errorResponse: make(map[string]*fix.Helper),
	}
}

// calls returns the calls in the package, file by file, tests aside.
func (k *Kit) calls() []*ast.CallExpr {
	if k.called != nil {
		return k.called
	}
	k.called = []*ast.CallExpr{}
	for _, f := range k.pass.Files {
		if knowledge.IsTestFile(k.pass.Fset.File(f.FileStart).Name()) {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				k.called = append(k.called, call)
			}
			return true
		})
	}
	return k.called
}

// An Editor is an editor whose fix may use the functions of a kit.
type Editor struct {
	*fix.Editor
	kit *Kit
	at  ast.Node
}

// Editor returns an editor for a fix that changes the statement or expression at, nil if there
// can be none.
func (k *Kit) Editor(at ast.Node) *Editor {
	if k == nil {
		return nil
	}
	e := k.home.Editor(at.Pos())
	if e == nil {
		return nil
	}
	return &Editor{e, k, at}
}

// ErrorResponse returns the name of a function
//
//	func errorResponse(err error) T
//
// for the response type t. It logs err and tells the client no more than a status. The fix is
// refused for a type that does not have the fields of a response. Where users have such a
// function of their own, it is that.
func (e *Editor) ErrorResponse(t types.Type) string {
	if e.kit.opts.Helper != "" {
		return e.userHelper(t)
	}
	if _, ok := fieldsOf(t); !ok {
		e.Refuse()
		return ""
	}
	key := types.TypeString(t, nil)
	if e.kit.errorResponse[key] == nil {
		e.kit.errorResponse[key] = e.kit.newErrorResponse(t)
	}
	return e.helper(e.kit.errorResponse[key])
}

// ErrorBody returns the name of a function
//
//	func errorBody(status int, message string) string
//
// whose result is a JSON error.
func (e *Editor) ErrorBody() string { return e.helper(e.kit.errorBody) }

// JSONString returns the name of a function
//
//	func jsonString(s string) string
//
// whose result is s as a JSON string, quotes included.
func (e *Editor) JSONString() string { return e.helper(e.kit.jsonString) }

// LambdaError returns the name of a function
//
//	func newLambdaError(typ, message string, cause error) error
//
// whose result is an error with a JSON text that holds typ and message, and that wraps cause, which may be nil.
func (e *Editor) LambdaError() string { return e.helper(e.kit.lambdaError) }

// helper returns the name of h. The fix is refused where it would add h to one of several programs of a module,
// which share packages: h belongs into one of these, which nobody but the user can choose.
func (e *Editor) helper(h *fix.Helper) string {
	if e.kit.pkg.Name() == "main" && !e.kit.home.Has(h) && slices.ContainsFunc(e.kit.pkg.Imports(), e.kit.shared) {
		e.Refuse()
	}
	return e.Call(h, e.at.Pos())
}

// shared reports whether pkg, which the package imports, is most likely of the same module.
func (k *Kit) shared(pkg *types.Package) bool {
	if knowledge.IsStd(pkg.Path()) {
		return false
	}
	own, other := strings.Split(k.pkg.Path(), "/"), strings.Split(pkg.Path(), "/")
	n := 1
	if strings.Contains(own[0], ".") {
		n = 3 // host, owner, repository
	}
	return len(own) >= n && len(other) >= n && slices.Equal(own[:n], other[:n])
}

// ClientType and ServerType return the types of errors that the client and the server are to
// blame for.
func (k *Kit) ClientType() string { return k.opts.Types[0] }

// ServerType is like ClientType.
func (k *Kit) ServerType() string { return k.opts.Types[1] }
