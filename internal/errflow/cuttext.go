package errflow

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// formatted returns where the error comes from that call, of fmt.Errorf, makes. It wraps what
// stands for %w, and cuts off all other errors whose texts it takes: unless it may wrap an error of
// AWS, which matches then find.
func (t *tracer) formatted(call *ssa.Call) flow {
	args := call.Call.Args
	format, constant := ssaflow.String(args[0])
	verbs, ok := ssaflow.Verbs(format)
	if !constant || !ok {
		return t.wrapped(t.errorsOf(args[1]))
	}
	values := slices.Collect(ssaflow.Variadic(args[1]))
	var kept flow
	var told, cut []ssa.Value
	by := ""
	for _, v := range verbs {
		switch {
		case v.Arg >= len(values):
		case v.Char == 'w':
			kept.Wrapped = true
			if err := errorIn(values[v.Arg]); err != nil {
				kept = kept.union(t.errs.From(err))
			}
		default:
			told = append(told, values[v.Arg])
			if !strings.ContainsRune("vsq", v.Char) {
				break
			}
			if errs := t.textErrors(values[v.Arg]); len(errs) > 0 {
				by = cmp.Or(by, format[v.Start:v.End])
				cut = ssaflow.Union(cut, errs)
			}
		}
	}
	switch {
	case !kept.Wrapped:
		return t.told(args[0], told...).union(t.cut(Formatted, by, CutSite{Instr: call, Errs: cut}))
	case kept.AWS() || kept.Unknown || len(kept.params)+len(kept.called) > 0:
		cut = nil
	default:
		kept.Retold = kept.Retold || slices.ContainsFunc(told, t.retells)
	}
	kept.Texts = unionTexts(kept.Texts, []string{format})
	return t.wrapped(kept).union(t.cut(Formatted, by, CutSite{Instr: call, Errs: cut}))
}

// errorIn returns the error that v, an argument for %w, holds, nil if it is none.
func errorIn(v ssa.Value) ssa.Value {
	if err := ErrorOf(v); err != nil {
		return err
	}
	if awssdk.IsErrorType(v.Type()) {
		return v
	}
	return nil
}

// textSteps are the ways to copies of a text, or to what it is made of.
const textSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Boxes | ssaflow.Slices | ssaflow.Sums | ssaflow.Locals | ssaflow.Elements

// textErrors returns the errors of which v, a text or an operand of a format, holds what they say.
func (t *tracer) textErrors(v ssa.Value) []ssa.Value {
	w := &ssaflow.Backward[[]ssa.Value]{Program: t.Program, Follow: textSteps, Join: ssaflow.Union}
	w.Look = func(at ssaflow.At) ([]ssa.Value, bool) {
		if at.Elements {
			return nil, false
		}
		if err := errorIn(at.Value); err != nil {
			return []ssa.Value{err}, true
		}
		return nil, !mayHoldText(at.Value.Type())
	}
	w.Leaf = func(at ssaflow.At) []ssa.Value {
		call, ok := at.Value.(*ssa.Call)
		if !ok || at.Elements {
			return nil
		}
		fn, args := ssaflow.Callee(call.Common()), call.Call.Args
		switch {
		case fn == nil:
		case fn.Name() == "Error" && call.Call.IsInvoke():
			return []ssa.Value{call.Call.Value}
		case fn.Name() == "Error" && fn.Signature().Recv() != nil && len(args) == 1 && awssdk.IsErrorType(args[0].Type()):
			return []ssa.Value{args[0]}
		case fn.Pkg() == nil || len(args) == 0:
		case fn.Pkg().Path() == "fmt" && (fn.Name() == "Sprint" || fn.Name() == "Sprintln" || fn.Name() == "Sprintf"):
			var errs []ssa.Value
			for v := range ssaflow.Variadic(args[len(args)-1]) {
				errs = ssaflow.Union(errs, w.From(v))
			}
			return errs
		case fn.Pkg().Path() == "strings" && fn.Name() == "Join":
			return w.Elements(args[0])
		case fn.Pkg().Path() == "strings" && fn.Signature().Recv() == nil:
			return w.From(args[0])
		}
		return nil
	}
	return w.From(v)
}

// made returns the errors of which an error tells that is made of a text, or of a format and
// values.
func (t *tracer) made(text ssa.Value, values []ssa.Value) []ssa.Value {
	errs := t.textErrors(text)
	for _, v := range values {
		errs = ssaflow.Union(errs, t.textErrors(v))
	}
	return errs
}

// mayHoldText reports whether a value of type t is a text, or can hold one.
func mayHoldText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Interface, *types.Slice, *types.Array, *types.Pointer, *types.Tuple:
		return true
	}
	return false
}
