package lambdahandjson

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// sinks looks at the texts that have to be JSON, or that are if they look like it. Where the package has no
// handlers, these are the bodies of the responses that it makes for those of others.
func (c *checker) sinks() {
	has := len(c.pass.Handlers.All) > 0
	for _, fn := range c.flow.Funcs {
		eachInstr(fn, func(instr ssa.Instruction) {
			switch instr := instr.(type) {
			case *ssa.Store:
				if field, ok := instr.Addr.(*ssa.FieldAddr); ok {
					switch {
					case isBody(field) && (has || isEvent(field)):
						c.trace(instr.Val, false)
					case has && isMessage(field):
						c.trace(instr.Val, true)
					}
				}
			case *ssa.Call:
				if obj := ssaflow.Callee(instr.Common()); has && obj != nil {
					switch obj.FullName() {
					case "errors.New":
						c.trace(instr.Call.Args[0], true)
					case "fmt.Errorf":
						c.format(instr, true)
					}
				}
			case *ssa.Return:
				if has && fn.Name() == "Error" && fn.Signature.Recv() != nil && len(instr.Results) == 1 {
					c.trace(instr.Results[0], true)
				}
			}
		})
	}
}

// isBody reports whether field is the body of an HTTP response.
func isBody(field *ssa.FieldAddr) bool {
	t := types.Unalias(field.X.Type()).Underlying().(*types.Pointer).Elem()
	s, ok := t.Underlying().(*types.Struct)
	return ok && handler.IsHTTPResponse(t) && s.Field(field.Field) == handler.ResponseField(s, "body")
}

// isEvent reports whether field is one of a type of package events.
func isEvent(field *ssa.FieldAddr) bool {
	named, ok := types.Unalias(types.Unalias(field.X.Type()).Underlying().(*types.Pointer).Elem()).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == awspath.Events
}

// isMessage reports whether field is the message of a messages.InvokeResponse_Error.
func isMessage(field *ssa.FieldAddr) bool {
	named, ok := types.Unalias(types.Unalias(field.X.Type()).Underlying().(*types.Pointer).Elem()).(*types.Named)
	if !ok || named.Obj().Name() != "InvokeResponse_Error" || named.Obj().Pkg().Path() != awspath.Messages {
		return false
	}
	return named.Underlying().(*types.Struct).Field(field.Field).Name() == "Message"
}

// trace checks all texts that v can be.
func (c *checker) trace(v ssa.Value, isError bool) {
	t := tracer{checker: c, isError: isError, seen: make(map[ssa.Value]bool)}
	t.visit(v)
}

type tracer struct {
	*checker
	isError bool
	seen    map[ssa.Value]bool
}

func (t *tracer) visit(v ssa.Value) {
	if t.seen[v] {
		return
	}
	t.seen[v] = true
	switch v := v.(type) {
	case *ssa.BinOp:
		if e, ok := t.binary(v); ok {
			t.check(e, t.concatenation(e, v), v.Block(), t.isError)
		}
	case *ssa.Call:
		if obj := ssaflow.Callee(v.Common()); obj != nil && obj.FullName() == "fmt.Sprintf" {
			t.format(v, t.isError)
			return
		}
	}
	for _, from := range t.sources(v) {
		t.visit(from)
	}
}

// sources returns the values that v can be one of, as far as the package tells, none if it does not.
func (c *checker) sources(v ssa.Value) []ssa.Value {
	var all []ssa.Value
	switch v := v.(type) {
	case *ssa.Phi:
		return v.Edges
	case *ssa.Convert:
		return []ssa.Value{v.X}
	case *ssa.ChangeType:
		return []ssa.Value{v.X}
	case *ssa.UnOp:
		if local, ok := v.X.(*ssa.Alloc); ok && v.Op == token.MUL {
			for _, ref := range *local.Referrers() {
				if store, ok := ref.(*ssa.Store); ok && store.Addr == local {
					all = append(all, store.Val)
				}
			}
		}
	case *ssa.Parameter:
		fn := v.Parent()
		obj, ok := fn.Object().(*types.Func)
		for i, p := range fn.Params {
			if p != v || !ok {
				continue
			}
			for _, call := range c.callers[obj] {
				if !call.IsInvoke() {
					all = append(all, call.Args[i])
				}
			}
		}
	case *ssa.Call:
		return c.results(v, 0)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return c.results(call, v.Index)
		}
	}
	return all
}

// results returns what the function of the package that call calls returns as its i-th result.
func (c *checker) results(call *ssa.Call, i int) []ssa.Value {
	fn := call.Common().StaticCallee()
	if fn == nil || fn.Pkg == nil || fn.Pkg.Pkg != c.pass.Pkg {
		return nil
	}
	var all []ssa.Value
	eachInstr(fn, func(instr ssa.Instruction) {
		if ret, ok := instr.(*ssa.Return); ok {
			all = append(all, ret.Results[i])
		}
	})
	return all
}

// format checks the call of fmt.Sprintf or fmt.Errorf.
func (c *checker) format(call *ssa.Call, isError bool) {
	if cur, ok := c.root.FindByPos(call.Pos(), call.Pos()+1); ok {
		if e, ok := cur.Node().(*ast.CallExpr); ok {
			c.check(e, c.formatted(e, call), call.Block(), isError)
		}
	}
}

// binary returns the syntax of sum.
func (c *checker) binary(sum *ssa.BinOp) (*ast.BinaryExpr, bool) {
	if sum.Op != token.ADD || !sum.Pos().IsValid() {
		return nil, false
	}
	cur, ok := c.root.FindByPos(sum.Pos(), sum.Pos()+1)
	if !ok {
		return nil, false
	}
	e, ok := cur.Node().(*ast.BinaryExpr)
	return e, ok
}
