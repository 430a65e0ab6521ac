package ssaflow

import (
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
)

// Analyzer offers the SSA form of a package to the analyzers that require it. It is built when one
// of them asks, since most packages have nothing to do with AWS.
//
// Unlike x/tools' buildssa it has no facts: these make drivers load the whole world from source.
var Analyzer = &analysis.Analyzer{
	Name:             "awserrlintssa",
	Doc:              "build the SSA form of a package when it is asked for",
	URL:              "https://github.com/awserrlint/awserrlint",
	Requires:         []*analysis.Analyzer{inspect.Analyzer},
	ResultType:       reflect.TypeFor[*Package](),
	Run:              run,
	RunDespiteErrors: true,
}

// A Package is one whose SSA form can be had.
type Package struct {
	// Program returns the SSA form. It is always the same, and safe to ask for at the same time.
	Program func() *Program
}

func run(pass *analysis.Pass) (any, error) {
	root := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
	return &Package{Program: sync.OnceValue(func() *Program { return newProgram(pass, root) })}, nil
}
