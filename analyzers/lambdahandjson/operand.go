package lambdahandjson

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// breaks reports whether the operand of p can break the JSON around it.
func (c *checker) breaks(p *part) bool {
	if p.verb != "" && !strings.ContainsAny(p.verb[len(p.verb)-1:], "svw") || p.value == nil {
		return false
	}
	v := p.value
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	} else if m, ok := v.(*ssa.ChangeInterface); ok {
		v = m.X
	}
	t := v.Type()
	isErr := awssdk.IsErrorType(t)
	if !p.inString {
		// A string may be JSON itself.
		return (isErr || isText(t)) && c.pass.Responses.Form(asError(p, v)) == lambdaresp.Text
	}
	switch {
	case isErr:
		return c.pass.Responses.Form(asError(p, v)) != lambdaresp.JSON
	case isText(t):
		return !c.isPlain(v, 0)
	}
	return false
}

// asError returns what Form is to be asked for: an operand of a concrete error type keeps its box.
func asError(p *part, v ssa.Value) ssa.Value {
	if _, ok := p.value.(*ssa.MakeInterface); ok && awssdk.IsErrorType(v.Type()) {
		return p.value
	}
	return v
}

// isText reports whether t is string or []byte. A string type with a name mostly has constants for its values.
func isText(t types.Type) bool {
	t = types.Unalias(t)
	if slice, ok := t.(*types.Slice); ok {
		return types.Identical(slice.Elem(), types.Typ[types.Byte])
	}
	basic, ok := t.(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

// maxDepth is how far a string is followed.
const maxDepth = 10

// isPlain reports whether the string or bytes v hold nothing that JSON has to escape, as far as can be told.
func (c *checker) isPlain(v ssa.Value, depth int) bool {
	if depth > maxDepth {
		return false
	}
	switch v := v.(type) {
	case *ssa.Const:
		return v.Value == nil || v.Value.Kind() != constant.String || !strings.ContainsFunc(constant.StringVal(v.Value), func(r rune) bool {
			return r == '"' || r == '\\' || r < ' '
		})
	case *ssa.BinOp:
		return c.isPlain(v.X, depth+1) && c.isPlain(v.Y, depth+1)
	case *ssa.UnOp:
		if v.Op == token.MUL && isDeployed(v.X) {
			return true
		}
	case *ssa.Field:
		return plainFields().MatchString(v.X.Type().Underlying().(*types.Struct).Field(v.Field).Name())
	case *ssa.Convert:
		if !isText(v.X.Type()) {
			return true // a rune, a named type
		}
	case *ssa.ChangeType:
		return true // of a named type
	case *ssa.Call:
		if fn := ssaflow.Callee(v.Common()); fn != nil && isPlainFunc(fn) {
			return true
		}
	case *ssa.Parameter:
		// Others may call an exported function, and the runtime calls a handler.
		if v.Parent().Object() == nil || v.Parent().Object().Exported() || c.pass.Handlers.Of(v.Parent().Syntax()) != nil {
			return false
		}
	}
	sources := c.sources(v)
	for _, from := range sources {
		if !c.isPlain(from, depth+1) {
			return false
		}
	}
	return len(sources) > 0
}

// plainFields matches the fields of events and contexts that AWS makes up.
var plainFields = lazyregexp.New(`^(RequestID|AwsRequestID|RequestId|HTTPMethod|Method|Stage|AccountID|DomainName|ConnectionID)$`)

// isDeployed reports whether the variable at addr is of the package, so that its value comes from
// who deploys the function, or a field that AWS makes up.
func isDeployed(addr ssa.Value) bool {
	switch addr := addr.(type) {
	case *ssa.Global:
		return true
	case *ssa.FieldAddr:
		s := types.Unalias(addr.X.Type()).Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
		return plainFields().MatchString(s.Field(addr.Field).Name())
	}
	return false
}

// plain matches the names of functions and methods whose results are without quotes, or are escaped.
var plain = lazyregexp.New(`^(os\.Getenv|net/http\.StatusText|strconv\.(Itoa|Format.*)|encoding/hex\.EncodeToString|` +
	`\(\*encoding/base(32|64)\.Encoding\)\.EncodeToString|\(time\.(Time|Duration|Month|Weekday)\)\..*|net/url\..*Escape|html\.EscapeString|` +
	`strconv\.Quote.*|strings\.(Replace|ReplaceAll)|\(\*strings\.Replacer\)\.Replace)$`)

// named matches the names of functions that make identifiers, or that escape.
var named = lazyregexp.New(`(?i)uuid|ulid|ksuid|xid|escape|sanitize|json|quote`)

func isPlainFunc(fn *types.Func) bool {
	return plain().MatchString(fn.FullName()) || named().MatchString(fn.FullName()[strings.LastIndexByte(fn.FullName(), '/')+1:])
}
