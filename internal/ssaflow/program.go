package ssaflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
)

// A Program is one package in SSA form, and an index of what its functions do to what they share.
// It does not change: rules that run at the same time ask it.
type Program struct {
	// Funcs are the functions of the package, literals included, in source order.
	Funcs []*ssa.Function

	Types *types.Package
	Info  *types.Info
	Fset  *token.FileSet
	Root  inspector.Cursor

	pkg    *ssa.Package
	syntax syntax
	index  index
	byNode func() map[ast.Node]*ssa.Function

	abstract func() map[string]bool // the names of the methods of the package's interfaces
}

func newProgram(pass *analysis.Pass, root inspector.Cursor) *Program {
	p := &Program{Types: pass.Pkg, Info: pass.TypesInfo, Fset: pass.Fset, Root: root}
	p.pkg, p.Funcs = build(pass, root)
	p.index.fill(p.pkg, p.Funcs)
	p.syntax.root = root
	p.abstract = sync.OnceValue(p.abstractMethods)
	p.byNode = sync.OnceValue(func() map[ast.Node]*ssa.Function {
		funcs := make(map[ast.Node]*ssa.Function, len(p.Funcs))
		for _, fn := range p.Funcs {
			if fn.Syntax() != nil {
				funcs[fn.Syntax()] = fn
			}
		}
		return funcs
	})
	return p
}

// Func returns the function that n, an *ast.FuncDecl or *ast.FuncLit, is the syntax of, nil if it
// has no body that could be built.
func (p *Program) Func(n ast.Node) *ssa.Function { return p.byNode()[n] }

// Instrs calls do for every instruction of the package.
func (p *Program) Instrs(do func(ssa.Instruction)) { eachInstr(p.Funcs, do) }

func eachInstr(funcs []*ssa.Function, do func(ssa.Instruction)) {
	for _, fn := range funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				do(instr)
			}
		}
	}
}

// Local reports whether fn is a function of the package whose body is known.
func (p *Program) Local(fn *ssa.Function) bool {
	return fn != nil && len(fn.Blocks) > 0 && (fn.Pkg == p.pkg || fn.Parent() != nil)
}

// Body returns the function that is declared for fn: the generic one for an instance, and the
// method for a method value or expression.
func (p *Program) Body(fn *ssa.Function) *ssa.Function { return p.index.body(fn) }

// Callers returns the calls of fn, which is the Body of something, in the package.
func (p *Program) Callers(fn *ssa.Function) []ssa.CallInstruction { return p.index.callers[fn] }

// Arguments returns what c passes for the parameters of the function that it calls, or of the Body
// of that, the receiver of a method value included.
func Arguments(c *ssa.CallCommon) []ssa.Value {
	if bound, ok := c.Value.(*ssa.MakeClosure); ok && bound.Fn.(*ssa.Function).Parent() == nil {
		return slices.Concat(bound.Bindings, c.Args)
	}
	return c.Args
}

// CalledElsewhere reports whether fn can be called from where the package does not see.
func (p *Program) CalledElsewhere(fn *ssa.Function) bool {
	obj := Declared(fn)
	switch {
	case p.index.escapes[fn]:
		return true
	case obj == nil:
		return len(p.index.callers[fn]) == 0
	case obj.Signature().Recv() != nil: // by an interface, which must be of this package to name it
		return obj.Exported() || p.abstract()[obj.Name()]
	}
	return obj.Exported() && p.Types.Name() != "main" // which nothing imports
}

// abstractMethods returns the names of the methods of the interfaces that the package writes.
func (p *Program) abstractMethods() map[string]bool {
	names := make(map[string]bool)
	for cur := range p.Root.Preorder((*ast.InterfaceType)(nil)) {
		for _, method := range cur.Node().(*ast.InterfaceType).Methods.List {
			for _, name := range method.Names {
				names[name.Name] = true
			}
		}
	}
	return names
}

// Implementations returns the methods of the package's types that have the name.
func (p *Program) Implementations(name string) []*ssa.Function { return p.index.methods[name] }

// Stored returns what the package stores in the field f.
func (p *Program) Stored(f *types.Var) []ssa.Value { return p.index.fields[f] }

// Assigned returns what the package assigns to its variable g.
func (p *Program) Assigned(g *ssa.Global) []ssa.Value { return p.index.globals[g] }

// Owns reports whether g is a variable of the package.
func (p *Program) Owns(g *ssa.Global) bool { return g.Pkg == p.pkg }

// Assignable reports whether other packages can assign to the variable g. To an error that has the name of
// one to compare with nobody assigns, although they could: all that compare with it would go wrong.
func Assignable(g *ssa.Global) bool {
	name := g.Name()
	sentinel := strings.HasPrefix(name, "Err") || strings.HasSuffix(name, "Err") || strings.HasSuffix(name, "Error")
	return token.IsExported(name) && !(sentinel && isErrorVariable(g))
}

func isErrorVariable(g *ssa.Global) bool {
	variable, ok := g.Type().Underlying().(*types.Pointer)
	return ok && types.Identical(variable.Elem(), types.Universe.Lookup("error").Type())
}

// Initial returns the value that the variable g of the package has for good. It returns nil where g
// can have other values, or is of another package.
func (p *Program) Initial(g *ssa.Global) ssa.Value {
	if values := p.index.globals[g]; p.Owns(g) && len(values) == 1 {
		return values[0]
	}
	return nil
}

// Argument returns the index of param among the parameters of its function, the receiver included.
func Argument(param *ssa.Parameter) int { return slices.Index(param.Parent().Params, param) }
