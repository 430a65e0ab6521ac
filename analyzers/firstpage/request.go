package firstpage

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A request is how a call gets one page at most.
type request struct {
	input ssa.Value
}

// requestOf returns how site gets one page at most, nil if it may get more.
func requestOf(flow *errflow.Package, site *errflow.Site) *request {
	switch site.Op.Form {
	case awssdk.Client:
		if in := argument(site.Instr.Common(), site.Op.Input); in != nil {
			return &request{in}
		}
	case awssdk.Paginator:
		return firstOf(site)
	}
	return nil
}

// firstOf returns the request of a call of NextPage of a paginator that nothing else calls NextPage of, or goes on with.
func firstOf(site *errflow.Site) *request {
	common := site.Instr.Common()
	if common.IsInvoke() || len(common.Args) == 0 {
		return nil
	}
	made, ok := common.Args[0].(*ssa.Call)
	if !ok || len(made.Call.Args) < 2 || !makesPaginator(ssaflow.Callee(&made.Call)) || made.Parent() != site.Instr.Parent() {
		return nil
	}
	options := made.Call.Args[len(made.Call.Args)-1]
	if len(made.Call.Args) > 2 && !ssaflow.IsNil(options) {
		return nil // they may limit the page
	}
	for _, ref := range *made.Referrers() {
		call, ok := ref.(ssa.CallInstruction)
		switch {
		case ssaflow.IsDebug(ref) || ref == site.Instr:
		case ok && calls(call, "HasMorePages"):
		default:
			return nil
		}
	}
	if repeats(site.Instr.Block(), made.Block()) {
		return nil
	}
	return &request{made.Call.Args[1]}
}

func calls(c ssa.CallInstruction, name string) bool {
	fn := ssaflow.Callee(c.Common())
	return fn != nil && fn.Name() == name
}

// makesPaginator reports whether fn is NewXPaginator of a service package.
func makesPaginator(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && awspath.Generation(fn.Pkg().Path()) == 2 &&
		strings.HasPrefix(fn.Name(), "New") && strings.HasSuffix(fn.Name(), "Paginator")
}

// repeats reports whether a path leads from the end of b to b again, without passing avoid, which may be nil.
func repeats(b, avoid *ssa.BasicBlock) bool {
	return avoid != b && slices.ContainsFunc(b.Succs, func(next *ssa.BasicBlock) bool { return ssaflow.LeadsTo(next, b, avoid) })
}
