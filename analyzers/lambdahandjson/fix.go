package lambdahandjson

import (
	"encoding/json"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
)

// edit returns the editor of the fix that encodes what breaks doc, the text that expr makes, nil where none
// is certain to be right.
func (c *checker) edit(expr ast.Expr, doc *document, block *ssa.BasicBlock) *fix.Editor {
	e := c.kit.Editor(expr)
	if e == nil || slices.ContainsFunc(doc.parts, func(p *part) bool {
		return p.operand != nil && (p.verb == "%w" || p.broken && p.verb != "" && p.verb != "%s" && p.verb != "%v")
	}) {
		return nil
	}
	w := &writer{Editor: e, checker: c, expr: expr, block: block}
	text, ok := w.write(doc)
	if !ok {
		return nil
	}
	e.Replace(expr, text)
	return e.Editor
}

// A writer writes the expression of a fix.
type writer struct {
	*lambdafix.Editor
	*checker
	expr  ast.Expr
	block *ssa.BasicBlock
}

// A piece is what stands in a document after a fix: constant JSON, or an operand with its verb.
type piece struct {
	text    string
	operand string
	verb    string
}

// write returns the expression that makes doc with all that breaks it encoded.
func (w *writer) write(doc *document) (string, bool) {
	pieces, ok := w.pieces(doc)
	if !ok {
		return "", false
	}
	call, _ := w.expr.(*ast.CallExpr)
	formatted := slices.ContainsFunc(pieces, func(p piece) bool { return p.verb != "" })
	if call != nil && formatted {
		return w.format(call, pieces), true
	}
	var terms []string
	for _, p := range pieces {
		if p.operand != "" {
			terms = append(terms, p.operand)
		} else {
			terms = append(terms, quote(p.text))
		}
	}
	text := strings.Join(terms, " + ")
	if call != nil {
		w.Removes(call, operands(call)...)
		if w.Source(call.Fun) == "fmt.Errorf" {
			return w.Import("errors", "errors", call.Pos()) + ".New(" + text + ")", true
		}
		if w.inOperation() {
			text = "(" + text + ")"
		}
	}
	return text, true
}

// format returns the call with pieces for its text.
func (w *writer) format(call *ast.CallExpr, pieces []piece) string {
	format := ""
	var args []string
	for _, p := range pieces {
		switch {
		case p.operand == "":
			format += strings.ReplaceAll(p.text, "%", "%%")
		case p.verb != "":
			format += p.verb
		default:
			format += "%s"
		}
		if p.operand != "" {
			args = append(args, p.operand)
		}
	}
	return w.Source(call.Fun) + "(" + strings.Join(append([]string{quote(format)}, args...), ", ") + ")"
}

// inOperation reports whether the expression that is replaced is an operand.
func (w *writer) inOperation() bool {
	cur, ok := w.root.FindNode(w.expr)
	if !ok {
		return true
	}
	switch kind, _ := cur.ParentEdge(); kind {
	case edge.BinaryExpr_X, edge.BinaryExpr_Y, edge.SelectorExpr_X, edge.IndexExpr_X, edge.SliceExpr_X:
		return true
	}
	return false
}

func operands(call *ast.CallExpr) []ast.Node {
	var all []ast.Node
	for _, arg := range call.Args[1:] {
		all = append(all, arg)
	}
	return all
}

// pieces returns the pieces of doc. Each JSON string with something in it that breaks it becomes one
// operand.
func (w *writer) pieces(doc *document) ([]piece, bool) {
	var pieces []piece
	add := func(text string) {
		if n := len(pieces); n > 0 && pieces[n-1].operand == "" {
			pieces[n-1].text += text
		} else if text != "" {
			pieces = append(pieces, piece{text: text})
		}
	}
	var str []*part // the JSON string that is open, without its quotes
	flush := func() bool {
		if !slices.ContainsFunc(str, func(p *part) bool { return p.broken }) {
			add(`"`)
			for _, p := range str {
				if p.operand != nil {
					pieces = append(pieces, piece{operand: w.Source(p.operand), verb: p.verb})
				} else {
					add(p.text)
				}
			}
			add(`"`)
			return true
		}
		text, ok := w.plainText(str)
		pieces = append(pieces, piece{operand: w.JSONString() + "(" + text + ")"})
		return ok
	}
	inString := false
	for _, p := range doc.parts {
		if p.operand != nil {
			switch {
			case inString:
				str = append(str, p)
			case p.broken:
				pieces = append(pieces, piece{operand: w.JSONString() + "(" + w.text(p) + ")"})
			default:
				pieces = append(pieces, piece{operand: w.Source(p.operand), verb: p.verb})
			}
			continue
		}
		for rest := p.text; rest != ""; {
			i := quoteIn(rest, inString)
			before := rest
			if i >= 0 {
				before, rest = rest[:i], rest[i+1:]
			} else {
				rest = ""
			}
			if !inString {
				add(before)
			} else if before != "" {
				str = append(str, &part{text: before})
			}
			if i < 0 {
				break
			}
			if inString {
				if !flush() {
					return nil, false
				}
				str = nil
			}
			inString = !inString
		}
	}
	return pieces, true
}

// quoteIn returns the index of the first quote in text that begins or ends a JSON string, -1 if there
// is none.
func quoteIn(text string, inString bool) int {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			if inString {
				i++
			}
		case '"':
			return i
		}
	}
	return -1
}

// plainText returns an expression for what the parts of a JSON string say.
func (w *writer) plainText(parts []*part) (string, bool) {
	var terms []string
	for _, p := range parts {
		if p.operand == nil {
			var text string
			if err := json.Unmarshal([]byte(`"`+p.text+`"`), &text); err != nil {
				return "", false
			}
			terms = append(terms, strconv.Quote(text))
			continue
		}
		if p.verb != "" && p.verb != "%s" && p.verb != "%v" {
			return w.sprintf(parts)
		}
		terms = append(terms, w.text(p))
	}
	return strings.Join(terms, " + "), true
}

// sprintf returns a call that makes the text of parts, some of which are no strings.
func (w *writer) sprintf(parts []*part) (string, bool) {
	format, args := "", ""
	for _, p := range parts {
		if p.operand != nil {
			format += p.verb
			args += ", " + w.Source(p.operand)
			continue
		}
		var text string
		if err := json.Unmarshal([]byte(`"`+p.text+`"`), &text); err != nil {
			return "", false
		}
		format += strings.ReplaceAll(text, "%", "%%")
	}
	return w.Import("fmt", "fmt", w.expr.Pos()) + ".Sprintf(" + strconv.Quote(format) + args + ")", true
}

// text returns a string expression for the operand of p.
func (w *writer) text(p *part) string {
	source := w.Source(p.operand)
	t := w.pass.TypesInfo.TypeOf(p.operand)
	switch {
	case isText(t) && !isBytes(t):
		return source
	case isText(t):
		return "string(" + source + ")"
	case awssdk.IsError(t) && w.pass.Responses.NonNil(errorOf(p.value), w.block):
		return source + ".Error()"
	}
	return w.Import("fmt", "fmt", w.expr.Pos()) + ".Sprint(" + source + ")"
}

func isBytes(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Slice)
	return ok
}

// errorOf returns the error that is an operand, before its conversion to any.
func errorOf(v ssa.Value) ssa.Value {
	if conv, ok := v.(*ssa.ChangeInterface); ok {
		return conv.X
	}
	return v
}

// quote returns s as a Go string, raw where that can be.
func quote(s string) string {
	if !strings.ContainsAny(s, "`\r") && (strconv.CanBackquote(s) || strings.Contains(s, "\n")) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}
