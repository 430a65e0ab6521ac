package lambdahandjson

import (
	"go/ast"
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A part is a piece of a text: constant, or what an operand holds.
type part struct {
	text    string
	operand ast.Expr // nil if the part is constant
	value   ssa.Value
	verb    string // by which the operand is formatted, such as %s; "" in a concatenation

	inString bool // it stands in a JSON string
	broken   bool // it can break the JSON
}

// verbs matches the verbs of a format that take one operand each, in order.
var verbs = lazyregexp.New(`%[-+# 0]*\d*(\.\d+)?[a-zA-Z%]`)

// others matches the verbs that do not.
var others = lazyregexp.New(`%[-+# 0]*(\[|\*|\d*\.?\*)`)

// formatted returns the parts of the text that e, a call of fmt.Sprintf or fmt.Errorf, makes, none if
// they cannot be told.
func (c *checker) formatted(e *ast.CallExpr, call *ssa.Call) []part {
	value := c.pass.TypesInfo.Types[e.Args[0]].Value
	if value == nil || e.Ellipsis.IsValid() {
		return nil
	}
	format := constant.StringVal(value)
	if others().MatchString(format) {
		return nil
	}
	operands := operandsOf(call, len(e.Args)-1)
	var parts []part
	add := func(text string) {
		if n := len(parts); n > 0 && parts[n-1].operand == nil {
			parts[n-1].text += text
		} else if text != "" {
			parts = append(parts, part{text: text})
		}
	}
	next, end := 0, 0
	for _, m := range verbs().FindAllStringIndex(format, -1) {
		add(format[end:m[0]])
		verb := format[m[0]:m[1]]
		end = m[1]
		if verb[len(verb)-1] == '%' {
			add("%")
			continue
		}
		if next >= len(operands) {
			return nil
		}
		parts = append(parts, part{operand: e.Args[next+1], value: operands[next], verb: verb})
		next++
	}
	add(format[end:])
	if next != len(operands) {
		return nil
	}
	return parts
}

// operandsOf returns the n operands of a call of fmt.Sprintf or fmt.Errorf.
func operandsOf(call *ssa.Call, n int) []ssa.Value {
	operands := make([]ssa.Value, n)
	slice, ok := call.Call.Args[1].(*ssa.Slice)
	if !ok {
		return nil
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	for _, ref := range *array.Referrers() {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		index, ok := elem.Index.(*ssa.Const)
		if !ok {
			return nil
		}
		for _, use := range *elem.Referrers() {
			if store, ok := use.(*ssa.Store); ok && int(index.Int64()) < n {
				operands[index.Int64()] = store.Val
			}
		}
	}
	return operands
}

// concatenation returns the parts of e, whose value is v.
func (c *checker) concatenation(e ast.Expr, v ssa.Value) []part {
	if value := c.pass.TypesInfo.Types[e].Value; value != nil && value.Kind() == constant.String {
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
	parts := c.concatenation(binary.X, sum.X)
	for _, p := range c.concatenation(binary.Y, sum.Y) {
		if n := len(parts); p.operand == nil && parts[n-1].operand == nil {
			parts[n-1].text += p.text
		} else {
			parts = append(parts, p)
		}
	}
	return parts
}
