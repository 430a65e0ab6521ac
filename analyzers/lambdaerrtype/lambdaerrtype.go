// Package lambdaerrtype reports errors that the Lambda runtime does not send as they are meant.
package lambdaerrtype

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/report"
)

// Analyzer is the rule.
var Analyzer = &analysis.Analyzer{
	Name:             "lambdaerrtype",
	Doc:              Doc.Title,
	URL:              report.URL("lambdaerrtype"),
	Requires:         []*analysis.Analyzer{handler.Analyzer, inspect.Analyzer, report.Analyzer},
	Run:              run,
	RunDespiteErrors: true,
}

// A checker checks one package.
type checker struct {
	pass     *analysis.Pass
	handlers *handler.Set
	kit      *lambdafix.Kit
	root     inspector.Cursor
	reported map[ast.Node]bool
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{
		pass:     pass,
		handlers: pass.ResultOf[handler.Analyzer].(*handler.Set),
		root:     pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		reported: make(map[ast.Node]bool),
	}
	c.kit = lambdafix.New(pass, c.handlers)
	for _, h := range c.handlers.Handlers {
		if h.Intercepted || !h.Registered && !h.Tail && !h.Declared {
			continue
		}
		c.checkResult(h)
		for _, ret := range c.handlers.Returns(h) {
			if ret.Err == nil || ret.ErrNil {
				continue
			}
			for _, made := range c.handlers.Made(ret.Err) {
				c.checkError(h, ret, made)
			}
		}
	}
	return nil, nil
}

// checkError looks at v, one of the errors that h returns at ret.
func (c *checker) checkError(h *handler.Handler, ret *handler.Return, v ssa.Value) {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		if isPointer(v.X.Type()) && isResponseError(v.X.Type()) {
			c.dumped(ret, v.X)
		} else if h.Source == handler.Own || h.Source == handler.NonProxy {
			c.tagged(ret, v)
		}
	case *ssa.Call:
		e, ok := c.call(v)
		if !ok {
			return
		}
		switch fn := handler.Callee(v.Common()); {
		case fn == nil:
		case fn.FullName() == "fmt.Errorf":
			if !c.wrapping(h, v, e) {
				c.unauthorized(h, v, e)
			}
		case fn.FullName() == "errors.New":
			c.unauthorized(h, v, e)
		}
	}
}

// report reports n once, however many returns lead to it.
func (c *checker) report(n ast.Node, message string, f *analysis.SuggestedFix) {
	if n == nil || c.reported[n] {
		return
	}
	c.reported[n] = true
	report.Report(c.pass, report.Finding{Range: n, Message: message, Fix: f})
}

// call returns the syntax of the call v.
func (c *checker) call(v *ssa.Call) (inspector.Cursor, bool) {
	cur, ok := c.at(v.Pos())
	if !ok {
		return cur, false
	}
	_, ok = cur.Node().(*ast.CallExpr)
	return cur, ok
}

// at returns the innermost node that holds the character at pos.
func (c *checker) at(pos token.Pos) (inspector.Cursor, bool) {
	if !pos.IsValid() {
		return inspector.Cursor{}, false
	}
	return c.root.FindByPos(pos, pos+1)
}

func isPointer(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok
}

// isResponseError reports whether t is messages.InvokeResponse_Error or a pointer to it.
func isResponseError(t types.Type) bool {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Name() == "InvokeResponse_Error" &&
		named.Obj().Pkg().Path() == awspath.Messages
}
