package swallowed

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// provesAbsence reports whether the failure alone is the proof that what the call looks up does not
// exist: where there is none, the function fails, or where there is one, it makes the thing.
func (f failure) provesAbsence() bool {
	if f.overwrites() {
		return true
	}
	lookups := f.operations()
	if len(lookups) == 0 || slices.ContainsFunc(lookups, func(o errflow.Origin) bool { return !looksUp(o) }) {
		return false
	}
	return f.failsWithoutError() || f.makes(lookups)
}

// looksUp reports whether the operation asks for something that may not exist.
func looksUp(o errflow.Origin) bool {
	return o.Form == awssdk.Client && knowledge.LooksUp(o.Name) && !knowledge.EmptyWhereMissing(o.Service, o.Name)
}

// operations returns those that the error can come from, none where there may be others.
func (f failure) operations() []errflow.Origin {
	o := f.flow.Origins(f.site.Err)
	if f.site.Op.Form == awssdk.Declared {
		o = f.flow.Returned(f.site)
	}
	if o.Unknown {
		return nil
	}
	return o.Ops
}

// failsWithoutError reports whether the function returns an error of its own exactly where the call succeeds:
//
//	if _, err := c.GetUser(ctx, in); err == nil { return errExists }
func (f failure) failsWithoutError() bool {
	ret, ok := ssaflow.Last(f.success).(*ssa.Return)
	if !ok || len(f.success.Preds) != 1 || len(ret.Results) == 0 {
		return false
	}
	n := len(ret.Results) - 1
	if !awssdk.IsError(ret.Results[n].Type()) || slices.ContainsFunc(ret.Results[:n], func(v ssa.Value) bool { return !ssaflow.IsZero(v) }) {
		return false
	}
	switch v := ret.Results[n].(type) {
	case *ssa.MakeInterface:
		return true
	case *ssa.UnOp:
		_, global := v.X.(*ssa.Global)
		return global
	case *ssa.Call:
		fn := ssaflow.Callee(v.Common())
		return fn != nil && (strings.HasPrefix(fn.Name(), "New") || strings.Contains(fn.Name(), "Err"))
	}
	return false
}

// makes reports whether the function makes what one of the lookups asks for, only where the call fails:
//
//	if _, err := c.HeadBucket(ctx, in); err != nil { c.CreateBucket(ctx, …) }
func (f failure) makes(lookups []errflow.Origin) bool {
	if len(f.entry.Preds) != 1 {
		return false
	}
	cached := f.site.Output != nil && ssaflow.Used(f.site.Output)
	makes := func(service, name string) bool {
		return slices.ContainsFunc(lookups, func(lookup errflow.Origin) bool {
			if service != lookup.Service || !knowledge.Makes(name, lookup.Name) {
				return false
			}
			// What is got where it is there, and put where not, is a cache: it is put again.
			return !cached || !knowledge.Overwrites(name) || strings.HasPrefix(lookup.Name, "Head")
		})
	}
	return slices.ContainsFunc(f.branch, func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			return ok && !f.matched(call) && slices.ContainsFunc(f.performed(call), func(o errflow.Origin) bool {
				if names := knowledge.Performs(o.Service + "." + o.Name); o.Form == awssdk.Feature && names != nil {
					return slices.ContainsFunc(names, func(name string) bool { return makes("s3", name) })
				}
				return makes(o.Service, o.Name)
			})
		})
	})
}

// matched reports whether the program asks what the error of call is: if it is that something
// exists already, then no harm is done.
func (f failure) matched(call ssa.CallInstruction) bool {
	site := f.flow.At(call)
	if site == nil || site.Err == nil {
		return false
	}
	follow := ssaflow.Phis | ssaflow.Conversions | ssaflow.Interfaces | ssaflow.Boxes
	var asksText ssaflow.Forward
	asks := func(instr ssa.Instruction, _ ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.Call:
			if fn := ssaflow.Callee(instr.Common()); fn != nil && fn.Name() == "Error" && instr.Call.Signature().Params().Len() == 0 {
				return asksText.Any(instr)
			}
			results := instr.Call.Signature().Results() // of errors.Is, errors.As, errors.AsType, isAlreadyExists, or strings.Contains
			n := results.Len()
			return n > 0 && types.Identical(results.At(n-1).Type(), types.Typ[types.Bool])
		}
		return false
	}
	asksText = ssaflow.Forward{Follow: follow, Use: asks}
	w := ssaflow.Forward{Follow: follow, Use: asks}
	return w.Any(site.Err)
}

// performed returns the operations that call performs, as far as its error tells.
func (f failure) performed(call ssa.CallInstruction) []errflow.Origin {
	if site := f.flow.At(call); site != nil {
		if site.Err == nil {
			return nil
		}
		return f.flow.Origins(site.Err).Ops
	}
	results := call.Common().Signature().Results()
	if n := results.Len(); n == 0 || !awssdk.IsError(results.At(n-1).Type()) {
		return nil
	}
	return f.flow.Returned(&errflow.Site{Instr: call}).Ops
}
