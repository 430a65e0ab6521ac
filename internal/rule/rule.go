package rule

import (
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// A Rule is an analyzer with its page. The result of the analyzer is a []Reported.
type Rule struct {
	*analysis.Analyzer
	Doc   *lint.RawDocumentation
	Group string // one of Groups; "" for what is not chosen by users
	Fixes bool   // it repairs what it finds where the repair is certain

	// Options are the names of flags of the analyzers that the rule requires, such as may-lose, that
	// change what it finds or fixes.
	Options []string
}

// A Spec is what a rule says of itself.
type Spec struct {
	Name  string
	Group string
	Doc   *lint.RawDocumentation
	Run   func(*Pass)

	// Handlers says that the pass needs the Lambda handlers of the package, and what they respond.
	Handlers bool

	// Requires are analyzers that the rule requires beside those that all rules do.
	Requires []*analysis.Analyzer

	// Fixes says that some findings have an Edit.
	Fixes bool

	// Options are those of Rule, but for the ones that all rules have, or all rules with Handlers.
	Options []string
}

// New returns the rule that spec describes.
func New(spec Spec) *Rule {
	a := &analysis.Analyzer{
		Name:       spec.Name,
		Doc:        spec.Doc.Title, // the whole page takes a while to format, at each start
		URL:        URL(spec.Name),
		Requires:   []*analysis.Analyzer{inspect.Analyzer, errflow.Analyzer, errmatch.Analyzer, Suppression},
		ResultType: reflect.TypeFor[[]Reported](),

		// Files that cannot be type-checked as a whole are analyzed as far as they go.
		RunDespiteErrors: true,
	}
	if spec.Handlers {
		a.Requires = append(a.Requires, handler.Analyzer, lambdaresp.Analyzer)
	}
	a.Requires = append(a.Requires, spec.Requires...)
	a.Run = func(pass *analysis.Pass) (any, error) {
		p := newPass(pass, spec.Group)
		// Where errors of AWS do not come to, only handlers can be at fault.
		if spec.Handlers || p.Flow == nil || p.Flow.Program != nil {
			spec.Run(p)
		}
		return p.deliver(), nil
	}
	options := []string{"calls"}
	if spec.Handlers {
		options = []string{"lambda.handlers", "lambda.integration", "lambda.transparent"}
	}
	return &Rule{Analyzer: a, Doc: spec.Doc, Group: spec.Group, Fixes: spec.Fixes, Options: slices.Concat(spec.Options, options, []string{"exclude", "tests"})}
}

// URL returns the address of the page of the rule called name.
func URL(name string) string {
	return "https://github.com/awserrlint/awserrlint/blob/main/docs/rules/" + name + ".md"
}
