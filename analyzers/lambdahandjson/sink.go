package lambdahandjson

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// sink looks at the text that instr takes, if that has to be JSON, or is if it looks like it. Where
// the package has no handlers, these are the bodies of the responses that it makes for those of
// others.
func (c *checker) sink(instr ssa.Instruction) {
	has := len(c.Handlers.All) > 0
	switch instr := instr.(type) {
	case *ssa.Store:
		// have: events.APIGatewayProxyResponse{Body: text}, messages.InvokeResponse_Error{Message: text}
		field, ok := instr.Addr.(*ssa.FieldAddr)
		switch {
		case !ok:
		case isBody(field) && (has || handler.EventsType(field.X.Type()) != ""):
			c.made(instr.Val, false)
		case has && isMessage(field):
			c.made(instr.Val, true)
		}
	case *ssa.Call:
		// have: errors.New(text), fmt.Errorf(format, ...)
		fn := ssaflow.Callee(instr.Common())
		switch {
		case !has || fn == nil:
		case fn.FullName() == "errors.New":
			c.made(instr.Call.Args[0], true)
		case fn.FullName() == "fmt.Errorf":
			c.formatted(instr, true)
		}
	case *ssa.Return:
		// have: func (e *T) Error() string { return text }
		fn := instr.Parent()
		if has && fn.Name() == "Error" && fn.Signature.Recv() != nil && len(instr.Results) == 1 {
			c.made(instr.Results[0], true)
		}
	}
}

// isBody reports whether field is the body of an HTTP response.
func isBody(field *ssa.FieldAddr) bool {
	t := field.X.Type()
	return handler.IsHTTPResponse(t) && ssaflow.FieldOf(t, field.Field) == handler.ResponseField(awssdk.Struct(t), "body")
}

// isMessage reports whether field is the message of a messages.InvokeResponse_Error.
func isMessage(field *ssa.FieldAddr) bool {
	t := field.X.Type()
	return lambdaresp.IsResponseError(t) && ssaflow.FieldOf(t, field.Field).Name() == "Message"
}

// textSteps are the ways from a text to where it is made.
const textSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Locals | ssaflow.Params | ssaflow.Results

// made checks the texts that v can be.
func (c *checker) made(v ssa.Value, isError bool) {
	for _, v := range c.program.Sources(v, textSteps) {
		switch v := v.(type) {
		case *ssa.BinOp:
			if cur, ok := c.program.Syntax(v); ok && v.Op == token.ADD {
				c.check(text{cur, v.Block(), c.concatenation(cur.Node().(ast.Expr), v), isError})
			}
		case *ssa.Call:
			if fn := ssaflow.Callee(v.Common()); fn != nil && fn.FullName() == "fmt.Sprintf" {
				c.formatted(v, isError)
			}
		}
	}
}

// formatted checks the text that the call of fmt.Sprintf or fmt.Errorf makes.
func (c *checker) formatted(call *ssa.Call, isError bool) {
	if cur, ok := c.program.Call(call); ok {
		c.check(text{cur, call.Block(), c.operands(cur.Node().(*ast.CallExpr), call), isError})
	}
}
