package lambdajsonerr

import (
	"go/ast"
	"strconv"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// edit returns the editor of the fix that makes ret return JSON, nil if it may return no error:
//
//	return out, errors.New("no table") => return out, newLambdaError("ClientException", "no table", nil)
//	return out, err                    => log.Print(err); return out, newLambdaError("ServerException", "internal error", err)
func (c *checker) edit(ret *lambdaresp.Return) *fix.Editor {
	e := c.kit.Editor(ret.Stmt)
	if e == nil || !ret.ErrNonNil {
		return nil
	}
	c.replace(e, ret, e.Fresh("cause", ret.Stmt.Pos()))
	return e.Editor
}

// replace makes ret return a JSON error. An error that has no name gets that of cause.
func (c *checker) replace(e *lambdafix.Editor, ret *lambdaresp.Return, cause string) {
	if message, ok := e.ErrorText(ret.ErrExpr); ok {
		e.Replace(ret.ErrExpr, e.LambdaError()+"("+strconv.Quote(c.kit.ClientType())+", "+message+", nil)")
		return
	}
	err := e.Source(ret.ErrExpr)
	lines := ""
	switch ast.Unparen(ret.ErrExpr).(type) {
	case *ast.Ident, *ast.SelectorExpr:
	default:
		if e.Lookup(cause, ret.Stmt.Pos()) != nil {
			e.Refuse()
		}
		lines = cause + " := " + err + "\n"
		err = cause
	}
	e.InsertBefore(ret.Stmt, lines+e.Log(err))
	e.Replace(ret.ErrExpr, e.LambdaError()+"("+strconv.Quote(c.kit.ServerType())+`, "internal error", `+err+")")
}
