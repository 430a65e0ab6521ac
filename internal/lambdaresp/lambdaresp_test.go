package lambdaresp_test

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ruletest"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// probe reports what a Set says of the fixtures below testdata/src/lambdaresp, of each of which the
// package comment says what is asked.
var probe = &analysis.Analyzer{
	Name:     "lambdaresp",
	Doc:      "report responses",
	Requires: []*analysis.Analyzer{handler.Analyzer, lambdaresp.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		set := pass.ResultOf[lambdaresp.Analyzer].(*lambdaresp.Set)
		handlers := pass.ResultOf[handler.Analyzer].(*handler.Set)
		switch pass.Pkg.Name() {
		case "values":
			reportReturns(pass, handlers, set)
		case "text":
			reportForms(pass, handlers, set)
		case "altered":
			reportLiterals(pass, handlers, set)
		case "only":
			reportOnly(pass, set)
		case "made":
			reportMade(pass, handlers, set)
		case "parts":
			reportParts(pass, handlers, set)
		case "encoded":
			reportEncoded(pass, set)
		case "plain":
			reportPlain(pass, set)
		case "listening":
			reportAddresses(pass, set)
		}
		return nil, nil
	},
}

func TestResponses(t *testing.T) { ruletest.Run(t, probe) }

func report(pass *analysis.Pass, at ast.Node, message string) {
	pass.Report(analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Message: message, URL: "-"})
}

func reportReturns(pass *analysis.Pass, handlers *handler.Set, set *lambdaresp.Set) {
	contents := map[lambdaresp.Content]string{lambdaresp.Unclear: "unclear", lambdaresp.Zero: "zero", lambdaresp.Written: "written"}
	for _, h := range handlers.All {
		for _, r := range set.Returns(h) {
			state := "unknown"
			if r.ErrNil {
				state = "nil"
			} else if r.ErrNonNil {
				state = "non-nil"
			}
			report(pass, r.Stmt, contents[r.Response]+", "+state)
		}
	}
}

func reportForms(pass *analysis.Pass, handlers *handler.Set, set *lambdaresp.Set) {
	forms := map[lambdaresp.Form]string{lambdaresp.Unproven: "unproven", lambdaresp.Text: "text", lambdaresp.JSON: "JSON"}
	for _, h := range handlers.All {
		for _, r := range set.Returns(h) {
			report(pass, r.Stmt, forms[set.Form(r.Err)])
		}
	}
	for cur := range handlers.Root.Preorder((*ast.KeyValueExpr)(nil)) {
		kv := cur.Node().(*ast.KeyValueExpr)
		if key, ok := kv.Key.(*ast.Ident); !ok || key.Name != "Body" {
			continue
		}
		if v := set.FieldValue(kv); v != nil {
			report(pass, kv, forms[set.Form(v)])
		}
	}
}

func reportLiterals(pass *analysis.Pass, handlers *handler.Set, set *lambdaresp.Set) {
	for _, r := range set.Responders("statusCode") {
		if r.Source != handler.REST {
			pass.Reportf(r.Func.Node().Pos(), "responds to %d", r.Source)
		}
		report(pass, r.Func.Node(), "responds to REST")
	}
	for lit := range set.Literals(handlers.Root) {
		state := "kept"
		if set.Altered(lit.Cursor, "statusCode") {
			state = "altered"
		}
		report(pass, lit, fmt.Sprintf("%s, %d", state, lit.Status()))
	}
}

func reportOnly(pass *analysis.Pass, set *lambdaresp.Set) {
	for id, obj := range pass.TypesInfo.Defs {
		var only ast.Expr
		switch obj := obj.(type) {
		case *types.Var:
			only = set.OnlyValue(obj)
			if obj.Kind() != types.PackageVar && obj.Kind() != types.LocalVar {
				continue
			}
		case *types.Func:
			only = set.OnlyResult(obj)
		default:
			continue
		}
		text := ""
		if only != nil {
			text = types.ExprString(only)
		}
		report(pass, id, id.Name+": "+text)
	}
}

func reportMade(pass *analysis.Pass, handlers *handler.Set, set *lambdaresp.Set) {
	made := func(v ssa.Value) string {
		var names []string
		for _, v := range set.Made(v) {
			switch v := v.(type) {
			case *ssa.Const:
				names = append(names, "nil")
			case *ssa.Call:
				fn := ssaflow.Callee(v.Common())
				names = append(names, fn.Pkg().Name()+"."+fn.Name())
			case *ssa.MakeInterface:
				name := awssdk.TypeName(v.X.Type()).Name()
				if lambdaresp.IsResponseError(v.X.Type()) {
					name = "response"
				} else if lambdaresp.HasTags(v.X.Type()) {
					name += " with tags"
				}
				names = append(names, name)
			}
		}
		return strings.Join(names, " ")
	}
	for _, h := range handlers.All {
		for _, r := range set.Returns(h) {
			report(pass, r.Stmt, made(r.Err))
		}
	}
	set.Program().Instrs(func(instr ssa.Instruction) {
		call, ok := instr.(*ssa.Call)
		if !ok || !ssaflow.Calls(call.Common(), "fmt", "Errorf") {
			return
		}
		var errs []string
		for _, err := range lambdaresp.ErrorOperands(call) {
			errs = append(errs, made(err))
		}
		cur, _ := set.Program().Call(call)
		report(pass, cur.Node(), "gets "+strings.Join(errs, " "))
	})
}

func reportParts(pass *analysis.Pass, handlers *handler.Set, set *lambdaresp.Set) {
	for _, h := range handlers.All {
		for _, r := range set.Returns(h) {
			parts := set.Parts(r.Value, r.Block)
			constants := 0
			for _, part := range parts {
				if _, ok := part.(*ssa.Const); ok {
					constants++
				}
			}
			report(pass, r.Stmt, fmt.Sprintf("%d parts, %d constant", len(parts), constants))
			if lit := set.Returned(r); lit != nil {
				report(pass, r.Stmt, fmt.Sprintf("status %d", lit.Status()))
			}
		}
	}
	for id, obj := range pass.TypesInfo.Defs {
		if fn, ok := obj.(*types.Func); ok && set.OnlyResponds(fn) {
			report(pass, id, "only responds")
		}
	}
}

func reportEncoded(pass *analysis.Pass, set *lambdaresp.Set) {
	for _, e := range set.Encoded() {
		v := ssaflow.Bare(e.Value)
		text := types.TypeString(v.Type(), types.RelativeTo(pass.Pkg))
		if lambdaresp.IsEmpty(v.Type()) {
			text += ", empty"
		}
		at := e.Block.Parent().Syntax()
		if e.Expr.Valid() {
			at = e.Expr.Node()
		}
		report(pass, at, text)
	}
}

func reportPlain(pass *analysis.Pass, set *lambdaresp.Set) {
	set.Program().Instrs(func(instr ssa.Instruction) {
		call, ok := instr.(*ssa.Call)
		if !ok || !ssaflow.Calls(call.Common(), pass.Pkg.Path(), "put") {
			return
		}
		text := "risky"
		if set.IsPlain(call.Call.Args[0]) {
			text = "plain"
		}
		cur, _ := set.Program().Call(call)
		report(pass, cur.Node(), text)
	})
}

func reportAddresses(pass *analysis.Pass, set *lambdaresp.Set) {
	for _, a := range set.Addresses() {
		message := "public"
		if a.Local {
			message = "local"
		}
		pass.Report(analysis.Diagnostic{Pos: a.Pos, End: a.Pos, Message: message, URL: "-"})
	}
}
