package lambdaerrtype

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdaerrtype",
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
})

// A checker checks one package.
type checker struct {
	pass     *rule.Pass
	kit      *lambdafix.Kit
	root     inspector.Cursor
	reported map[analysis.Range]bool
}

func run(pass *rule.Pass) {
	c := &checker{
		pass:     pass,
		root:     pass.Root,
		reported: make(map[analysis.Range]bool),
	}
	c.kit = lambdafix.New(pass.Fixes, pass.Handlers)
	for _, h := range c.pass.Handlers.All {
		if h.Intercepted || !h.Registered && !h.Tail && !h.Declared {
			continue
		}
		c.checkResult(h)
		for _, ret := range c.pass.Responses.Returns(h) {
			if ret.Err == nil || ret.ErrNil {
				continue
			}
			for _, made := range c.pass.Responses.Made(ret.Err) {
				c.checkError(h, ret, made)
			}
		}
	}
}

// checkError looks at v, one of the errors that h returns at ret.
func (c *checker) checkError(h *handler.Handler, ret *lambdaresp.Return, v ssa.Value) {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		if isPointer(v.X.Type()) && lambdaresp.IsResponseError(v.X.Type()) {
			c.dumped(ret, v.X)
		} else if h.Source == handler.Own || h.Source == handler.NonProxy {
			c.tagged(ret, v)
		}
	case *ssa.Call:
		e, ok := c.call(v)
		if !ok {
			return
		}
		switch fn := ssaflow.Callee(v.Common()); {
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

// report reports f once, however many returns lead to it. A return without an expression has no range.
func (c *checker) report(f rule.Finding) {
	if f.Range == nil || c.reported[f.Range] {
		return
	}
	c.reported[f.Range] = true
	c.pass.Report(f)
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
