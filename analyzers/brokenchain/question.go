package brokenchain

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Asked is what a match asks an error for. It is comparable and can be written to a file.
type Asked struct {
	Path, Name string // of a type of the SDK, a variable of package context, or a function that classifies errors
}

// A question asks an error for what only its chain has.
type question struct {
	Asked
	codes []string // that are compared, where the error is only asked for the interface that has one

	err    ssa.Value
	call   *ssa.Call
	syntax inspector.Cursor // of the call
	by     string           // what is called, as messages name it
	passed bool             // the function called asks

	// inner is the question in a function of the package that the call leads to, nil if it asks
	// itself.
	inner *question
}

// root returns the question that is asked in the end.
func (q *question) root() *question {
	for q.inner != nil {
		q = q.inner
	}
	return q
}

// direct returns the questions that calls in the package ask themselves.
func (a *asks) direct() []*question {
	var all []*question
	for _, m := range a.matches.Matches() {
		call, ok := m.Instr.(*ssa.Call)
		if asked, found := askedType(m.Type); ok && found && m.Unwraps() {
			all = append(all, &question{Asked: asked, codes: a.codesOf(m), err: m.Err, call: call, syntax: m.Syntax, by: a.calleeName(call)})
		}
	}
	a.flow.Instrs(func(instr ssa.Instruction) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return
		}
		asked, err := askedBy(call)
		if err == nil {
			return
		}
		if cur, written := a.flow.Call(call); written {
			all = append(all, &question{Asked: asked, err: err, call: call, syntax: cur, by: a.calleeName(call)})
		}
	})
	return all
}

// askedType returns what a match of the type asks for. It returns false for types that a cut makes
// no difference to.
func askedType(t types.Type) (Asked, bool) {
	name := awssdk.TypeName(t)
	if name == nil || name.Pkg() == nil || !awssdk.FromSDK(t) || awspath.Within(name.Pkg().Path(), awspath.LambdaLib) {
		return Asked{}, false
	}
	_, pointer := types.Unalias(t).(*types.Pointer)
	byValue := knowledge.ReturnedByValue(name.Pkg().Path(), name.Name())
	return Asked{name.Pkg().Path(), name.Name()}, types.IsInterface(t) || pointer != byValue
}

// askedBy returns what a call of errors.Is, or of a function of the SDK that classifies errors,
// asks for, and the error that it asks.
//
//	errors.Is(err, context.Canceled)
//	retryer.IsErrorRetryable(err)
func askedBy(call *ssa.Call) (Asked, ssa.Value) {
	fn := ssaflow.Callee(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return Asked{}, nil
	}
	args := call.Call.Args
	if fn.Name() == "Is" && len(args) == 2 && knowledge.HasStdAs(fn.Pkg().Path()) {
		load, ok := args[1].(*ssa.UnOp)
		if !ok || load.Op != token.MUL {
			return Asked{}, nil
		}
		global, ok := load.X.(*ssa.Global)
		if !ok || global.Pkg == nil || global.Pkg.Pkg.Path() != "context" {
			return Asked{}, nil
		}
		return Asked{"context", global.Name()}, args[0]
	}
	if knowledge.ClassifiesError(fn) && len(args) > 0 && awssdk.IsError(args[len(args)-1].Type()) {
		return Asked{awspath.AWS, fn.Name()}, args[len(args)-1]
	}
	return Asked{}, nil
}

// codesOf returns the codes that the program compares with that of the error that m finds, none
// where it may look at more of it.
func (a *asks) codesOf(m *errmatch.Match) []string {
	var codes []string
	for _, check := range a.matches.Codes() {
		if check.Match == m && check.Err == m.Err {
			codes = append(codes, check.Code)
		}
	}
	return codes
}

// calleeName returns how messages name what is called: errors.As, isMissing, Store.IsMissing. A
// function literal has no name.
func (a *asks) calleeName(call *ssa.Call) string {
	fn := ssaflow.Callee(call.Common())
	if fn == nil {
		return ""
	}
	switch recv := awssdk.Receiver(fn); {
	case recv != nil:
		return recv.Name() + "." + fn.Name()
	case fn.Pkg() == nil || fn.Pkg() == a.flow.Types:
		return fn.Name()
	}
	return fn.Pkg().Name() + "." + fn.Name()
}

// asksText reports whether the text of the error that q asks is searched in the same function: then
// that finds what the question does not.
func (a *asks) asksText(q *question) bool {
	return slices.ContainsFunc(a.matches.Texts(), func(m *errmatch.TextMatch) bool {
		return m.Instr.Parent() == q.call.Parent() && slices.Contains(m.Errs, q.err)
	})
}
