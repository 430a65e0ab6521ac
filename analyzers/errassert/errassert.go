package errassert

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "errassert",
	Group: rule.Matched,
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	switches := make(map[ast.Node]bool) // that are reported
	hopeless := make(map[ast.Node]bool) // of these, those that also ask for what never comes
	for _, m := range pass.Asked.Matches() {
		if m.Unwraps() || !awssdk.IsError(m.Err.Type()) || !mayBeInside(m.Type) || !pass.Reportable(m.Instr.Pos()) {
			continue
		}
		// have: an assertion, or a case of a type switch, that asks an error for what another error of the SDK wraps
		o := pass.Flow.Origins(m.Err)
		where, found := inside(pass, m, o)
		if !found {
			continue
		}
		// have: an error that has what is asked for only inside
		cur, handedIn := m.Syntax, !o.AWS() && errmatch.Outer(m.Err) == nil
		if reason := never(pass, o, m.Type, m.Instr.Pos()); reason != "" {
			n := cur.Node()
			if clause, ok := n.(*ast.CaseClause); ok {
				hopeless[cur.Parent().Parent().Node()] = true
				n = asking(pass, clause, m.Type)
			}
			report(pass, o, handedIn, n, reason, nil)
			continue
		}
		if _, clause := cur.Node().(*ast.CaseClause); !clause {
			if holds := negated(pass, cur); holds != "" {
				report(pass, o, handedIn, cur.Node(), where+", so !"+holds+" is always true; use errors.As for the branch you mean", nil)
				continue
			}
			report(pass, o, handedIn, cur.Node(), where+", so this assertion is always false; use errors.As", matchAssertion(pass, cur))
		} else if cur = cur.Parent().Parent(); !switches[cur.Node()] {
			switches[cur.Node()] = true
			guard := cur.Node().(*ast.TypeSwitchStmt).Assign
			report(pass, o, handedIn, guard, where+", so this type switch never finds it; use errors.As", matchSwitch(pass, cur, hopeless))
		}
	}
	for _, id := range pass.Asked.Identities() {
		if pass.Reportable(id.Syntax.Node().Pos()) {
			checkIdentity(pass, id)
		}
	}
}

// asking returns the expression of clause, of a type switch, that asks for t.
func asking(pass *rule.Pass, clause *ast.CaseClause, t types.Type) ast.Node {
	for _, x := range clause.List {
		if types.Identical(pass.TypesInfo.TypeOf(x), t) {
			return x
		}
	}
	return clause
}

func report(pass *rule.Pass, o errflow.Origins, handedIn bool, n ast.Node, message string, edit func() *fix.Editor) {
	f := rule.Finding{
		Range:   n,
		Message: message,
		Fix:     "use errors.As",
		Edit:    edit,
		Related: o.Calls(),
	}
	if name := o.String(); o.AWS() && strings.Contains(message, name) { // else the message is about errors from elsewhere
		f.Operation = name
	}
	if handedIn {
		f.Severity = lint.SeverityWarning // somebody may unwrap it before
	}
	pass.Report(f)
}

// inside says where an error with the origins o has what m asks it for. It returns false where m may find it.
func inside(pass *rule.Pass, m *errmatch.Match, o errflow.Origins) (where string, ok bool) {
	if !awssdk.FromSDK(m.Type) {
		return "the error of " + o.String() + " has " + methodInside(m.Type) + " only in what it wraps", surelyV2(o)
	}
	asked := types.TypeString(m.Type, pass.Fixes.NamesAt(m.Instr.Pos()).Of)
	switch wrapped := wraps(o, m.Type); {
	case wrapped && !isOfOthers(o, m.Type):
		return "the error of " + o.String() + " wraps " + asked, true
	case wrapped || handedIn(m, o):
		return "errors of the SDK wrap " + asked, true
	case inOperationError(m):
		return "what a *smithy.OperationError holds wraps " + asked, true
	}
	return "", false
}

// byValue reports whether t points to what the SDK returns by value, so that no match finds it: impossiblematch.
func byValue(t types.Type) bool {
	name := awssdk.TypeName(t)
	_, pointer := types.Unalias(t).(*types.Pointer)
	return pointer && knowledge.ReturnedByValue(name.Pkg().Path(), name.Name())
}

// wraps reports whether an error with the origins o wraps target where it has it.
func wraps(o errflow.Origins, target types.Type) bool {
	if !o.AWS() || o.Bare {
		return false
	}
	obj := awssdk.TypeName(target)
	generation := 2
	if awspath.Within(obj.Pkg().Path(), awspath.V1) {
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

// handedIn reports whether m asks an error that callers hand in, from wherever, for what the SDK
// always wraps, as a helper called isNotFound does. The documentation of the function may say that
// it gets what they have unwrapped.
func handedIn(m *errmatch.Match, o errflow.Origins) bool {
	param, ok := m.Err.(*ssa.Parameter)
	obj := awssdk.TypeName(m.Type)
	return ok && o.Unknown && !o.AWS() && !o.Bare && !isOutermost(obj) && !awspath.Within(obj.Pkg().Path(), awspath.V1) && !saysUnwrapped(param.Parent())
}

// saysUnwrapped reports whether the documentation of fn speaks of unwrapped errors.
func saysUnwrapped(fn *ssa.Function) bool {
	decl, ok := fn.Syntax().(*ast.FuncDecl)
	return ok && strings.Contains(strings.ToLower(decl.Doc.Text()), "unwrapped")
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

// matchAssertion makes the fix of the assertion at cur. There is none for an interface without Error, which
// errors.AsType does not take.
//
//	v, ok := err.(*types.NoSuchKey) => v, ok := errors.AsType[*types.NoSuchKey](err)
func matchAssertion(pass *rule.Pass, cur inspector.Cursor) func() *fix.Editor {
	return func() *fix.Editor {
		if !awssdk.IsErrorType(pass.TypesInfo.TypeOf(cur.Node().(*ast.TypeAssertExpr).Type)) {
			return nil
		}
		e := pass.Fixes.Editor(cur.Node().Pos())
		if e != nil {
			e.MatchAssertion(cur)
		}
		return e
	}
}

// matchSwitch makes the fix of the type switch at cur. There is none for those in hopeless, in which errors.As would not find all
// types either.
//
//	switch err.(type) { case *types.NoSuchKey: => if _, ok := errors.AsType[*types.NoSuchKey](err); ok {
func matchSwitch(pass *rule.Pass, cur inspector.Cursor, hopeless map[ast.Node]bool) func() *fix.Editor {
	return func() *fix.Editor {
		if hopeless[cur.Node()] {
			return nil
		}
		e := pass.Fixes.Editor(cur.Node().Pos())
		if e != nil {
			e.MatchSwitch(cur)
		}
		return e
	}
}
