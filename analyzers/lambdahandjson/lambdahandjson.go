package lambdahandjson

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdahandjson",
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
})

// A checker checks one package.
type checker struct {
	pass     *rule.Pass
	flow     *errflow.Package
	kit      *lambdafix.Kit
	root     inspector.Cursor
	callers  map[*types.Func][]*ssa.CallCommon // of the functions of the package
	reported map[ast.Expr]bool
}

func run(pass *rule.Pass) {
	c := &checker{
		pass:     pass,
		flow:     pass.Flow,
		root:     pass.Root,
		callers:  make(map[*types.Func][]*ssa.CallCommon),
		reported: make(map[ast.Expr]bool),
	}
	if len(c.pass.Handlers.All) == 0 && !slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return p.Path() == awspath.Events }) {
		return
	}
	c.kit = lambdafix.New(pass.Fixes, pass.Handlers)
	for _, fn := range c.flow.Funcs {
		eachInstr(fn, func(instr ssa.Instruction) {
			if call, ok := instr.(ssa.CallInstruction); ok {
				if obj := ssaflow.Callee(call.Common()); obj != nil && obj.Pkg() == pass.Pkg {
					c.callers[obj] = append(c.callers[obj], call.Common())
				}
			}
		})
	}
	c.sinks()
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
	if c.reported[expr] || len(parts) == 0 {
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
	f := rule.Finding{Range: expr, Message: "a quote, backslash or line feed in " + either(broken) + " breaks this JSON; encode it with encoding/json"}
	if doc.valid {
		f.Fix = "encode what is put into the JSON"
		f.Edit = func() *fix.Editor { return c.edit(expr, doc, block) }
	} else {
		f.Message = "this is no JSON, whatever " + either(broken) + " is; encode it with encoding/json"
	}
	c.reported[expr] = true
	c.pass.Report(f)
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
