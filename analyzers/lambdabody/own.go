package lambdabody

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/lambdafix"
)

// callOwn makes the fix call the package's own function for error responses. It returns false where the
// package has none:
//
//	return response{StatusCode: 404, Body: "no such order"}, nil => return clientError(404, "no such order")
func (r *response) callOwn(e *lambdafix.Editor, status string) bool {
	made := r.Cursor
	if made.ParentEdgeKind() == edge.UnaryExpr_X {
		made = made.Parent() // &response{...}
	}
	own, others := e.OwnResponse(r.pass.TypesInfo.TypeOf(made.Node().(ast.Expr)))
	if own == nil {
		if others {
			e.Refuse()
		}
		return others
	}
	message := r.messageFor(e, own, status)
	if message == "" || !r.isPlain() || e.HasComment(r.Pos(), r.End()) {
		e.Refuse()
		return true
	}
	kept := []ast.Node{r.Field("statusCode").Value}
	if r.tellsTooMuch() {
		r.log(e)
	} else {
		kept = append(kept, r.body.Value)
	}
	e.Removes(r.CompositeLit, kept...)
	call := own.Call(e, status, message)
	if !own.Pair {
		e.Replace(made.Node(), call)
		return true
	}
	if ret := returned(made); ret != nil && len(ret.Results) == 2 && r.pass.TypesInfo.Types[ret.Results[1]].IsNil() {
		e.ReplaceRange(ret.Results[0].Pos(), ret.Results[1].End(), call)
	} else {
		e.Refuse()
	}
	return true
}

// ownBody returns a call of the program's own function for the bodies of error responses, "" if it has none. The fix
// is refused where its error responses have a JSON body that it cannot make:
//
//	Body: "no such order" => Body: errorJSON("no such order")
func (r *response) ownBody(e *lambdafix.Editor, status string) string {
	own, others := e.OwnBody()
	if own == nil {
		if others {
			e.Refuse()
		}
		return ""
	}
	message := r.messageFor(e, own, status)
	if message == "" {
		e.Refuse()
	}
	return own.Call(e, status, message)
}

// messageFor returns what own is given to tell the client, "" if that is not known.
func (r *response) messageFor(e *lambdafix.Editor, own *lambdafix.Own, status string) string {
	switch {
	case own.Error && r.tellsTooMuch():
		return "" // it may show the error
	case own.Error:
		if call, ok := ast.Unparen(r.body.Value).(*ast.CallExpr); ok && len(r.errs) == 1 {
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Error" && len(call.Args) == 0 {
				return e.Source(sel.X)
			}
		}
		return ""
	case r.tellsTooMuch():
		return e.Import("net/http", "http", r.Pos()) + ".StatusText(" + status + ")"
	}
	return e.Source(r.body.Value)
}

// isPlain reports whether the response has a status and a body, and no headers but those that every error
// response may have.
func (r *response) isPlain() bool {
	for _, elt := range r.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		switch {
		case !ok:
			return false
		case kv == r.body, kv == r.Field("statusCode"):
		case kv == r.Field("headers"):
			m, ok := ast.Unparen(kv.Value).(*ast.CompositeLit)
			if !ok {
				return false
			}
			for _, elt := range m.Elts {
				kv, ok := elt.(*ast.KeyValueExpr)
				if !ok {
					return false
				}
				if key := strings.ToLower(r.constant(kv.Key)); key != "content-type" && !strings.HasPrefix(key, "access-control-") {
					return false
				}
			}
		default:
			return false
		}
	}
	return true
}

// returned returns the return statement whose first result is made, nil if there is none.
func returned(made inspector.Cursor) *ast.ReturnStmt {
	if kind, i := made.ParentEdge(); kind == edge.ReturnStmt_Results && i == 0 {
		return made.Parent().Node().(*ast.ReturnStmt)
	}
	return nil
}
