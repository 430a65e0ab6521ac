// Package lambdajsonerr reports texts for errors where API Gateway looks for JSON.
package lambdajsonerr

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/report"
)

// Analyzer is the rule.
var Analyzer = &analysis.Analyzer{
	Name:             "lambdajsonerr",
	Doc:              Doc.Title,
	URL:              report.URL("lambdajsonerr"),
	Requires:         []*analysis.Analyzer{errflow.Analyzer, handler.Analyzer, report.Analyzer},
	Run:              run,
	RunDespiteErrors: true,
}

// A checker checks one package.
type checker struct {
	pass     *analysis.Pass
	flow     *errflow.Package
	handlers *handler.Set
	kit      *lambdafix.Kit
	findings []finding
}

// A finding is one whose fix is not complete yet.
type finding struct {
	report.Finding
	editor *fix.Editor
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{
		pass:     pass,
		flow:     pass.ResultOf[errflow.Analyzer].(*errflow.Package),
		handlers: pass.ResultOf[handler.Analyzer].(*handler.Set),
	}
	c.kit = lambdafix.New(pass, c.handlers)
	for _, g := range c.groups() {
		c.check(g)
	}
	c.reportAll()
	return nil, nil
}

// reportAll completes the fixes, which may leave imports that nothing uses, and reports the findings.
func (c *checker) reportAll() {
	editors := make(map[*token.File][]*fix.Editor)
	slices.SortFunc(c.findings, func(a, b finding) int { return cmp.Compare(a.Range.Pos(), b.Range.Pos()) })
	for _, f := range c.findings {
		if f.editor != nil {
			file := c.pass.Fset.File(f.Range.Pos())
			editors[file] = append(editors[file], f.editor)
		}
	}
	for _, list := range editors {
		fix.DropImports(list)
	}
	for _, f := range c.findings {
		f.Fix = f.editor.Fix("return an error whose text is JSON")
		report.Report(c.pass, f.Finding)
	}
}

// A group is a registered handler and the functions whose results it passes on.
type group []*handler.Handler

// groups returns the handlers for whose results somebody waits, and that API Gateway may call.
func (c *checker) groups() []group {
	var groups []group
	for _, tail := range []bool{false, true} {
		for _, h := range c.handlers.Handlers {
			if h.Tail != tail || !waitedFor(h) {
				continue
			}
			i := slices.IndexFunc(groups, func(g group) bool { return tail && g[0].Source == h.Source })
			if i < 0 {
				groups = append(groups, group{h})
			} else {
				groups[i] = append(groups[i], h)
			}
		}
	}
	return groups
}

func waitedFor(h *handler.Handler) bool {
	if h.Source != handler.Own && h.Source != handler.NonProxy || h.Intercepted || h.Response() == nil {
		return false
	}
	if s, ok := h.Response().Underlying().(*types.Struct); ok && s.NumFields() == 0 {
		return false
	}
	return h.Registered || h.Tail || h.Declared
}

// check reports the returns of g that return texts: each, where JSON is certainly wanted, and
// otherwise all by one finding.
func (c *checker) check(g group) {
	var texts []*handler.Return
	wanted := g[0].Source == handler.NonProxy
	for _, h := range g {
		for _, ret := range c.handlers.Returns(h) {
			if ret.ErrNil || ret.ErrExpr == nil {
				continue
			}
			switch c.kind(ret.Err) {
			case matched:
				return
			case meant:
				wanted = true
			case text:
				texts = append(texts, ret)
			}
		}
	}
	if len(texts) == 0 {
		return
	}
	if wanted {
		for _, ret := range texts {
			c.report(ret, "", c.fix(ret))
		}
		return
	}
	more := ""
	switch n := len(texts) - 1; n {
	case 0:
	case 1:
		more = "; 1 more return is alike"
	default:
		more = fmt.Sprintf("; %d more returns are alike", n)
	}
	c.report(texts[0], more+"; if somebody else calls the handler, say so with //awserrlint:handler direct, stepfunctions, appsync or the like", c.fix(texts...))
}

// report notes what ret returns. rest is what the message says besides.
func (c *checker) report(ret *handler.Return, rest string, e *fix.Editor) {
	message := "API Gateway matches errorMessage against its integration responses: return an error whose text is a JSON object"
	if names := c.fields(); names != "" {
		message += " with " + names
	}
	operation := ""
	if o := c.flow.Origins(ret.Err); o.AWS() {
		operation = o.String()
	}
	c.findings = append(c.findings, finding{report.Finding{Range: ret.ErrExpr, Operation: operation, Message: message + rest}, e})
}

// fields lists the names of the fields of a JSON error.
func (c *checker) fields() string {
	names := slices.DeleteFunc(slices.Clone(c.handlers.Options.Fields[:]), func(name string) bool { return name == "" })
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
