package handler

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
)

// A program is what is asked of the package's SSA form. It does not change once it is made: rules
// that run at the same time ask it.
type program struct {
	pkg     *types.Package
	flow    *errflow.Package
	funcs   map[ast.Node]*ssa.Function // by syntax
	stores  map[token.Pos]*ssa.Store   // to fields, by position
	globals map[*ssa.Global][]ssa.Value
}

func newProgram(pkg *types.Package, flow *errflow.Package) *program {
	p := &program{
		pkg:     pkg,
		flow:    flow,
		funcs:   make(map[ast.Node]*ssa.Function),
		stores:  make(map[token.Pos]*ssa.Store),
		globals: make(map[*ssa.Global][]ssa.Value),
	}
	for _, fn := range flow.Funcs {
		if fn.Syntax() != nil {
			p.funcs[fn.Syntax()] = fn
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				store, ok := instr.(*ssa.Store)
				if !ok {
					continue
				}
				switch addr := store.Addr.(type) {
				case *ssa.FieldAddr:
					if store.Pos().IsValid() {
						p.stores[store.Pos()] = store
					}
				case *ssa.Global:
					p.globals[addr] = append(p.globals[addr], store.Val)
				}
			}
		}
	}
	return p
}

// local reports whether fn is a function of the package, so that all of it is known.
func (p *program) local(fn *ssa.Function) bool {
	return fn != nil && fn.Pkg != nil && fn.Pkg.Pkg == p.pkg && len(fn.Blocks) > 0
}

// initial returns the value that the variable g has for good, nil for one of another package, of
// which it is taken for granted. It returns false where g can have other values.
func (p *program) initial(g *ssa.Global) (ssa.Value, bool) {
	if g.Pkg.Pkg != p.pkg {
		return nil, true
	}
	if values := p.globals[g]; len(values) == 1 {
		return values[0], true
	}
	return nil, false
}

// returnsOf returns the return statements of fn that can be reached.
func returnsOf(fn *ssa.Function) []*ssa.Return {
	var returns []*ssa.Return
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			returns = append(returns, ret)
		}
	}
	return returns
}

// calleeName returns the full name of the function or method that c calls, "" for a call of
// a function value.
func calleeName(c *ssa.CallCommon) string {
	if c.IsInvoke() {
		return c.Method.FullName()
	}
	if fn := c.StaticCallee(); fn != nil {
		if origin := fn.Origin(); origin != nil {
			fn = origin
		}
		if fn.Object() != nil && fn.Object().Pkg() != nil {
			return fn.RelString(nil)
		}
	}
	return ""
}

// call returns the call of which v is the i-th result, nil if it is none.
func call(v ssa.Value) (c *ssa.Call, i int) {
	switch v := v.(type) {
	case *ssa.Call:
		return v, 0
	case *ssa.Extract:
		c, _ := v.Tuple.(*ssa.Call)
		return c, v.Index
	}
	return nil, 0
}
