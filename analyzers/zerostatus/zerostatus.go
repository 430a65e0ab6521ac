package zerostatus

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "zerostatus",
	Group:    rule.Matched,
	Doc:      Doc,
	Run:      run,
	Requires: []*analysis.Analyzer{statusAnalyzer},
	Fixes:    true,
})

func run(pass *rule.Pass) {
	f := pass.ResultOf[statusAnalyzer].(*flow)
	if f == nil {
		return
	}
	reported := make(map[ssa.Value]bool)
	f.Instrs(func(instr ssa.Instruction) {
		status, zero := f.sent(instr)
		if status == nil {
			return
		}
		for _, source := range f.sources(status, instr.Block()) {
			// have: a status of an AWS error that comes to a client although it can be 0
			if reported[source] {
				continue
			}
			reported[source] = true
			check(pass, f, &read{source: source, sent: instr, zero: zero})
		}
	})
}

// A read is a status of an AWS error that a program sends.
type read struct {
	source ssa.Value       // where it is read from the error, or the result of a function that does so
	sent   ssa.Instruction // what sends it
	zero   string          // what becomes of 0
}

func check(pass *rule.Pass, f *flow, r *read) {
	cur, ok := expression(f.Program, r.source)
	if !ok {
		return
	}
	subject, origins, ok := subject(pass, f, r.source)
	if !ok {
		return
	}
	// have: an error that comes from AWS
	finding := rule.Finding{
		Range:   cur.Node(),
		Message: subject + " is 0 if AWS does not respond, so " + r.zero + "; fall back to 500",
		Fix:     "fall back to another status",
		Edit:    func() *fix.Editor { return fallBack(pass, f, r, cur) },
		Related: origins.Calls(),
	}
	if origins.AWS() {
		finding.Operation = origins.String()
	}
	pass.Report(finding)
}

// expression returns the expression that reads a status.
func expression(p *ssaflow.Program, source ssa.Value) (inspector.Cursor, bool) {
	if call, _ := ssaflow.Call(source); call != nil {
		return p.Call(call)
	}
	cur, ok := p.Syntax(source.(*ssa.UnOp).X.(*ssa.FieldAddr))
	if !ok {
		return cur, false
	}
	_, ok = cur.Node().(*ast.SelectorExpr)
	return cur, ok
}

// subject returns how the message names the status, and where the error comes from. It returns false
// where nothing says that the error is one of AWS.
func subject(pass *rule.Pass, f *flow, source ssa.Value) (string, errflow.Origins, bool) {
	err := readFrom(source)
	if err == nil {
		call, _ := ssaflow.Call(source)
		fn := ssaflow.Callee(&call.Call)
		return "status from " + fn.Pkg().Name() + "." + fn.Name(), errflow.Origins{}, mayBeAWS(pass, call.Call.Args)
	}
	if isAsserted(err) {
		return "", errflow.Origins{}, false
	}
	var origins errflow.Origins
	for _, m := range pass.Asked.Matches() {
		if m.Found != nil && container(m.Found) == f.VariableOf(err) {
			origins = pass.Flow.Origins(m.Err)
			break
		}
	}
	if origins.AWS() {
		return "status of the error of " + origins.String(), origins, true
	}
	call, ok := source.(*ssa.Call)
	return "status of an AWS error", errflow.Origins{}, !ok || !call.Call.IsInvoke()
}

// mayBeAWS reports whether one of args is an error that can come from AWS: it is not known to come
// from elsewhere.
func mayBeAWS(pass *rule.Pass, args []ssa.Value) bool {
	return slices.ContainsFunc(args, func(arg ssa.Value) bool {
		if !awssdk.IsErrorType(arg.Type()) {
			return false
		}
		origins := pass.Flow.Origins(arg)
		return origins.AWS() || origins.Unknown || !origins.Other
	})
}

// comparesZero reports whether the program compares v with 0: it knows what that means.
func comparesZero(v ssa.Value) bool {
	refs := v.Referrers()
	return refs != nil && slices.ContainsFunc(*refs, func(ref ssa.Instruction) bool {
		cmp, ok := ref.(*ssa.BinOp)
		return ok && (ssaflow.IsZero(cmp.X) || ssaflow.IsZero(cmp.Y))
	})
}

// isAsserted reports whether err is what another error is asserted to be: the error of a call is an *OperationError, and wraps
// the rest, so that nothing comes of that.
func isAsserted(err ssa.Value) bool {
	if extract, ok := err.(*ssa.Extract); ok {
		err = extract.Tuple
	}
	assert, ok := err.(*ssa.TypeAssert)
	if !ok {
		return false
	}
	field, _ := ssaflow.LoadedField(assert.X)
	call, _ := ssaflow.Call(assert.X)
	return field == nil && (call == nil || call.Call.Signature().Params().Len() > 0)
}
