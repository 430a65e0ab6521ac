package lambdadropresp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// losesFailures reports whether the error of r keeps Lambda from reading a list of failures that is
// not empty: r stands where some records are known to have failed, or returns the error of one.
func (c checker) losesFailures(r *lambdaresp.Return) bool {
	if r.Response == lambdaresp.Zero || r.ErrNil {
		return false
	}
	some, all := c.failures(r)
	return !all && (r.ErrNonNil && r.Response == lambdaresp.Written && some || c.ofRecord(r))
}

// failures reports whether r stands where some records are known to have failed, if len(failures) > 0,
// and whether that is all of them.
func (c checker) failures(r *lambdaresp.Return) (some, all bool) {
	for cur := r.Cursor; cur != c.Func; cur = cur.Parent() {
		if cur.ParentEdgeKind() != edge.IfStmt_Body {
			continue
		}
		for cond := range cur.Parent().ChildAt(edge.IfStmt_Cond, -1).Preorder((*ast.BinaryExpr)(nil)) {
			bin := cond.Node().(*ast.BinaryExpr)
			switch x, y := c.isLen(bin.X), c.isLen(bin.Y); bin.Op {
			case token.EQL, token.GEQ:
				all = all || x && y
			case token.GTR, token.NEQ:
				some = some || x && !y && c.isZero(bin.Y)
			}
		}
	}
	return some, all
}

func (c checker) isLen(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := typeutil.Callee(c.pass.TypesInfo, call).(*types.Builtin)
	return ok && fn.Name() == "len"
}

func (c checker) isZero(e ast.Expr) bool {
	value := c.pass.TypesInfo.Types[e].Value
	return value != nil && value.ExactString() == "0"
}

// ofRecord reports whether the error of r is, or is made of, one because of which a record was
// added to the list of failures.
func (c checker) ofRecord(r *lambdaresp.Return) bool {
	fn := r.Block.Parent()
	errs := c.madeOf(r.Err)
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if addsFailure(instr) && ssaflow.LeadsTo(b, r.Block, nil) && slices.ContainsFunc(errs, func(err ssa.Value) bool {
				return ssaflow.DominatedByAny(b, ssaflow.NonNil(err))
			}) {
				return true
			}
		}
	}
	return false
}

// addsFailure reports whether instr appends to a list of batch item failures.
func addsFailure(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return false
	}
	builtin, ok := call.Call.Value.(*ssa.Builtin)
	if !ok || builtin.Name() != "append" {
		return false
	}
	list, ok := call.Type().Underlying().(*types.Slice)
	return ok && strings.HasSuffix(handler.EventsType(list.Elem()), "BatchItemFailure")
}

// madeOf returns the errors that err is, or that it is put together from.
func (c checker) madeOf(err ssa.Value) []ssa.Value {
	w := ssaflow.Backward[[]ssa.Value]{
		Program: c.pass.Responses.Program(),
		Follow:  ssaflow.Phis | ssaflow.Interfaces | ssaflow.Locals | ssaflow.Elements | ssaflow.Slices,
		Join:    ssaflow.Union,
	}
	w.Leaf = func(at ssaflow.At) []ssa.Value {
		errs := []ssa.Value{at.Value}
		call, _ := ssaflow.Call(at.Value)
		if call == nil {
			return errs
		}
		if ssaflow.Calls(call.Common(), "fmt", "Errorf") {
			for _, operand := range lambdaresp.ErrorOperands(call) {
				errs = ssaflow.Union(errs, w.From(operand))
			}
			return errs
		}
		for _, arg := range call.Call.Args {
			if list, ok := arg.Type().Underlying().(*types.Slice); ok && awssdk.IsError(list.Elem()) {
				errs = ssaflow.Union(errs, w.Elements(arg))
			} else if awssdk.IsError(arg.Type()) {
				errs = ssaflow.Union(errs, w.From(arg))
			}
		}
		return errs
	}
	return w.From(err)
}

// inLoop reports whether r stands in a loop, so that records may be left.
func (c checker) inLoop(r *lambdaresp.Return) bool {
	for cur := r.Cursor; cur != c.Func; cur = cur.Parent() {
		switch cur.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		}
	}
	return false
}
