package rule

import (
	"flag"
	"go/ast"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/option"
)

// Suppression reads which findings of a package are not reported.
var Suppression = newSuppression()

func newSuppression() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "awserrlintsuppression",
		Doc:        "find what keeps rules from reporting: directives, generated files, tests",
		URL:        "https://github.com/awserrlint/awserrlint",
		Run:        runSuppression,
		ResultType: reflect.TypeFor[*suppression](),

		// Files that cannot be type-checked as a whole are analyzed as far as they go.
		RunDespiteErrors: true,
	}
	a.Flags.Bool("tests", false, "also report in tests, mocks and fakes")
	a.Flags.Var(option.NewList(option.Files), "exclude", "report nothing in files that match one of these comma-separated `globs`, such as internal/legacy/**")
	a.Flags.Var(option.NewList(option.Operations), "may-lose", "accept that the errors of these operations are lost: a comma-separated list of `globs`, such as cloudwatch.PutMetricData,xray.*")
	a.Flags.Bool("nolint", true, "honour //nolint comments; golangci-lint does that itself")
	a.Flags.Bool("related", true, "also name the AWS calls that an error comes from; golangci-lint would take each for a finding")
	return a
}

// A suppression says which findings of a package are not reported.
type suppression struct {
	files      map[*token.File]bool // files that are not reported at all
	directives []*directive
	mayLose    globs
	related    bool // diagnostics have related places
}

func runSuppression(pass *analysis.Pass) (any, error) {
	tests := flagIsSet(pass, "tests")
	s := &suppression{files: make(map[*token.File]bool), related: flagIsSet(pass, "related")}
	exclude := globsOf(pass, "exclude")
	s.mayLose = globsOf(pass, "may-lose")
	testPackage := knowledge.IsTestPackage(pass)
	for _, f := range pass.Files {
		path := pass.Fset.File(f.FileStart).Name()
		name := filepath.Base(path)
		if ast.IsGenerated(f) || exclude.matchFile(path) || !tests && (testPackage || knowledge.ServesTests(name) || importsTests(f)) {
			s.files[pass.Fset.File(f.FileStart)] = true
		}
	}
	s.directives = directives(pass, flagIsSet(pass, "nolint"))
	return s, nil
}

// suppresses reports whether f, a finding of the rule of pass, is not reported. It marks the
// directives that are the reason as used.
func (s *suppression) suppresses(pass *Pass, f Finding) bool {
	file := pass.Fset.File(f.Range.Pos())
	return s.files[file] || f.Lost && s.mayLose.matchName(f.Operation) || s.ignored(pass.Analyzer.Name, pass.group, file, f.Range)
}

func flagIsSet(pass *analysis.Pass, name string) bool {
	return pass.Analyzer.Flags.Lookup(name).Value.(flag.Getter).Get().(bool)
}

func globsOf(pass *analysis.Pass, name string) globs {
	return pass.Analyzer.Flags.Lookup(name).Value.(*option.List).Words
}

// importsTests reports whether f imports what only tests and their helpers need.
func importsTests(f *ast.File) bool {
	return slices.ContainsFunc(f.Imports, func(spec *ast.ImportSpec) bool {
		imported, err := strconv.Unquote(spec.Path.Value)
		return err == nil && knowledge.IsTestLibrary(imported)
	})
}
