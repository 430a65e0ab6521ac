package main

import (
	"context"
	"go/ast"
	"go/types"
	"os"
	"regexp"
	"strings"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/load"
)

// An origin says how the error of a call comes from AWS, as far as it is seen without awserrlint's own analysis.
type origin string

const (
	direct           origin = "direct"    // the call is one of the SDK
	throughFunction  origin = "function"  // a function of the module returns the error of such a call
	throughInterface origin = "interface" // a method of an interface, which a type of the module implements by such a function
	parameter        origin = "parameter" // the error is a parameter of the function, wherever it comes from
	inHandler        origin = "handler"   // it is one that a handler of Lambda answers with, wherever it comes from
)

// A program is the packages of a module, as they are before anything is planted.
type program struct {
	packages []*packages.Package

	// returning holds the names of the functions that return an error of AWS: the full ones, and those of methods
	// with their signatures, by which a method of an interface is known.
	returning map[string]bool

	// matched holds those whose callers ask what kind of error it is.
	matched map[string]bool
}

// loadProgram type-checks the module in dir.
func loadProgram(ctx context.Context, dir string) (*program, error) {
	res, err := load.Load(ctx, load.Config{Dir: dir, Patterns: []string{"./..."}})
	if err != nil {
		return nil, err
	}
	p := &program{packages: res.Packages, returning: make(map[string]bool), matched: make(map[string]bool)}
	functions := p.functions()
	for grew := true; grew; {
		n := len(p.returning)
		for _, f := range functions {
			if f.returnsAWS() {
				p.add(p.returning, f.object())
			}
		}
		grew = len(p.returning) > n
	}
	for _, f := range functions {
		for _, call := range f.matchedCalls() {
			fn, _ := typeutil.Callee(f.info, call).(*types.Func)
			p.add(p.matched, fn)
		}
	}
	return p, nil
}

// add adds the names of fn to a set of names.
func (p *program) add(names map[string]bool, fn *types.Func) {
	if fn == nil {
		return
	}
	names[fn.FullName()] = true
	if fn.Signature().Recv() != nil {
		names[methodName(fn)] = true
	}
}

// methodName returns the name of a method with its signature, without its receiver.
func methodName(fn *types.Func) string {
	sig := fn.Signature()
	return fn.Name() + types.TypeString(types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic()), nil)
}

// has reports whether fn is in a set of names: itself, or as a method of an interface.
func has(names map[string]bool, fn *types.Func) bool {
	if fn == nil {
		return false
	}
	recv := fn.Signature().Recv()
	return names[fn.FullName()] || recv != nil && types.IsInterface(recv.Type()) && names[methodName(fn)]
}

// implements reports whether fn, a function with a body, is in a set of names: itself, or as what a method of an
// interface stands for.
func implements(names map[string]bool, fn *types.Func) bool {
	return fn != nil && (names[fn.FullName()] || fn.Signature().Recv() != nil && names[methodName(fn)])
}

// fakes are names of functions, types and files that stand in for AWS in tests.
var fakes = regexp.MustCompile(`(?i)mock|fake|stub|testing`)

// functions returns the functions of p in which faults may be planted: all but generated and fake ones.
func (p *program) functions() []*function {
	var all []*function
	for _, pkg := range p.packages {
		for _, file := range pkg.Syntax {
			name := pkg.Fset.Position(file.FileStart).Filename
			if ast.IsGenerated(file) || strings.HasSuffix(name, "_test.go") || fakes.MatchString(name[strings.LastIndex(name, "/")+1:]) {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				continue
			}
			for i, decl := range file.Decls {
				decl, ok := decl.(*ast.FuncDecl)
				if ok && decl.Body != nil && !fakes.MatchString(functionKey(decl)) {
					all = append(all, &function{program: p, pkg: pkg, info: pkg.TypesInfo, file: file, name: name, text: text, decl: decl, index: i})
				}
			}
		}
	}
	return all
}

// functionKey returns the name of a function with that of its receiver's type.
func functionKey(decl *ast.FuncDecl) string {
	if decl.Recv == nil || len(decl.Recv.List) == 0 {
		return decl.Name.Name
	}
	t := decl.Recv.List[0].Type
	for {
		switch u := t.(type) {
		case *ast.StarExpr:
			t = u.X
		case *ast.IndexExpr:
			t = u.X
		case *ast.IndexListExpr:
			t = u.X
		case *ast.Ident:
			return u.Name + "." + decl.Name.Name
		default:
			return decl.Name.Name
		}
	}
}

// originOf returns how the error of a call comes from AWS, "" if it does not. op is there if the call is direct.
func (f *function) originOf(call *ast.CallExpr) (op *awssdk.Operation, o origin) {
	sig, ok := types.Unalias(typeOf(f.info, call.Fun)).(*types.Signature)
	if !ok || !awssdk.EndsWithError(sig) {
		return nil, ""
	}
	fn, _ := typeutil.Callee(f.info, call).(*types.Func)
	if op := awssdk.Of(fn, sig); op != nil {
		switch op.Form {
		case awssdk.Client, awssdk.Paginator, awssdk.Waiter:
			return op, direct
		}
		return nil, ""
	}
	switch {
	case fn == nil || !has(f.returning, fn):
		return nil, ""
	case fn.Signature().Recv() != nil && types.IsInterface(fn.Signature().Recv().Type()):
		return nil, throughInterface
	}
	return nil, throughFunction
}

func typeOf(info *types.Info, x ast.Expr) types.Type {
	if t := info.TypeOf(x); t != nil {
		return t
	}
	return types.Typ[types.Invalid]
}
