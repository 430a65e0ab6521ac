// Package lambdahandjson reports JSON of Lambda handlers that is put together by hand.
package lambdahandjson

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/report"
)

// Analyzer is the rule.
var Analyzer = &analysis.Analyzer{
	Name:             "lambdahandjson",
	Doc:              Doc.Title,
	URL:              report.URL("lambdahandjson"),
	Requires:         []*analysis.Analyzer{errflow.Analyzer, handler.Analyzer, inspect.Analyzer, report.Analyzer},
	Run:              run,
	RunDespiteErrors: true,
}

// A checker checks one package.
type checker struct {
	pass     *analysis.Pass
	flow     *errflow.Package
	handlers *handler.Set
	kit      *lambdafix.Kit
	root     inspector.Cursor
	callers  map[*types.Func][]*ssa.CallCommon // of the functions of the package
	findings map[ast.Expr]*finding
}

// A finding is one whose fix is not complete yet.
type finding struct {
	expr    ast.Expr
	message string
	editor  *fix.Editor
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{
		pass:     pass,
		flow:     pass.ResultOf[errflow.Analyzer].(*errflow.Package),
		handlers: pass.ResultOf[handler.Analyzer].(*handler.Set),
		root:     pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		callers:  make(map[*types.Func][]*ssa.CallCommon),
		findings: make(map[ast.Expr]*finding),
	}
	if len(c.handlers.Handlers) == 0 && !slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return p.Path() == awspath.Events }) {
		return nil, nil
	}
	c.kit = lambdafix.New(pass, c.handlers)
	for _, fn := range c.flow.Funcs {
		eachInstr(fn, func(instr ssa.Instruction) {
			if call, ok := instr.(ssa.CallInstruction); ok {
				if obj := handler.Callee(call.Common()); obj != nil && obj.Pkg() == pass.Pkg {
					c.callers[obj] = append(c.callers[obj], call.Common())
				}
			}
		})
	}
	c.sinks()
	c.report()
	return nil, nil
}

func eachInstr(fn *ssa.Function, do func(ssa.Instruction)) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			do(instr)
		}
	}
}

// check looks at the text that expr makes and that is to be JSON. isError says that it is that of an error,
// which may be no JSON at all.
func (c *checker) check(expr ast.Expr, parts []part, block *ssa.BasicBlock, isError bool) {
	if c.findings[expr] != nil || len(parts) == 0 {
		return
	}
	doc, ok := newDocument(parts)
	if !ok || isError && (!doc.valid || parts[0].text[0] != '{') {
		return
	}
	var broken []string
	for _, p := range doc.parts {
		if p.operand != nil && c.breaks(p) {
			p.broken = true
			broken = append(broken, strings.Join(strings.Fields(types.ExprString(p.operand)), " "))
		}
	}
	if len(broken) == 0 {
		return
	}
	f := &finding{expr: expr, message: "a quote, backslash or line feed in " + either(broken) + " breaks this JSON; encode it with encoding/json"}
	if doc.valid {
		f.editor = c.fix(expr, doc, block)
	} else {
		f.message = "this is no JSON, whatever " + either(broken) + " is; encode it with encoding/json"
	}
	c.findings[expr] = f
}

// either lists names.
func either(names []string) string {
	slices.Sort(names)
	names = slices.Compact(names)
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// report completes the fixes, which may leave imports that nothing uses, and reports the findings.
func (c *checker) report() {
	var findings []*finding
	editors := make(map[*token.File][]*fix.Editor)
	for _, f := range c.findings {
		findings = append(findings, f)
	}
	slices.SortFunc(findings, func(f, g *finding) int { return cmp.Compare(f.expr.Pos(), g.expr.Pos()) })
	for _, f := range findings {
		if f.editor != nil {
			file := c.pass.Fset.File(f.expr.Pos())
			editors[file] = append(editors[file], f.editor)
		}
	}
	for _, list := range editors {
		fix.DropImports(list)
	}
	for _, f := range findings {
		report.Report(c.pass, report.Finding{Range: f.expr, Message: f.message, Fix: f.editor.Fix("encode what is put into the JSON")})
	}
}
