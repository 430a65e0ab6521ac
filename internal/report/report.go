// Package report is the one way in which rules report: it leaves out what users
// do not want to hear of and gives every diagnostic the same form.
package report

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// Analyzer reads which places of a package are not reported. Every rule requires
// it, since Report needs its result.
var Analyzer = newAnalyzer()

func newAnalyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "awserrlintreport",
		Doc:        "find the places of a package that rules do not report",
		URL:        "https://github.com/awserrlint/awserrlint",
		Run:        run,
		ResultType: reflect.TypeFor[*places](),

		// Files that cannot be type-checked as a whole are analyzed as far as they go.
		RunDespiteErrors: true,
	}
	a.Flags.Bool("tests", false, "report in test files, too")
	a.Flags.String("exclude", "", "report nothing in files that match one of these comma-separated `globs`, such as internal/legacy/**")
	a.Flags.String("may-lose", "", "accept that the errors of these operations are lost: a comma-separated list of `globs`, such as cloudwatch.PutMetricData,xray.*")
	a.Flags.Bool("nolint", true, "honour //nolint comments; golangci-lint does that itself")
	a.Flags.Bool("related", true, "also name the AWS calls that an error comes from; golangci-lint would take each for a finding")
	return a
}

// places says where in a package nothing is reported.
type places struct {
	files      map[*token.File]bool // files that are not reported at all
	directives []*directive
	mayLose    globs
	related    bool // diagnostics have related places
}

func run(pass *analysis.Pass) (any, error) {
	tests := flagIsSet(pass, "tests")
	p := &places{files: make(map[*token.File]bool), related: flagIsSet(pass, "related")}
	exclude, err := globsOf(pass, "exclude")
	if err != nil {
		return nil, err
	}
	if p.mayLose, err = globsOf(pass, "may-lose"); err != nil {
		return nil, err
	}
	testPackage := knowledge.IsTestPackage(pass.Pkg.Path(), pass.Pkg.Name())
	for _, f := range pass.Files {
		path := pass.Fset.File(f.FileStart).Name()
		name := filepath.Base(path)
		if ast.IsGenerated(f) || exclude.matchFile(path) || !tests && (testPackage || knowledge.ServesTests(name) || importsTests(f)) {
			p.files[pass.Fset.File(f.FileStart)] = true
		}
	}
	p.directives = directives(pass, flagIsSet(pass, "nolint"))
	return p, nil
}

func flagIsSet(pass *analysis.Pass, name string) bool {
	return pass.Analyzer.Flags.Lookup(name).Value.String() == "true"
}

func globsOf(pass *analysis.Pass, name string) (globs, error) {
	return newGlobs(name, pass.Analyzer.Flags.Lookup(name).Value.String())
}

// importsTests reports whether f imports what only tests and their helpers need.
func importsTests(f *ast.File) bool {
	return slices.ContainsFunc(f.Imports, func(spec *ast.ImportSpec) bool {
		imported, err := strconv.Unquote(spec.Path.Value)
		return err == nil && knowledge.IsTestLibrary(imported)
	})
}

// A Finding is a fault that a rule has found.
type Finding struct {
	// Range is where the fault stands.
	Range analysis.Range

	// Operation is the operation whose error is at stake, such as "s3.DeleteObject".
	Operation string

	// Lost says that the error of Operation is lost, which users can accept for some operations.
	Lost bool

	// Message is lower case, without a full stop, and names the operation and the remedy.
	Message string

	// Fix is nil where no fix is certain to be right.
	Fix *analysis.SuggestedFix

	// Related are the places where the error can come from, such as AWS calls: the fault is
	// at the end of a path from each.
	Related []analysis.RelatedInformation
}

// Report reports f as a diagnostic of the rule that runs in pass, unless it stands
// where nothing is reported: in a generated file, in a test, or under a directive.
func Report(pass *analysis.Pass, f Finding) {
	p := pass.ResultOf[Analyzer].(*places)
	pos, end := f.Range.Pos(), f.Range.End()
	file := pass.Fset.File(pos)
	if p.files[file] || f.Lost && p.mayLose.matchName(f.Operation) || p.ignored(pass.Analyzer.Name, file, pos, end) {
		return
	}
	d := analysis.Diagnostic{
		Pos: pos, End: end, Category: f.Operation, Message: f.Message, URL: URL(pass.Analyzer.Name),
	}
	if p.related {
		d.Related = f.Related
	}
	if f.Fix != nil {
		d.SuggestedFixes = []analysis.SuggestedFix{*f.Fix}
	}
	pass.Report(d)
}

// URL returns the address of the page of the rule called name.
func URL(name string) string {
	return "https://github.com/awserrlint/awserrlint/blob/main/docs/rules/" + name + ".md"
}

// Reported reports whether a finding at pos could be reported at all. Rules ask it
// before work that costs much.
func Reported(pass *analysis.Pass, pos token.Pos) bool {
	return !pass.ResultOf[Analyzer].(*places).files[pass.Fset.File(pos)]
}

// Suppressed reports whether a directive suppresses the findings of the rule of pass at r.
// Rules ask it where the fix of one finding depends on that of another.
func Suppressed(pass *analysis.Pass, r analysis.Range) bool {
	return pass.ResultOf[Analyzer].(*places).ignored(pass.Analyzer.Name, pass.Fset.File(r.Pos()), r.Pos(), r.End())
}
