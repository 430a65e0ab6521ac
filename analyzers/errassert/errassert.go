package errassert

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "errassert",
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

// A checker checks one package.
type checker struct {
	pass *rule.Pass
	flow *errflow.Package
}

// A fault is what is to be reported.
type fault struct {
	cur     inspector.Cursor // of the assertion, the guard of a type switch, the call, the comparison
	origins errflow.Origins
	message string
	edit    func() *fix.Editor
}

func run(pass *rule.Pass) {
	c := &checker{
		pass: pass,
		flow: pass.Flow,
	}
	for _, f := range slices.Concat(c.assertions(), c.identities()) {
		pass.Report(rule.Finding{
			Range:     f.cur.Node(),
			Operation: f.origins.String(),
			Message:   f.message,
			Fix:       "look at what the error wraps",
			Edit:      f.edit,
			Related:   f.origins.Calls(),
		})
	}
}

// assertions returns the assertions and type switches that miss what is wrapped.
func (c *checker) assertions() []*fault {
	var faults []*fault
	switches := make(map[*ast.TypeSwitchStmt]bool)
	for _, m := range c.pass.Asked.Matches() {
		if m.Unwraps() || !awssdk.IsError(m.Err.Type()) || !isSDKError(m.Target) || !c.pass.Reportable(m.Instr.Pos()) {
			continue
		}
		o := c.flow.Origins(m.Err)
		if !wraps(o, m.Target) && !c.handedIn(m, o) {
			continue
		}
		name := types.TypeString(m.Target, (*types.Package).Name)
		cur := m.Syntax
		f := &fault{cur: cur, origins: o}
		if _, clause := cur.Node().(*ast.CaseClause); clause {
			cur = cur.Parent().Parent()
			s := cur.Node().(*ast.TypeSwitchStmt)
			if switches[s] {
				continue
			}
			switches[s] = true
			f.cur, _ = cur.FindNode(s.Assign)
			f.message = "error of " + o.String() + " wraps " + name + ", so this type switch never finds it; match it with errors.As"
			f.edit = func() *fix.Editor { return c.editSwitch(cur, s) }
		} else {
			f.message = "error of " + o.String() + " wraps " + name + ", so this assertion never holds; match it with errors.As"
			f.edit = func() *fix.Editor { return c.editAssertion(cur) }
		}
		faults = append(faults, f)
	}
	return faults
}

// isSDKError reports whether t is an error type, or an interface of errors, of an SDK.
func isSDKError(t types.Type) bool {
	obj := awssdk.TypeName(t)
	return obj != nil && obj.Pkg() != nil && awspath.IsSDK(obj.Pkg().Path())
}

// wraps reports whether an error with the origins o wraps target where it has it.
func wraps(o errflow.Origins, target types.Type) bool {
	if !o.AWS() || o.Bare {
		return false
	}
	obj := awssdk.TypeName(target)
	path := obj.Pkg().Path()
	generation := 2
	if awspath.Within(path, awspath.V1) {
		generation = 1
	}
	// Types of the other generation never come at all: impossiblematch.
	if !slices.ContainsFunc(o.Ops, func(op errflow.Origin) bool { return op.Generation == generation }) {
		return false
	}
	if generation == 1 || isOutermost(obj) {
		return o.Wrapped && !o.Unknown
	}
	return true
}

// handedIn reports whether m asks an error that callers from elsewhere hand in for what
// the SDK always wraps, as a helper called isNotFound does.
func (c *checker) handedIn(m *errmatch.Match, o errflow.Origins) bool {
	param, ok := m.Err.(*ssa.Parameter)
	obj := awssdk.TypeName(m.Target)
	return ok && !o.AWS() && !o.Bare && !isOutermost(obj) && !awspath.Within(obj.Pkg().Path(), awspath.V1) && c.pass.Asked.FromOutside(param)
}

// isOutermost reports whether functions of the SDK return errors of the type as they are.
func isOutermost(obj *types.TypeName) bool {
	path := obj.Pkg().Path()
	switch {
	case path == awspath.Smithy:
		return obj.Name() == "OperationError"
	case awspath.Within(path, awspath.Services):
		return !strings.HasSuffix(path, "/types")
	}
	return awspath.Within(path, awspath.V2+"/feature") || awspath.Within(path, awspath.V2+"/config") || awspath.Within(path, awspath.Credentials)
}
