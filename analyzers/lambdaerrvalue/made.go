package lambdaerrvalue

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// maxDepth is how many functions deep an error is followed.
const maxDepth = 5

// made returns the values that the error v can be, followed to where the package makes them or gets
// them from a call.
func (c *checker) made(v ssa.Value) []ssa.Value {
	m := maker{checker: c, seen: make(map[ssa.Value]bool)}
	m.visit(v, 0)
	return m.all
}

type maker struct {
	*checker
	seen map[ssa.Value]bool
	all  []ssa.Value
}

func (m *maker) visit(v ssa.Value, depth int) {
	if m.seen[v] {
		return
	}
	m.seen[v] = true
	switch v := v.(type) {
	case *ssa.Phi:
		for _, e := range v.Edges {
			m.visit(e, depth)
		}
		return
	case *ssa.ChangeInterface:
		m.visit(v.X, depth)
		return
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok {
			if value := m.initial(g); value != nil {
				m.visit(value, depth)
				return
			}
		}
	}
	call, i := result(v)
	if call == nil {
		m.all = append(m.all, v)
		return
	}
	fn := call.Common().StaticCallee()
	if depth == maxDepth || fn == nil || fn.Pkg == nil || fn.Pkg.Pkg != m.pass.Pkg || len(fn.Blocks) == 0 {
		m.all = append(m.all, call)
		return
	}
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			m.visit(ret.Results[i], depth+1)
		}
	}
}

// initial returns the only value that the variable g of the package gets, nil if that is not known.
func (m *maker) initial(g *ssa.Global) ssa.Value {
	var value ssa.Value
	for _, fn := range m.flow.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if store, ok := instr.(*ssa.Store); ok && store.Addr == g {
					if value != nil {
						return nil
					}
					value = store.Val
				}
			}
		}
	}
	return value
}

// result returns the call of which v is the i-th result, nil if it is none.
func result(v ssa.Value) (call *ssa.Call, i int) {
	switch v := v.(type) {
	case *ssa.Call:
		return v, 0
	case *ssa.Extract:
		call, _ = v.Tuple.(*ssa.Call)
		return call, v.Index
	}
	return nil, 0
}

// callee returns the function or method that call calls, nil if that is not known.
func callee(call *ssa.Call) *types.Func {
	common := call.Common()
	if common.IsInvoke() {
		return common.Method
	}
	if fn := common.StaticCallee(); fn != nil {
		if origin := fn.Origin(); origin != nil {
			fn = origin
		}
		obj, _ := fn.Object().(*types.Func)
		return obj
	}
	return nil
}
