package errflow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// maxTexts bounds the texts that are kept of one error.
const maxTexts = 50

// told returns what is known of an error that the program makes of a text, and of values that the
// text may hold: constants by themselves, and whether it can repeat what AWS says.
func (t *tracer) told(text ssa.Value, values ...ssa.Value) flow {
	f := flow{Origins: Origins{Other: true, Retold: slices.ContainsFunc(values, t.retells)}}
	if s, ok := ssaflow.String(text); ok {
		f.Texts = []string{s}
	} else {
		f.Retold = true
	}
	return f
}

// retells reports whether the text that v becomes can hold what AWS says of a failure: v is an error
// or its text, or a member of an output or of an error of the SDK.
func (t *tracer) retells(v ssa.Value) bool {
	w := &ssaflow.Backward[bool]{
		Program: t.Program,
		Follow:  ssaflow.Phis | ssaflow.Conversions | ssaflow.Boxes | ssaflow.Interfaces | ssaflow.Sums | ssaflow.Locals | ssaflow.Elements,
		Join:    func(x, y bool) bool { return x || y },
	}
	w.Look = func(at ssaflow.At) (retold, known bool) {
		if at.Elements {
			return false, false
		}
		if b, ok := at.Value.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString == 0 {
			return false, true // a number
		}
		retold = awssdk.IsErrorType(at.Value.Type())
		return retold, retold
	}
	w.Leaf = func(at ssaflow.At) bool {
		switch v := at.Value.(type) {
		case *ssa.Field:
			return isResult(v.X.Type())
		case *ssa.UnOp:
			if addr, ok := v.X.(*ssa.FieldAddr); ok {
				return isResult(addr.X.Type())
			}
			return v.Op == token.MUL && w.From(v.X)
		case *ssa.Call:
			if fn := ssaflow.Callee(v.Common()); fn != nil && fn.Signature().Recv() != nil {
				return awssdk.IsErrorType(fn.Signature().Recv().Type())
			}
			return slices.ContainsFunc(v.Call.Args, w.From)
		}
		return false
	}
	return w.From(v)
}

// isResult reports whether t is a struct of the SDK that is not an input.
func isResult(t types.Type) bool {
	return awssdk.FromSDK(t) && !strings.HasSuffix(awssdk.TypeName(t).Name(), "Input")
}

// holdsRetold reports whether v, an error of a type of the program, is made of what AWS says.
func (t *tracer) holdsRetold(v ssa.Value) bool {
	made, ok := v.(*ssa.Alloc)
	if !ok {
		return false
	}
	for field, member := range ssaflow.Members(made) {
		if field != nil && t.retells(member) {
			return true
		}
	}
	return false
}

// unionTexts returns the texts in x or y, each once.
func unionTexts(x, y []string) []string {
	if len(y) == 0 {
		return x
	}
	all := slices.Concat(x, y)
	slices.Sort(all)
	all = slices.Compact(all)
	return all[:min(len(all), maxTexts):min(len(all), maxTexts)]
}
