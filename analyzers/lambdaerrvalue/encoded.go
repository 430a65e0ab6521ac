package lambdaerrvalue

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A root is a value that is encoded as a whole.
type root struct {
	value ssa.Value
	expr  ast.Expr
	block *ssa.BasicBlock
}

// encoded returns the values that are encoded in the package: the arguments of encoding/json, and
// the results of handlers.
func (c *checker) encoded() []root {
	var roots []root
	sinks := c.sinks()
	for _, fn := range c.flow.Funcs {
		for call := range calls(fn) {
			for i := range sinks.of(call.Common()) {
				if e, ok := c.argument(call, i); ok {
					roots = append(roots, root{call.Common().Args[i], e, call.Block()})
				}
			}
		}
	}
	funcs := make(map[ast.Node]*ssa.Function)
	for _, fn := range c.flow.Funcs {
		if fn.Syntax() != nil {
			funcs[fn.Syntax()] = fn
		}
	}
	for _, h := range c.pass.Handlers.All {
		fn := funcs[h.Func.Node()]
		if fn == nil || h.Response() == nil {
			continue
		}
		exprs := make(map[token.Pos]ast.Expr)
		for _, ret := range c.pass.Responses.Returns(h) {
			exprs[ret.Stmt.Return] = ret.ResponseExpr
		}
		for _, b := range fn.Blocks {
			if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(ret.Results) == 2 {
				roots = append(roots, root{ret.Results[0], exprs[ret.Pos()], b})
			}
		}
	}
	return roots
}

// sinks are the parameters of functions of the package that these give to encoding/json.
type sinks map[*types.Func]map[int]bool

func (c *checker) sinks() sinks {
	s := make(sinks)
	for changed := true; changed; {
		changed = false
		for _, fn := range c.flow.Funcs {
			obj, ok := fn.Object().(*types.Func)
			if !ok {
				continue // a literal, which is seldom called by others
			}
			for call := range calls(fn) {
				for i := range s.of(call.Common()) {
					p, ok := bare(call.Common().Args[i]).(*ssa.Parameter)
					if j := slices.Index(fn.Params, p); ok && j >= 0 && !s[obj][j] {
						if s[obj] == nil {
							s[obj] = make(map[int]bool)
						}
						s[obj][j], changed = true, true
					}
				}
			}
		}
	}
	return s
}

// marshal and encode are the arguments that encoding/json encodes.
var marshal, encode = map[int]bool{0: true}, map[int]bool{1: true}

// of returns the indexes of the arguments of a call that are encoded.
func (s sinks) of(common *ssa.CallCommon) map[int]bool {
	obj := ssaflow.Callee(common)
	if obj == nil {
		return nil
	}
	switch obj.FullName() {
	case "encoding/json.Marshal", "encoding/json.MarshalIndent":
		return marshal
	case "(*encoding/json.Encoder).Encode":
		return encode
	}
	return s[obj]
}

// argument returns the syntax of the argument of call that is the i-th in SSA form.
func (c *checker) argument(call *ssa.Call, i int) (ast.Expr, bool) {
	cur, ok := c.root.FindByPos(call.Pos(), call.Pos()+1)
	if !ok {
		return nil, false
	}
	e, ok := cur.Node().(*ast.CallExpr)
	if call.Common().Signature().Recv() != nil {
		i-- // the receiver
	}
	if !ok || i < 0 || i >= len(e.Args) {
		return nil, false
	}
	return e.Args[i], true
}

// calls returns the calls in fn.
func calls(fn *ssa.Function) func(yield func(*ssa.Call) bool) {
	return func(yield func(*ssa.Call) bool) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(*ssa.Call); ok && !yield(call) {
					return
				}
			}
		}
	}
}

// bare returns v before its conversion to another type.
func bare(v ssa.Value) ssa.Value {
	for {
		switch conv := v.(type) {
		case *ssa.MakeInterface:
			v = conv.X
		case *ssa.ChangeInterface:
			v = conv.X
		case *ssa.ChangeType:
			v = conv.X
		default:
			return v
		}
	}
}
