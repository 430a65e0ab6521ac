package streamerr

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// reportBodies reports what reads the body of an output and throws the error of that away.
func reportBodies(pass *rule.Pass) {
	reported := make(map[*ssa.Call]bool) // a helper may read several bodies
	for _, site := range pass.Flow.Sites {
		if site.Op.Form != awssdk.Client || site.Op.Generation != 2 || site.Output == nil {
			continue
		}
		for _, read := range readsOf(bodiesOf(site)) {
			call, ok := pass.Flow.Call(read)
			if !ok || reported[read] || usesError(read) || drains(read) {
				continue
			}
			reported[read] = true
			// Have: a body that is read until it ends or breaks, and nothing tells which.
			pass.Report(rule.Finding{
				Lost:      true,
				Range:     call.Node(),
				Operation: site.Op.String(),
				Message:   "the error of reading the body of " + site.Op.String() + " is discarded, so a truncated body looks complete; check it",
				Fix:       "return the error of reading the body of " + site.Op.String(),
				Edit:      func() *fix.Editor { return checkRead(pass, call, site) },
			})
		}
	}
}

// bodiesOf returns the bodies that the package takes from the output of site: members that are read and closed.
func bodiesOf(site *errflow.Site) []ssa.Value {
	var bodies []ssa.Value
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals | ssaflow.Params, Closures: true, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		addr, ok := instr.(*ssa.FieldAddr)
		if !ok {
			return false
		}
		for _, ref := range *addr.Referrers() {
			if load, ok := ref.(*ssa.UnOp); ok && isReadCloser(load.Type()) {
				bodies = append(bodies, load)
			}
		}
		return false
	}}
	w.Any(site.Output)
	return bodies
}

func isReadCloser(t types.Type) bool {
	name := awssdk.TypeName(t)
	return name != nil && name.Pkg() != nil && name.Pkg().Path() == "io" && name.Name() == "ReadCloser"
}

// readsOf returns the calls that read one of bodies until it ends.
func readsOf(bodies []ssa.Value) []*ssa.Call {
	var reads []*ssa.Call
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals | ssaflow.Interfaces | ssaflow.Boxes | ssaflow.Params, Closures: true}
	w.Use = func(instr ssa.Instruction, v ssa.Value) bool {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return false
		}
		fn := ssaflow.Callee(&call.Call)
		if fn == nil || fn.Pkg() == nil {
			return false
		}
		if knowledge.DecodesFrom(fn) {
			return w.Any(call)
		}
		if arg, ok := knowledge.ReadsToEnd(fn); ok && arg < len(call.Call.Args) && call.Call.Args[arg] == v {
			reads = append(reads, call)
		}
		return false
	}
	for _, body := range bodies {
		w.Any(body)
	}
	return reads
}

// usesError reports whether anything reads the error of call, its last result.
func usesError(call *ssa.Call) bool {
	n := call.Call.Signature().Results().Len()
	if n == 1 {
		return ssaflow.Used(call)
	}
	err := ssaflow.Result(call, n-1)
	return err != nil && ssaflow.Used(err)
}

// drains reports whether call only reads to have it done, or writes to a client, who sees that something is missing: its
// response has a length, or does not end.
func drains(call *ssa.Call) bool {
	for _, arg := range call.Call.Args {
		if load, ok := ssaflow.Bare(arg).(*ssa.UnOp); ok {
			if global, ok := load.X.(*ssa.Global); ok && global.Name() == "Discard" {
				return true
			}
		}
		if name := awssdk.TypeName(ssaflow.Bare(arg).Type()); name != nil && name.Name() == "ResponseWriter" {
			return true
		}
	}
	return false
}

// checkRead returns the editor of the fix that returns the error of the call at cur:
//
//	data, _ := io.ReadAll(out.Body) => data, err := io.ReadAll(out.Body); if err != nil { return err }
//	buf.ReadFrom(out.Body) => if _, err := buf.ReadFrom(out.Body); err != nil { return err }
//
// It returns nil where the error cannot be returned.
func checkRead(pass *rule.Pass, cur inspector.Cursor, site *errflow.Site) *fix.Editor {
	fn := fix.FunctionOf(pass.TypesInfo, cur)
	stmt := cur.Parent()
	if !fn.CanFail(cur) || !fix.InList(stmt) {
		return nil
	}
	e := pass.Fixes.Editor(cur.Node().Pos())
	if e == nil {
		return nil
	}
	words := site.Op.Words() + " body"
	switch n := stmt.Node().(type) {
	case *ast.ExprStmt:
		e.CheckInHeader(n, cur.Node().(ast.Expr), fn, words)
	case *ast.AssignStmt:
		if len(n.Rhs) != 1 || !isBlank(n.Lhs[len(n.Lhs)-1]) {
			return nil
		}
		if !slices.ContainsFunc(n.Lhs, func(x ast.Expr) bool { return !isBlank(x) }) {
			e.CheckInHeader(n, cur.Node().(ast.Expr), fn, words)
			break
		}
		e.CheckBelow(n, fn, "", e.NameError(n, fn, "readErr"), words)
	default:
		return nil
	}
	return e
}

func isBlank(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == "_"
}
