package brokenchain

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A wrapping makes the fix of a call that cuts errors off.
type wrapping struct {
	*fix.Editor
	pass *rule.Pass
	errs []ssa.Value // that are cut off and can come from AWS
	n    int         // of %w in the format
}

// wrapErrors returns the editor of the fix of call, which makes an error of the texts of others.
// There is none where the text would be another one.
func wrapErrors(pass *rule.Pass, call *ast.CallExpr, b *broken) *fix.Editor {
	w := &wrapping{Editor: pass.Fixes.Editor(call.Pos()), pass: pass}
	fn, ok := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
	if w.Editor == nil || !ok || len(call.Args) == 0 || call.Ellipsis.IsValid() {
		return nil
	}
	for _, err := range b.site.Errs {
		if o := pass.Flow.Origins(err); o.AWS() || len(o.Cuts) > 0 {
			w.errs = append(w.errs, err)
		}
	}
	switch {
	case fn.FullName() == "fmt.Errorf":
		ok = w.verbs(call, slices.Collect(ssaflow.Variadic(b.site.Instr.(*ssa.Call).Call.Args[1])))
	case fn.FullName() == "errors.New" && len(b.site.Errs) == len(w.errs):
		ok = w.text(call)
	default:
		ok = false
	}
	if !ok || w.n > 1 && !w.AtLeast("go1.20") {
		return nil
	}
	return w.Editor
}

// other reports whether v, an operand of the format, is an error that cannot come from AWS: that
// stays as it is.
func (w *wrapping) other(v ssa.Value) bool {
	err := errflow.ErrorOf(v)
	return err != nil && !slices.Contains(w.errs, err)
}

// verbs puts %w in place of the verbs that format the errors in call, of fmt.Errorf or fmt.Sprintf,
// whose operands are values where they are known:
//
//	fmt.Errorf("save %s: %v", id, err) => fmt.Errorf("save %s: %w", id, err)
//	fmt.Errorf("save: %s", err.Error()) => fmt.Errorf("save: %w", err)
func (w *wrapping) verbs(call *ast.CallExpr, values []ssa.Value) bool {
	lit, ok := ast.Unparen(call.Args[0]).(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return false
	}
	// Escapes in the literal are no verbs: these stand in it as they do in the text.
	text := w.Source(lit)
	written, ok1 := ssaflow.Verbs(text)
	verbs, ok2 := ssaflow.Verbs(constant.StringVal(w.pass.TypesInfo.Types[lit].Value))
	if !ok1 || !ok2 || len(written) != len(verbs) {
		return false
	}
	done := make(map[int]bool) // arguments
	for i, v := range written {
		switch {
		case v.Arg != verbs[i].Arg || v.Char != verbs[i].Char || v.Arg+1 >= len(call.Args):
			return false
		case v.Char == 'w':
			w.n++
			continue
		case done[v.Arg]:
			continue
		}
		arg := call.Args[v.Arg+1]
		err := w.errorOf(arg)
		if err == nil || v.Arg < len(values) && w.other(values[v.Arg]) {
			continue
		}
		if v.Char != 'v' && v.Char != 's' {
			return false
		}
		done[v.Arg] = true
		w.n++
		end := lit.Pos() + token.Pos(v.End)
		w.ReplaceRange(end-1, end, "w")
		if err != ast.Unparen(arg) {
			w.Removes(arg, err)
			w.Replace(arg, w.Source(err))
		}
	}
	return len(done) > 0
}

// errorOf returns the error that x is, or is the text of, nil if it is none: err for err and
// err.Error().
func (w *wrapping) errorOf(x ast.Expr) ast.Expr {
	err := ast.Unparen(x)
	if call, ok := err.(*ast.CallExpr); ok && len(call.Args) == 0 {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && sel.Sel.Name == "Error" {
			err = sel.X
		}
	}
	if !awssdk.IsErrorType(w.pass.TypesInfo.TypeOf(err)) || w.pass.TypesInfo.Types[err].IsNil() {
		return nil
	}
	return err
}

// text makes fmt.Errorf of call, of errors.New:
//
//	errors.New("save: " + err.Error()) => fmt.Errorf("save: %w", err)
//	errors.New(fmt.Sprintf("save: %v", err)) => fmt.Errorf("save: %w", err)
func (w *wrapping) text(call *ast.CallExpr) bool {
	if inner, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr); ok {
		fn, ok := typeutil.Callee(w.pass.TypesInfo, inner).(*types.Func)
		if ok && fn.FullName() == "fmt.Sprintf" && !inner.Ellipsis.IsValid() {
			if !w.verbs(inner, nil) {
				return false
			}
			w.Removes(call.Fun)
			w.ReplaceRange(call.Pos(), inner.Lparen, w.Import("fmt", "fmt", call.Pos())+".Errorf")
			w.ReplaceRange(inner.End(), call.End(), "")
			return true
		}
	}
	var format strings.Builder
	var args []string
	var kept []ast.Node
	for _, x := range summands(call.Args[0]) {
		value := w.pass.TypesInfo.Types[x].Value
		lit, isLit := x.(*ast.BasicLit)
		switch err := w.errorOf(x); {
		case isLit && lit.Kind == token.STRING:
			format.WriteString(strings.ReplaceAll(constant.StringVal(value), "%", "%%"))
		case err != nil:
			format.WriteString("%w")
			args, kept = append(args, w.Source(err)), append(kept, err)
			w.n++
		case types.Identical(w.pass.TypesInfo.TypeOf(x), types.Typ[types.String]):
			format.WriteString("%s")
			args, kept = append(args, w.Source(x)), append(kept, x)
		default:
			return false
		}
	}
	if w.n == 0 || w.HasComment(call.Pos(), call.End()) {
		return false
	}
	w.Removes(call, kept...)
	w.Replace(call, w.Import("fmt", "fmt", call.Pos())+".Errorf("+strconv.Quote(format.String())+", "+strings.Join(args, ", ")+")")
	return true
}

// summands returns the operands of x, a sum of texts.
func summands(x ast.Expr) []ast.Expr {
	x = ast.Unparen(x)
	if sum, ok := x.(*ast.BinaryExpr); ok && sum.Op == token.ADD {
		return append(summands(sum.X), summands(sum.Y)...)
	}
	return []ast.Expr{x}
}
