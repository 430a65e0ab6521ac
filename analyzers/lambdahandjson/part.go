package lambdahandjson

import (
	"go/ast"
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A part is a piece of a text: constant, or what an operand holds.
type part struct {
	text    string
	operand ast.Expr // nil if the part is constant
	value   ssa.Value
	verb    string // by which the operand is formatted, such as %s; "" in a concatenation
	broken  bool   // it can break the JSON
}

// join adds more to parts. Constant parts that follow each other become one.
func join(parts []part, more ...part) []part {
	for _, p := range more {
		if n := len(parts); n > 0 && p.operand == nil && parts[n-1].operand == nil {
			parts[n-1].text += p.text
		} else if p.operand != nil || p.text != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

// verbs matches the verbs of a format that take one operand each, in order.
var verbs = lazyregexp.New(`%[-+# 0]*\d*(\.\d+)?[a-zA-Z%]`)

// others matches the verbs that do not.
var others = lazyregexp.New(`%[-+# 0]*(\[|\*|\d*\.?\*)`)

// operands returns the parts of the text that e, the call of fmt.Sprintf or fmt.Errorf, makes, none
// if they cannot be told.
func (c *checker) operands(e *ast.CallExpr, call *ssa.Call) []part {
	value := c.TypesInfo.Types[e.Args[0]].Value
	if value == nil || e.Ellipsis.IsValid() || others().MatchString(constant.StringVal(value)) {
		return nil
	}
	format := constant.StringVal(value)
	values := slices.Collect(ssaflow.Variadic(call.Call.Args[1]))
	var parts []part
	next, end := 0, 0
	for _, m := range verbs().FindAllStringIndex(format, -1) {
		parts = join(parts, part{text: format[end:m[0]]})
		verb := format[m[0]:m[1]]
		end = m[1]
		switch {
		case verb[len(verb)-1] == '%':
			parts = join(parts, part{text: "%"})
		case next < len(values):
			parts = append(parts, part{operand: e.Args[next+1], value: values[next], verb: verb})
			next++
		default:
			return nil
		}
	}
	if next != len(values) {
		return nil
	}
	return join(parts, part{text: format[end:]})
}

// concatenation returns the parts of e, whose value is v.
func (c *checker) concatenation(e ast.Expr, v ssa.Value) []part {
	if value := c.TypesInfo.Types[e].Value; value != nil && value.Kind() == constant.String {
		return []part{{text: constant.StringVal(value)}}
	}
	if paren, ok := e.(*ast.ParenExpr); ok {
		return c.concatenation(paren.X, v)
	}
	binary, ok := e.(*ast.BinaryExpr)
	sum, ok2 := v.(*ssa.BinOp)
	if !ok || !ok2 || binary.Op != token.ADD || sum.Pos() != binary.OpPos {
		return []part{{operand: e, value: v}}
	}
	return join(c.concatenation(binary.X, sum.X), c.concatenation(binary.Y, sum.Y)...)
}
