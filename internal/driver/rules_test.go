package driver

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/report"
)

// testRules do what comments tell them to, so that scripts can say exactly what is
// to be found, fixed or broken.
var testRules = []*lint.Analyzer{
	rule("edit", runEdit, lint.SeverityError, `
A comment //do:edit OLD => NEW is a finding at OLD in the code below.

The fix puts NEW in place of OLD and removes the comment; \'+path\' after NEW adds an import.`),
	rule("note", runNote, lint.SeverityInfo, "A comment //do:note TEXT is a finding that says TEXT."),
	rule("fail", runFail, lint.SeverityWarning, "A comment //do:fail error, panic or interrupt makes the rule end that way."),
	rule("tracked", runTracked, lint.SeverityWarning, "Calls of functions that a comment //do:track marks are findings, in any package."),
}

func init() {
	tracked := testRules[3].Analyzer
	tracked.FactTypes = []analysis.Fact{new(isTracked), new(trackers)}
	edit := testRules[0].Analyzer
	edit.Flags.String("prefix", "", "text before the message")
}

func rule(name string, run func(*analysis.Pass) (any, error), severity lint.Severity, text string) *lint.Analyzer {
	doc := &lint.RawDocumentation{
		Title:      "Rule " + name + " of the tests",
		Text:       strings.TrimSpace(text),
		Before:     "//do:" + name,
		After:      "// nothing",
		Since:      "0.1.0",
		Severity:   severity,
		NonDefault: name == "note",
	}
	return &lint.Analyzer{Doc: doc, Analyzer: &analysis.Analyzer{
		Name:     name,
		Doc:      doc.Title,
		URL:      report.URL(name),
		Requires: []*analysis.Analyzer{report.Analyzer},
		Run:      run,
	}}
}

// commands calls f for the text behind each comment //do:name.
func commands(pass *analysis.Pass, name string, f func(file *ast.File, c *ast.Comment, text string)) {
	for _, file := range pass.Files {
		for _, group := range file.Comments {
			for _, c := range group.List {
				if text, ok := strings.CutPrefix(c.Text, "//do:"+name+" "); ok {
					f(file, c, text)
				}
			}
		}
	}
}

func runEdit(pass *analysis.Pass) (any, error) {
	commands(pass, "edit", func(file *ast.File, c *ast.Comment, text string) {
		old, replacement, _ := strings.Cut(text, " => ")
		replacement, imported, _ := strings.Cut(replacement, " +")
		tokens := pass.Fset.File(c.Pos())
		src, err := pass.ReadFile(tokens.Name())
		if err != nil {
			panic(err)
		}
		below := tokens.Offset(tokens.LineStart(tokens.Line(c.Pos()) + 1))
		i := strings.Index(string(src[below:]), old)
		if i < 0 {
			return
		}
		pos := tokens.Pos(below + i)
		end := pos + token.Pos(len(old))

		edits := []analysis.TextEdit{
			{Pos: c.Pos(), End: c.End()},
			{Pos: pos, End: end, NewText: []byte(replacement)},
		}
		if imported != "" {
			edits = append(edits, analysis.TextEdit{Pos: file.Name.End(), End: file.Name.End(), NewText: fmt.Appendf(nil, "\n\nimport %q", imported)})
		}
		report.Report(pass, report.Finding{
			Range:     analysis.Range(span{pos, end}),
			Operation: "sts." + old,
			Message:   pass.Analyzer.Flags.Lookup("prefix").Value.String() + "replace " + old,
			Fix:       &analysis.SuggestedFix{Message: "write " + replacement, TextEdits: edits},
			Related:   []analysis.RelatedInformation{{Pos: c.Pos(), End: c.End(), Message: "asked for here"}},
		})
	})
	return nil, nil
}

func runNote(pass *analysis.Pass) (any, error) {
	commands(pass, "note", func(_ *ast.File, c *ast.Comment, text string) {
		report.Report(pass, report.Finding{Range: c, Message: text})
	})
	return nil, nil
}

func runFail(pass *analysis.Pass) (result any, err error) {
	commands(pass, "fail", func(_ *ast.File, _ *ast.Comment, how string) {
		switch how {
		case "error":
			err = errors.New("told to fail")
		case "panic":
			panic("told to panic")
		case "interrupt":
			self, _ := os.FindProcess(os.Getpid())
			err = self.Signal(os.Interrupt)
			time.Sleep(100 * time.Millisecond) // until it has arrived
		}
	})
	return nil, err
}

// isTracked is a fact about a function, trackers one about its package.
type (
	isTracked struct{ Why string }
	trackers  struct{ Count int }
)

func (*isTracked) AFact() {}
func (*trackers) AFact()  {}

func runTracked(pass *analysis.Pass) (any, error) {
	count := 0
	for _, file := range pass.Files {
		for _, d := range file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Doc == nil {
				continue
			}
			if why, ok := strings.CutPrefix(fn.Doc.List[0].Text, "//do:track "); ok {
				pass.ExportObjectFact(pass.TypesInfo.Defs[fn.Name], &isTracked{why})
				count++
			}
		}
	}
	if count > 0 {
		pass.ExportPackageFact(&trackers{count})
	}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				reportTracked(pass, call)
			}
			return true
		})
	}
	return nil, nil
}

func reportTracked(pass *analysis.Pass, call *ast.CallExpr) {
	fn, ok := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
	var fact isTracked
	if !ok || !pass.ImportObjectFact(fn, &fact) {
		return
	}
	var of trackers
	pass.ImportPackageFact(fn.Pkg(), &of)
	report.Report(pass, report.Finding{
		Range:   call,
		Message: fmt.Sprintf("%s is tracked: %s (%d in package, %d known)", fn.Name(), fact.Why, of.Count, len(pass.AllObjectFacts())),
	})
}

// A span is an analysis.Range.
type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }
