package errmatch

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// asked returns the checks that calls of a function make with the codes that they pass, where c is a comparison
// in it of the code of one of its parameters, which m asks, with another one:
//
//	func hasCode(err error, codes ...string) bool { … apiErr.ErrorCode() == code … }
//
// It returns false where c is none.
func (s *Set) asked(c comparison, m *Match, typ types.Type) (checks []*CodeCheck, ok bool) {
	err, isParam := m.Err.(*ssa.Parameter)
	code := codeParameter(c.with)
	if !isParam || code == nil || err.Parent() != code.Parent() {
		return nil, false
	}
	fn := err.Parent()
	receivers := 0
	if fn.Signature.Recv() != nil {
		receivers = 1
	}
	e, i := ssaflow.Argument(err), ssaflow.Argument(code)
	for _, instr := range s.program().Callers(fn) {
		call, isCall := instr.(*ssa.Call)
		args := ssaflow.Arguments(instr.Common())
		cur, written := s.program().Call(instr)
		if !isCall || !written || e >= len(args) {
			continue
		}
		for _, literal := range passed(cur, i-receivers, fn.Signature.Variadic() && i == len(fn.Params)-1) {
			if text, ok := s.constantOf(literal); ok {
				checks = append(checks, &CodeCheck{Match: m, Instr: call, Err: args[e], Type: typ, Code: text, Literal: literal})
			}
		}
	}
	return checks, true
}

// codeParameter returns the parameter that v is, or is an element of, nil if it is none.
func codeParameter(v ssa.Value) *ssa.Parameter {
	if load, ok := v.(*ssa.UnOp); ok {
		if element, ok := load.X.(*ssa.IndexAddr); ok {
			v = element.X
		}
	}
	param, _ := v.(*ssa.Parameter)
	return param
}

// passed returns the arguments of the call at cur for the i-th parameter, which may take the rest of them.
func passed(cur inspector.Cursor, i int, rest bool) []ast.Expr {
	call := cur.Node().(*ast.CallExpr)
	switch {
	case i < 0 || i >= len(call.Args) || rest && call.Ellipsis.IsValid():
		return nil
	case rest:
		return call.Args[i:]
	}
	return call.Args[i : i+1]
}

// constantOf returns the string that e is a constant for.
func (s *Set) constantOf(e ast.Expr) (string, bool) {
	value := s.program().Info.Types[e].Value
	if value == nil || value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(value), true
}
