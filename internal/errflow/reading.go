package errflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// reads returns where the error of c can come from, a call of a function of the standard library, if all that
// it hands over to be called is a buffer, a file, or the body of the output of an operation: who reads that gets
// the errors of its connection.
func (t *tracer) reads(c *ssa.CallCommon) (f flow, ok bool) {
	if c.Signature().Recv() != nil {
		return flow{}, false
	}
	f = other
	for _, arg := range c.Args {
		switch u := arg.Type().Underlying().(type) {
		case *types.Signature:
			return flow{}, false
		case *types.Interface:
			if u.NumMethods() == 0 || awssdk.IsContext(arg.Type()) {
				continue
			}
			from, ok := t.read(arg)
			if !ok {
				return flow{}, false
			}
			f = f.union(from)
		}
	}
	return f, true
}

// read returns where the errors of the methods of v can come from, an interface.
func (t *tracer) read(v ssa.Value) (f flow, ok bool) {
	switch v := v.(type) {
	case *ssa.ChangeInterface:
		return t.read(v.X)
	case *ssa.MakeInterface:
		name := awssdk.TypeName(v.X.Type())
		return other, name != nil && name.Pkg() != nil && readsNothing(name.Pkg().Path())
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok && isResult(addr.X.Type()) {
			if call, _ := ssaflow.Call(addr.X); call != nil && t.sites[call] != nil {
				return flow{Origins: Origins{Ops: []Origin{newOrigin(t.sites[call].Op, t.Fset)}}}, true
			}
		}
	}
	return flow{}, false
}

// readsNothing reports whether the types of the package at path, of the standard library, call nothing that they
// are given, as a *gzip.Reader does.
func readsNothing(path string) bool { return path == "bytes" || path == "strings" || path == "os" }
