package cli

import (
	"bytes"
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

	"github.com/awserrlint/awserrlint/internal/rule"
)

// testRules do what comments in the source say, so that scripts decide exactly what is found,
// fixed or broken.
var testRules = []*rule.Rule{
	testRule("edit", runEdit, lint.SeverityError, `
A comment //do:edit OLD => NEW is a finding at OLD in the code below.

The fix puts NEW in place of OLD and removes the comment; \'+path\' after NEW adds an import.`),
	testRule("note", runNote, lint.SeverityInfo, "A comment //do:note TEXT is a finding that says TEXT."),
	testRule("fail", nil, lint.SeverityWarning, "A comment //do:fail error, panic, interrupt or hang makes the rule end that way."),
	testRule("tracked", runTracked, lint.SeverityWarning, "Calls of functions that a comment //do:track marks are findings, in any package."),
}

func init() {
	edit, fail, tracked := testRules[0], testRules[2], testRules[3]
	edit.Flags.String("prefix", "", "text before the message")
	edit.Run = withEdits(edit.Run)
	fail.Run = runFail
	tracked.FactTypes = []analysis.Fact{new(isTracked), new(trackers)}
}

func testRule(name string, run func(*rule.Pass), severity lint.Severity, text string) *rule.Rule {
	doc := &lint.RawDocumentation{
		Title:      "Rule " + name + " of the tests",
		Text:       strings.TrimSpace(text),
		Before:     "//do:" + name,
		After:      "// nothing",
		Since:      "0.1.0",
		Severity:   severity,
		NonDefault: name == "note",
	}
	group := rule.Lost
	if name == "fail" || name == "tracked" {
		group = rule.Matched
	}
	r := rule.New(rule.Spec{Name: name, Group: group, Doc: doc, Run: run, Fixes: name == "edit"})
	r.Requires = []*analysis.Analyzer{rule.Suppression} // they find nothing about AWS
	r.RunDespiteErrors = false
	return r
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

func runEdit(pass *rule.Pass) {
	commands(pass.Pass, "edit", func(_ *ast.File, c *ast.Comment, text string) {
		old, _, _ := strings.Cut(text, " => ")
		if at, ok := below(pass.Pass, c, old); ok {
			pass.Report(rule.Finding{
				Range:     at,
				Operation: "sts." + old,
				Message:   pass.Analyzer.Flags.Lookup("prefix").Value.String() + "replace " + old,
				Related:   []analysis.RelatedInformation{{Pos: c.Pos(), End: c.End(), Message: "asked for here"}},
			})
		}
	})
}

// below returns the position of text in the lines below c.
func below(pass *analysis.Pass, c *ast.Comment, text string) (at span, ok bool) {
	tokens := pass.Fset.File(c.Pos())
	src, err := pass.ReadFile(tokens.Name())
	if err != nil {
		panic(err)
	}
	start := tokens.Offset(tokens.LineStart(tokens.Line(c.Pos()) + 1))
	i := strings.Index(string(src[start:]), text)
	if i < 0 {
		return span{}, false
	}
	pos := tokens.Pos(start + i)
	return span{pos, pos + token.Pos(len(text))}, true
}

// withEdits returns run, the Run of the rule edit, with the fixes that comments ask for. Unlike the
// fixes of a real rule, they may be wrong.
func withEdits(run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (any, error) {
		fixes := make(map[token.Pos]analysis.SuggestedFix) // by the position of the finding
		commands(pass, "edit", func(file *ast.File, c *ast.Comment, text string) {
			old, replacement, _ := strings.Cut(text, " => ")
			replacement, imported, _ := strings.Cut(replacement, " +")
			at, _ := below(pass, c, old)
			edits := []analysis.TextEdit{
				{Pos: c.Pos(), End: c.End()},
				{Pos: at.pos, End: at.end, NewText: []byte(replacement)},
			}
			if imported != "" {
				edits = append(edits, analysis.TextEdit{Pos: file.Name.End(), End: file.Name.End(), NewText: fmt.Appendf(nil, "\n\nimport %q", imported)})
			}
			fixes[at.pos] = analysis.SuggestedFix{Message: "write " + replacement, TextEdits: edits}
		})
		plain := *pass
		plain.Report = func(analysis.Diagnostic) {}
		result, err := run(&plain)
		reported := result.([]rule.Reported)
		for i := range reported {
			reported[i].SuggestedFixes = []analysis.SuggestedFix{fixes[reported[i].Pos]}
			pass.Report(reported[i].Diagnostic)
		}
		return reported, err
	}
}

func runNote(pass *rule.Pass) {
	commands(pass.Pass, "note", func(_ *ast.File, c *ast.Comment, text string) {
		pass.Report(rule.Finding{Range: c, Message: text})
	})
}

func runFail(pass *analysis.Pass) (result any, err error) {
	commands(pass, "fail", func(_ *ast.File, c *ast.Comment, how string) {
		switch how {
		case "save": // as an editor does while the package is analyzed
			name := pass.Fset.Position(c.Pos()).Filename
			src, readErr := os.ReadFile(name)
			err = errors.Join(readErr, os.WriteFile(name, bytes.Replace(src, []byte("= 1"), []byte("= 2"), 1), 0o666))
		case "error":
			err = errors.New("told to fail")
		case "panic":
			panic("told to panic")
		case "interrupt":
			self, _ := os.FindProcess(os.Getpid())
			err = self.Signal(os.Interrupt)
			time.Sleep(100 * time.Millisecond) // until it has arrived
		case "hang": // as the type checker does where a function is huge
			self, _ := os.FindProcess(os.Getpid())
			err = self.Signal(os.Interrupt)
			time.Sleep(time.Hour)
		}
	})
	return []rule.Reported(nil), err
}

// isTracked is a fact about a function, trackers one about its package.
type (
	isTracked struct{ Why string }
	trackers  struct{ Count int }
)

func (*isTracked) AFact() {}
func (*trackers) AFact()  {}

func runTracked(pass *rule.Pass) {
	count := 0
	for _, file := range pass.Files {
		for _, d := range file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Doc == nil {
				continue
			}
			if why, ok := strings.CutPrefix(fn.Doc.List[0].Text, "//do:track "); ok {
				if why == "panic" {
					panic("told to panic")
				}
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
}

func reportTracked(pass *rule.Pass, call *ast.CallExpr) {
	fn, ok := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
	var fact isTracked
	if !ok || !pass.ImportObjectFact(fn, &fact) {
		return
	}
	var of trackers
	pass.ImportPackageFact(fn.Pkg(), &of)
	pass.Report(rule.Finding{
		Range:   call,
		Message: fmt.Sprintf("%s is tracked: %s (%d in package, %d known)", fn.Name(), fact.Why, of.Count, len(pass.AllObjectFacts())),
	})
}

// A span is an analysis.Range.
type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }
