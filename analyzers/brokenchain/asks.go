package brokenchain

import (
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// asksAnalyzer finds what a package asks of errors, for its callers and for the cuts in itself.
var asksAnalyzer = &analysis.Analyzer{
	Name:             "awserrlintasks",
	Doc:              "find what functions ask of the errors that they are given, and what was asked before an error is cut off",
	URL:              "https://github.com/awserrlint/awserrlint",
	Requires:         []*analysis.Analyzer{errflow.Analyzer, errmatch.Analyzer},
	FactTypes:        []analysis.Fact{new(Asks), new(Asides)},
	ResultType:       reflect.TypeFor[*asks](),
	Run:              findAsks,
	RunDespiteErrors: true,
}

// Asks is a fact about a function: what it asks of the errors that it is given.
type Asks struct{ Questions []Question }

// A Question is asked of a parameter, a receiver counts.
type Question struct {
	Asked
	Codes []string
	Param int
}

// AFact marks Asks as a fact.
func (*Asks) AFact() {}

func (*Asks) String() string { return "asks errors" }

// An asks holds the questions of a package.
type asks struct {
	flow      *errflow.Package
	matches   *errmatch.Set
	questions []*question

	asides map[errflow.CutPoint]Aside // what was asked before cuts, in this and in other packages
}

func findAsks(pass *analysis.Pass) (any, error) {
	a := &asks{
		flow:    pass.ResultOf[errflow.Analyzer].(*errflow.Package),
		matches: pass.ResultOf[errmatch.Analyzer].(*errmatch.Set),
		asides:  make(map[errflow.CutPoint]Aside),
	}
	if a.flow.Program == nil {
		return a, nil
	}
	facts := len(pass.Analyzer.FactTypes) > 0
	if facts {
		a.importAsides(pass)
	}
	a.questions = slices.DeleteFunc(append(a.direct(), a.imported(pass, facts)...), a.asksText)
	given := a.follow()
	if facts {
		export(pass, given)
		a.exportAsides(pass)
	}
	return a, nil
}

// imported returns the questions that functions of other packages ask which the package calls.
func (a *asks) imported(pass *analysis.Pass, facts bool) []*question {
	var all []*question
	a.flow.Instrs(func(instr ssa.Instruction) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return
		}
		fn := ssaflow.Callee(call.Common())
		if fn == nil || fn.Pkg() == nil || fn.Pkg() == pass.Pkg || call.Call.IsInvoke() {
			return
		}
		var fact Asks
		if !facts || !pass.ImportObjectFact(fn.Origin(), &fact) {
			fact.Questions = byShape(fn)
		}
		cur, written := a.flow.Call(call)
		args := ssaflow.Arguments(call.Common())
		for _, q := range fact.Questions {
			if written && q.Param < len(args) {
				all = append(all, &question{Asked: q.Asked, codes: q.Codes, err: args[q.Param], call: call, syntax: cur, by: a.calleeName(call), passed: true})
			}
		}
	})
	return all
}

// byShape returns what a function of another package, of which there is no fact, asks of the only
// error that it takes, if it returns an error of the SDK, and whether there is one:
//
//	func AWSError(err error) (smithy.APIError, bool)
func byShape(fn *types.Func) []Question {
	params, results := fn.Signature().Params(), fn.Signature().Results()
	if fn.Signature().Recv() != nil || params.Len() != 1 || !awssdk.IsError(params.At(0).Type()) ||
		results.Len() != 2 || !isBool(results.At(1).Type()) || awssdk.ErrorGeneration(results.At(0).Type()) != 2 {
		return nil
	}
	asked, ok := askedType(results.At(0).Type())
	if !ok {
		return nil
	}
	return []Question{{Asked: asked}}
}

// follow adds the questions of callers that pass the errors which others ask, and returns the
// questions that are asked of parameters.
func (a *asks) follow() map[*ssa.Parameter][]*question {
	given := make(map[*ssa.Parameter][]*question)
	type step struct {
		call ssa.CallInstruction
		root *question
	}
	seen := make(map[step]bool)
	for i := 0; i < len(a.questions); i++ {
		q := a.questions[i]
		_, params := a.flow.Open(q.err, q.call.Block())
		for _, param := range params {
			given[param] = append(given[param], q)
			fn := param.Parent()
			for _, instr := range a.flow.Callers(fn) {
				call, ok := instr.(*ssa.Call)
				args := ssaflow.Arguments(instr.Common())
				at := ssaflow.Argument(param)
				cur, written := a.flow.Call(instr)
				if !ok || !written || at >= len(args) || seen[step{instr, q.root()}] {
					continue
				}
				seen[step{instr, q.root()}] = true
				outer := &question{Asked: q.Asked, codes: q.codes, err: args[at], call: call, syntax: cur, by: a.calleeName(call), passed: true, inner: q}
				if !a.asksText(outer) {
					a.questions = append(a.questions, outer)
				}
			}
		}
	}
	return given
}

// export exports what exported functions ask of their parameters.
func export(pass *analysis.Pass, given map[*ssa.Parameter][]*question) {
	facts := make(map[*ssa.Function]*Asks)
	for param, questions := range given {
		fn := param.Parent()
		if obj := ssaflow.Declared(fn); obj == nil || !obj.Exported() || obj.Pkg() != pass.Pkg {
			continue
		}
		if facts[fn] == nil {
			facts[fn] = new(Asks)
		}
		for _, q := range questions {
			facts[fn].Questions = append(facts[fn].Questions, Question{q.Asked, q.codes, ssaflow.Argument(param)})
		}
	}
	for fn, fact := range facts {
		slices.SortFunc(fact.Questions, compareQuestion)
		fact.Questions = slices.CompactFunc(fact.Questions, func(a, b Question) bool { return compareQuestion(a, b) == 0 })
		pass.ExportObjectFact(ssaflow.Declared(fn), fact)
	}
}
