package lambdaresp

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Sent is a value that the package sends to a client of an HTTP server.
type Sent struct {
	Value ssa.Value // a text, an error whose text is sent, or, if Encoded, what is sent as JSON
	Block *ssa.BasicBlock
	Expr  inspector.Cursor

	// Status is the expression of the status that is sent with it, nil if that is said elsewhere.
	Status ast.Expr

	Encoded bool
}

// Sends reports whether the package may send errors of AWS to clients of HTTP servers: such errors
// come to it, and it imports net/http or a framework.
func (s *Set) Sends() bool {
	return s.flow.Program != nil && slices.ContainsFunc(s.flow.Program.Types.Imports(), func(p *types.Package) bool { return knowledge.ServesHTTP(p.Path()) })
}

// Sent returns what the package sends to clients of HTTP servers, by net/http or a framework, and
// what callers pass to functions of the package that send it.
func (s *Set) Sent() []Sent {
	if !s.Sends() {
		return nil
	}
	f := sentFinder{Program: s.Program(), seen: make(map[*ssa.Parameter]bool)}
	f.Instrs(func(instr ssa.Instruction) {
		if call, ok := instr.(*ssa.Call); ok {
			f.call(call)
		}
	})
	return f.found
}

type sentFinder struct {
	*ssaflow.Program
	seen  map[*ssa.Parameter]bool
	found []Sent
}

// call finds what call sends.
func (f *sentFinder) call(call *ssa.Call) {
	fn := ssaflow.Callee(call.Common())
	if fn == nil {
		return
	}
	if fn.FullName() == "(*encoding/json.Encoder).Encode" {
		if f.encodesResponse(call.Call.Args[0]) {
			f.argument(call, 0, nil, true)
		}
		return
	}
	sending, ok := knowledge.Sends(fn)
	if !ok {
		return
	}
	args := written(call.Common())
	if slices.Max([]int{sending.Value, sending.Status, sending.Writer}) >= len(args) {
		return
	}
	if sending.Writer >= 0 && !knowledge.IsResponseWriter(ssaflow.Bare(args[sending.Writer]).Type()) {
		return
	}
	var status ast.Expr
	if cur, ok := f.Call(call); ok && sending.Status >= 0 && sending.Status < len(cur.Node().(*ast.CallExpr).Args) {
		status = cur.Node().(*ast.CallExpr).Args[sending.Status]
	}
	f.argument(call, sending.Value, status, sending.JSON)
	if sig := fn.Signature(); sig.Variadic() && sending.Value == sig.Params().Len()-1 {
		if format := sending.Value - 1; sig.Params().At(format).Name() == "format" {
			f.argument(call, format, status, false)
		}
		return
	}
	for _, v := range f.Sources(args[sending.Value], ssaflow.Phis|ssaflow.Conversions|ssaflow.Locals) {
		if marshal, _ := ssaflow.Call(v); marshal != nil && (ssaflow.Calls(marshal.Common(), "encoding/json", "Marshal") || ssaflow.Calls(marshal.Common(), "encoding/json", "MarshalIndent")) {
			f.argument(marshal, 0, status, true)
		}
	}
}

// written returns the arguments of c without a receiver.
func written(c *ssa.CallCommon) []ssa.Value {
	if n := len(c.Args) - c.Signature().Params().Len(); n > 0 {
		return c.Args[n:]
	}
	return c.Args
}

// encodesResponse reports whether enc is an encoder that writes to an HTTP client.
func (f *sentFinder) encodesResponse(enc ssa.Value) bool {
	return slices.ContainsFunc(f.Sources(enc, ssaflow.Phis|ssaflow.Locals), func(v ssa.Value) bool {
		call, ok := v.(*ssa.Call)
		return ok && ssaflow.Calls(call.Common(), "encoding/json", "NewEncoder") && knowledge.IsResponseWriter(ssaflow.Bare(call.Call.Args[0]).Type())
	})
}

// argument finds the i-th argument that call is given, which is sent, or all from there on if that is the
// last parameter and variadic, and, where it is a parameter, what callers pass for that.
func (f *sentFinder) argument(call ssa.CallInstruction, i int, status ast.Expr, encoded bool) {
	args := written(call.Common())
	cur, ok := f.Call(call)
	if !ok || i >= len(args) || i >= len(cur.Node().(*ast.CallExpr).Args) { // f(g()) has fewer
		return
	}
	if sig := call.Common().Signature(); sig.Variadic() && i == sig.Params().Len()-1 {
		k := i
		for v := range ssaflow.Variadic(args[i]) {
			f.add(v, call, cur.ChildAt(edge.CallExpr_Args, k), status, encoded)
			k++
		}
		return
	}
	f.add(args[i], call, cur.ChildAt(edge.CallExpr_Args, i), status, encoded)
}

func (f *sentFinder) add(v ssa.Value, call ssa.CallInstruction, expr inspector.Cursor, status ast.Expr, encoded bool) {
	f.found = append(f.found, Sent{Value: v, Block: call.Block(), Expr: expr, Status: status, Encoded: encoded})
	if param, ok := ssaflow.Bare(v).(*ssa.Parameter); ok {
		f.passed(param, encoded)
	}
}

// passed finds what callers pass for param, which is sent, unless the function asks what that is: it may send errors
// in another way.
func (f *sentFinder) passed(param *ssa.Parameter, encoded bool) {
	asked := func(ref ssa.Instruction) bool {
		_, ok := ref.(*ssa.TypeAssert)
		return ok
	}
	if f.seen[param] || slices.ContainsFunc(*param.Referrers(), asked) {
		return
	}
	f.seen[param] = true
	i := ssaflow.Argument(param)
	if param.Parent().Signature.Recv() != nil {
		i--
	}
	for _, caller := range f.Callers(param.Parent()) {
		if i >= 0 {
			f.argument(caller, i, nil, encoded)
		}
	}
}

// Containers returns the variables and maps that the value v, which is encoded, is a copy of, be it made by
// a function of the package: what it holds is encoded, too.
func (s *Set) Containers(v ssa.Value) []ssa.Value {
	const steps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Interfaces | ssaflow.Boxes | ssaflow.Slices | ssaflow.Results
	var found []ssa.Value
	for _, v := range s.Program().Sources(v, steps) {
		if load, ok := v.(*ssa.UnOp); ok {
			v = load.X
		}
		switch v.(type) {
		case *ssa.Alloc, *ssa.MakeMap:
			found = append(found, v)
		}
	}
	return found
}
