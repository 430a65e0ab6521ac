package lambdaresp

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/readfile"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A madeText is what a function of another package is known to return: a text that is no JSON.
//
//	func Describe(where string, err error) string { return fmt.Sprintf("%s: %v", where, err) }
type madeText struct {
	errs []int // the parameters that are errors and have their texts in it
}

// ErrorsIn returns the errors whose texts a function of another package puts into the text v that it makes.
func (s *Set) ErrorsIn(v ssa.Value) []ssa.Value {
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	m := s.textMadeBy(call.Common())
	if m == nil {
		return nil
	}
	var errs []ssa.Value
	for _, i := range m.errs {
		errs = append(errs, call.Call.Args[i])
	}
	return errs
}

// textMadeBy returns what the function of another package that is called makes, nil if that may be no text. The
// drivers load such functions without their bodies, so it reads them, without types. Results that are
// kept depend on these bodies: see declarations in package engine.
func (s *Set) textMadeBy(common *ssa.CallCommon) *madeText {
	fn := ssaflow.Callee(common)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == s.Program().Types || s.isLibrary(fn.Pkg()) {
		return nil
	}
	sig := fn.Signature()
	if sig.Recv() != nil {
		return nil
	}
	file := s.source(s.Program().Fset.Position(fn.Pos()).Filename)
	if file == nil {
		return nil
	}
	for _, decl := range file.Decls {
		if decl, ok := decl.(*ast.FuncDecl); ok && decl.Recv == nil && decl.Name.Name == fn.Name() && decl.Body != nil && returnsString(decl) {
			return newMadeText(decl, sig)
		}
	}
	return nil
}

// returnsString reports whether decl declares a single result, a string without a name.
func returnsString(decl *ast.FuncDecl) bool {
	results := decl.Type.Results
	if results == nil || len(results.List) != 1 || len(results.List[0].Names) > 0 {
		return false
	}
	id, ok := results.List[0].Type.(*ast.Ident)
	return ok && id.Name == "string"
}

// source returns the syntax of the file called name, nil if it cannot be read.
func (s *Set) source(name string) *ast.File {
	s.mu.Lock()
	defer s.mu.Unlock()
	file, known := s.sources[name]
	if !known {
		if src, err := readfile.Source(name); err == nil {
			file, _ = parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
		}
		s.sources[name] = file
	}
	return file
}

// Declares reports whether the package of obj, another one, declares a type called name, in the file that is named. A
// driver may have left the type out, since the program does not mention it.
func (s *Set) Declares(obj types.Object, in, name string) bool {
	if obj == nil {
		return false
	}
	if obj.Pkg().Scope().Lookup(name) != nil {
		return true
	}
	file := s.source(filepath.Join(filepath.Dir(s.Program().Fset.Position(obj.Pos()).Filename), in))
	if file == nil {
		return false
	}
	for _, decl := range file.Decls {
		decl, ok := decl.(*ast.GenDecl)
		if ok && slices.ContainsFunc(decl.Specs, func(spec ast.Spec) bool {
			declared, ok := spec.(*ast.TypeSpec)
			return ok && declared.Name.Name == name
		}) {
			return true
		}
	}
	return false
}

// newMadeText returns what the function decl is known to return, nil if that may be no text.
func newMadeText(decl *ast.FuncDecl, sig *types.Signature) *madeText {
	var returns []*ast.ReturnStmt
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if ret, ok := n.(*ast.ReturnStmt); ok {
			returns = append(returns, ret)
		}
		_, literal := n.(*ast.FuncLit)
		return !literal
	})
	shown := make(map[string]bool)
	for _, ret := range returns {
		if len(ret.Results) != 1 || !isText(ret.Results[0]) {
			return nil
		}
		ast.Inspect(ret.Results[0], func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				shown[id.Name] = true
			}
			return true
		})
	}
	if len(returns) == 0 {
		return nil
	}
	m := new(madeText)
	for i := range sig.Params().Len() {
		if param := sig.Params().At(i); shown[param.Name()] && awssdk.IsErrorType(param.Type()) {
			m.errs = append(m.errs, i)
		}
	}
	return m
}

// isText reports whether e, a string, is certain to be no JSON.
func isText(e ast.Expr) bool {
	e = ast.Unparen(e)
	if s, ok := literal(e); ok {
		return constantForm(s) == Text
	}
	switch e := e.(type) {
	case *ast.BinaryExpr:
		var first ast.Expr = e
		for {
			sum, ok := ast.Unparen(first).(*ast.BinaryExpr)
			if !ok {
				s, ok := literal(first)
				return ok && beginsText(s)
			}
			if s, ok := literal(sum.Y); ok && isName(sum.X) && strings.HasPrefix(s, labelEnd) {
				return true
			}
			first = sum.X
		}
	case *ast.CallExpr:
		sel, ok := e.Fun.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "Sprintf" || !isName(sel.X) || sel.X.(*ast.Ident).Name != "fmt" || len(e.Args) == 0 {
			return false
		}
		format, ok := literal(e.Args[0])
		return ok && (beginsText(format) || isLabelled(format))
	}
	return false
}

func isName(e ast.Expr) bool {
	_, ok := e.(*ast.Ident)
	return ok
}

// literal returns the string that e is a literal of.
func literal(e ast.Expr) (string, bool) {
	lit, ok := ast.Unparen(e).(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// labelEnd is what stands between a label and a text.
const labelEnd = ": "

// isLabelled reports whether the format has a label first and then a text: no JSON begins so.
func isLabelled(format string) bool {
	return slices.ContainsFunc([]string{"%s", "%v"}, func(verb string) bool { return strings.HasPrefix(format, verb+labelEnd) })
}
