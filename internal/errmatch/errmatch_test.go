package errmatch_test

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// questions reports every question that a package asks of errors:
//
//	match *types.NoSuchKey unwraps bool found typed kept
//	                                            a match, whether it unwraps, whether its results are used, and whether the source names the type
//	                                            and keeps the error in a variable
//	code "NoSuchKey" of smithy.APIError given   a comparison of a code, the type of the error, and whether it comes from no match
//	text "NoSuchKey" of err by text needle cond around not guarded outside
//	                                            a text match: of which error, by which variable, whether it has a needle and a condition of its own
//	                                            or around it, which is negated, and whether a match guards it or the error comes from outside
//	new *types.NoSuchKey                        an identity
//	reason "ConditionalCheckFailed"             a cancellation
var questions = &analysis.Analyzer{
	Name:     "errmatch",
	Doc:      "report what is asked of errors",
	URL:      "https://example.com",
	Requires: []*analysis.Analyzer{errmatch.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		s := pass.ResultOf[errmatch.Analyzer].(*errmatch.Set)
		report := func(n ast.Node, words ...string) {
			words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
			pass.Report(analysis.Diagnostic{Pos: n.Pos(), End: n.End(), Message: strings.Join(words, " "), URL: "https://example.com"})
		}
		for _, m := range s.Matches() {
			typ, variable := s.TypeOf(m)
			report(m.Syntax.Node(), "match", name(m.Type), when(m.Unwraps(), "unwraps"), when(m.Holds() != nil, "bool"), when(m.Found != nil, "found"),
				when(typ != nil, "typed"), when(variable != nil, "kept"))
		}
		for _, c := range s.Codes() {
			report(c.Literal, "code", fmt.Sprintf("%q", c.Code), "of", name(c.Type), when(c.Match == nil, "given"))
		}
		for _, m := range s.Texts() {
			reportText(s, m, report)
		}
		for _, id := range s.Identities() {
			report(id.Syntax.Node(), "new", name(id.Type))
		}
		for _, c := range s.Cancellations() {
			report(c.Literal, "reason", fmt.Sprintf("%q", c.Code))
		}
		return nil, nil
	},
}

func reportText(s *errmatch.Set, m *errmatch.TextMatch, report func(ast.Node, ...string)) {
	words := []string{"text"}
	for _, literal := range m.Literals {
		words = append(words, fmt.Sprintf("%q", literal))
	}
	if m.Text != nil {
		err, by := s.ErrorOf(m.Text)
		if err != nil {
			words = append(words, "of", types.ExprString(err))
		}
		if by != nil {
			words = append(words, "by", by.Name())
		}
	}
	words = append(words, when(m.Needle != nil, "needle"), when(m.Cond.Valid(), "cond"), when(m.Cond.Valid() && m.Cond != m.Syntax, "around"),
		when(m.Negated, "not"), when(s.Guarded(m), "guarded"), when(slices.ContainsFunc(m.Errs, s.FromOutside), "outside"))
	report(m.Syntax.Node(), words...)
}

func when(ok bool, word string) string {
	if ok {
		return word
	}
	return ""
}

// name names a type as messages do.
func name(t types.Type) string { return types.TypeString(t, (*types.Package).Name) }

// TestQuestions compares the questions that testdata/src/errmatch asks with the comments behind them.
func TestQuestions(t *testing.T) { ruletest.Run(t, questions) }
