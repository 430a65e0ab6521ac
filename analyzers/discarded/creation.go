package discarded

import (
	"go/ast"
	"slices"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// precedesCreation reports whether the call removes, or asks for, what is created below, so that it
// fails the first time: DeletePolicy, and then CreatePolicy.
func (d discard) precedesCreation(pass *rule.Pass, calls []*errflow.Site) bool {
	call := d.site.Instr
	if _, deferred := d.stmt.(*ast.DeferStmt); deferred || d.site.Op.Form != awssdk.Client || d.output() != "" {
		return false
	}
	known := make(map[string]bool) // there may be thousands of calls, but not of operations
	makesAnew := func(other *errflow.Site) bool {
		if other.Op.Form != awssdk.Declared {
			anew, ok := known[other.Op.Name]
			if !ok {
				anew = knowledge.MakesAnew(other.Op.Name, d.site.Op.Name)
				known[other.Op.Name] = anew
			}
			return anew && other.Op.Package == d.site.Op.Package
		}
		return slices.ContainsFunc(pass.Flow.Returned(other).Ops, func(o errflow.Origin) bool {
			return o.Package == d.site.Op.Package && knowledge.MakesAnew(o.Name, d.site.Op.Name)
		})
	}
	after := sync.OnceValue(func() map[ssa.Instruction]bool { return ssaflow.Reachable(call, nil) }) // seldom needed
	return slices.ContainsFunc(calls, func(other *errflow.Site) bool {
		return other.Instr.Parent() == call.Parent() && makesAnew(other) && after()[other.Instr] && !ssaflow.Dominates(other.Instr, call)
	})
}

// mayExist reports whether the call makes something that can be there already, as its operation says by an error of its own, and
// the program has no use for what it made: then it may only see to it that there is one, each time that it starts.
func (d discard) mayExist(pass *rule.Pass) bool {
	if _, deferred := d.stmt.(*ast.DeferStmt); deferred || d.use != unused {
		return false
	}
	if d.site.Op.Form != awssdk.Declared {
		return saysExists(pass.Flow.ServiceOf(d.site), d.site.Op.Form, d.site.Op.Name)
	}
	return slices.ContainsFunc(d.within, func(op errflow.Origin) bool {
		return saysExists(pass.Flow.Service(op), op.Form, op.Name)
	})
}

// saysExists reports whether the operation has an error for something that is there already.
func saysExists(svc *model.Service, form awssdk.Form, operation string) bool {
	if svc == nil || form != awssdk.Client || !knowledge.MayExist(operation) {
		return false
	}
	errs, err := svc.Errors(operation)
	return err == nil && slices.ContainsFunc(errs, func(e model.Error) bool { return knowledge.SaysConflict().MatchString(e.Type) })
}
