package lambdaproxyerr

import (
	"cmp"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// exitAnalyzer finds the functions of a package that end the process for an error, for handlers in other packages.
var exitAnalyzer = &analysis.Analyzer{
	Name:             "awserrlintexit",
	Doc:              "find functions that end the process for an error",
	URL:              "https://github.com/awserrlint/awserrlint",
	Requires:         []*analysis.Analyzer{ssaflow.Analyzer},
	FactTypes:        []analysis.Fact{new(Exit), new(Exits)},
	ResultType:       reflect.TypeFor[*exits](),
	Run:              findExits,
	RunDespiteErrors: true,
}

// An Exit is a fact about a function that ends the process for an error.
type Exit struct {
	By     string // what it calls: log.Fatal
	Panics bool
}

// AFact marks Exit as a fact.
func (*Exit) AFact() {}

func (e *Exit) String() string { return "calls " + e.By + " for an error" }

// Exits is a fact about a package: the methods of interfaces behind which it has a function that ends the process.
type Exits struct{ Behind []Method }

// A Method is a method of an interface, see errflow.MethodName.
type Method struct {
	Name string
	Exit Exit
}

// AFact marks Exits as a fact.
func (*Exits) AFact() {}

func (e *Exits) String() string { return "ends the process behind methods of interfaces" }

// exits is what a package knows of functions that end the process.
type exits struct {
	pass    *analysis.Pass
	behind  map[string]Exit      // methods of interfaces, those of imported packages included
	methods map[*types.Func]Exit // methods of types of the package and of those that it imports
	known   map[*ssa.Function]*Exit
}

func findExits(pass *analysis.Pass) (any, error) {
	e := &exits{pass: pass, behind: make(map[string]Exit), methods: make(map[*types.Func]Exit), known: make(map[*ssa.Function]*Exit)}
	facts := len(pass.Analyzer.FactTypes) > 0
	if facts {
		e.importFacts()
	}
	if !mentionsExit(pass.TypesInfo) || knowledge.IsTestPackage(pass) {
		return e, nil
	}
	interfaces := errflow.Interfaces(pass)
	var own Exits
	for _, fn := range pass.ResultOf[ssaflow.Analyzer].(*ssaflow.Package).Program().Funcs {
		obj := ssaflow.Declared(fn)
		if obj == nil || knowledge.StartsUp(obj.Name()) || awssdk.IsFake(obj) {
			continue
		}
		exit := e.exitOf(fn)
		if exit == nil || exit.Panics && !canFail(obj) {
			continue
		}
		if facts && obj.Exported() {
			pass.ExportObjectFact(obj, exit)
		}
		if awssdk.Receiver(obj) == nil {
			continue
		}
		e.methods[obj] = *exit
		for _, iface := range interfaces {
			if obj.Exported() && errflow.Implements(obj, iface) {
				own.Behind = append(own.Behind, Method{errflow.MethodName(iface, obj.Name()), *exit})
			}
		}
	}
	slices.SortFunc(own.Behind, func(a, b Method) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Exit.By, b.Exit.By))
	})
	e.add(own.Behind)
	if len(own.Behind) > 0 && facts {
		pass.ExportPackageFact(&own)
	}
	return e, nil
}

func (e *exits) importFacts() {
	for _, f := range e.pass.AllPackageFacts() {
		if fact, ok := f.Fact.(*Exits); ok && f.Package != e.pass.Pkg {
			e.add(fact.Behind)
		}
	}
	for _, f := range e.pass.AllObjectFacts() {
		fn, ok := f.Object.(*types.Func)
		if exit, isExit := f.Fact.(*Exit); ok && isExit && awssdk.Receiver(fn) != nil && slices.Contains(e.pass.Pkg.Imports(), fn.Pkg()) {
			e.methods[fn] = *exit
		}
	}
}

// add adds methods to those behind which a function ends the process. Of several, the first by name counts, for all runs to
// say the same.
func (e *exits) add(methods []Method) {
	for _, m := range methods {
		if have, ok := e.behind[m.Name]; !ok || m.Exit.By < have.By {
			e.behind[m.Name] = m.Exit
		}
	}
}

// canFail reports whether fn says that it can fail, or is given a context, for what takes its time: what panics elsewhere may
// be for a fault of the program.
func canFail(fn *types.Func) bool {
	sig := fn.Signature()
	return awssdk.EndsWithError(sig) || sig.Params().Len() > 0 && awssdk.IsContext(sig.Params().At(0).Type())
}

// mentionsExit reports whether the source uses a function that ends the process.
func mentionsExit(info *types.Info) bool {
	for _, obj := range info.Uses {
		if name, _ := endOf(obj); name != "" {
			return true
		}
	}
	return false
}

// exitOf returns how fn ends the process for an error, itself or in a function of the package that no other can call, nil
// if it does not.
func (e *exits) exitOf(fn *ssa.Function) *Exit {
	if exit, ok := e.known[fn]; ok {
		return exit
	}
	e.known[fn] = nil // where it calls itself
	if ssaflow.Recovers(fn) {
		return nil
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if exit := e.exitAt(instr); exit != nil {
				e.known[fn] = exit
				return exit
			}
		}
	}
	return nil
}

func (e *exits) exitAt(instr ssa.Instruction) *Exit {
	switch instr := instr.(type) {
	case *ssa.Panic:
		if forError(instr.Block()) {
			return &Exit{By: "panic", Panics: true}
		}
	case *ssa.Call:
		fn := ssaflow.Callee(instr.Common())
		if fn == nil {
			return nil
		}
		if name, panics := endOf(fn); name != "" {
			if forError(instr.Block()) {
				return &Exit{By: name, Panics: panics}
			}
			return nil
		}
		if callee := instr.Call.StaticCallee(); callee != nil && !fn.Exported() {
			return e.exitOf(callee)
		}
	}
	return nil
}

// forError reports whether b is only reached where an error is not nil, other than that of json.Marshal.
func forError(b *ssa.BasicBlock) bool {
	for err := range checked(b) {
		call, _ := ssaflow.Call(err)
		return !unreachable(b) && (call == nil || !isMarshalCall(call))
	}
	return false
}
