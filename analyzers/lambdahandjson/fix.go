package lambdahandjson

import (
	"encoding/json"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// edit returns the editor of the fix that encodes what breaks doc, the document that t makes, nil
// where none is certain to be right:
//
//	fmt.Sprintf(`{"error":"%s"}`, err)       => `{"error":` + jsonString(err.Error()) + `}`
//	fmt.Sprintf(`{"id":%d,"a":"%s"}`, id, s) => fmt.Sprintf(`{"id":%d,"a":%s}`, id, jsonString(s))
func (c *checker) edit(t text, doc *document) *fix.Editor {
	e := c.kit.Editor(t.cur.Node())
	if e == nil || slices.ContainsFunc(t.parts, func(p part) bool {
		// A document with some of its strings in the quotes of Go and others in those of JSON is better written anew.
		return p.verb == "%w" || p.broken && !p.isText() || !p.broken && p.verb == "%q"
	}) {
		return nil
	}
	if c.hasOwn(e, t) {
		return nil
	}
	w := &writer{Editor: e, checker: c, text: t}
	pieces, ok := w.pieces(doc)
	if !ok {
		return nil
	}
	e.Replace(t.cur.Node(), w.expression(pieces))
	return e.Editor
}

// hasOwn reports whether the text is the body of an error response, as far as is known, and the program has a function
// that makes such.
func (c *checker) hasOwn(e *lambdafix.Editor, t text) bool {
	if t.isError {
		return false
	}
	for cur := range t.cur.Enclosing((*ast.CompositeLit)(nil)) {
		if lit := c.Responses.Literal(cur); lit != nil {
			return lit.Failed() && e.HasOwn(c.TypesInfo.TypeOf(lit))
		}
	}
	return e.HasOwn(nil)
}

// isText reports whether the operand of p is put into the text as it is.
func (p *part) isText() bool {
	return p.verb == "" || p.verb == "%s" || p.verb == "%v" || p.verb == "%q"
}

// A writer writes the expression of a fix.
type writer struct {
	*lambdafix.Editor
	*checker
	text
}

// A piece is what stands in a document after a fix: constant JSON, or an operand with its verb.
type piece struct{ text, operand, verb string }

// pieces returns the pieces of doc. Each JSON string with something in it that breaks it becomes one operand.
func (w *writer) pieces(doc *document) ([]piece, bool) {
	var pieces []piece
	add := func(text string) {
		if n := len(pieces); n > 0 && pieces[n-1].operand == "" {
			pieces[n-1].text += text
		} else if text != "" {
			pieces = append(pieces, piece{text: text})
		}
	}
	for _, e := range doc.elements {
		quote := ""
		if e.inString {
			quote = `"`
		}
		if slices.ContainsFunc(e.parts, func(p *part) bool { return p.broken && e.inString }) {
			text, ok := w.plainText(e.parts)
			if !ok {
				return nil, false
			}
			pieces = append(pieces, piece{operand: w.JSONString() + "(" + text + ")"})
			continue
		}
		add(quote)
		for _, p := range e.parts {
			switch {
			case p.operand == nil:
				add(p.text)
			case p.broken:
				pieces = append(pieces, piece{operand: w.JSONString() + "(" + w.string(p) + ")"})
			default:
				pieces = append(pieces, piece{operand: w.Source(p.operand), verb: p.verb})
			}
		}
		add(quote)
	}
	return pieces, true
}

// expression returns the expression that makes a document of pieces: a call as before where
// something else is formatted, and a concatenation otherwise.
func (w *writer) expression(pieces []piece) string {
	call, _ := w.cur.Node().(*ast.CallExpr)
	if call != nil && slices.ContainsFunc(pieces, func(p piece) bool { return p.verb != "" }) {
		return w.format(call, pieces)
	}
	var terms []string
	for _, p := range pieces {
		if p.operand != "" {
			terms = append(terms, p.operand)
		} else {
			terms = append(terms, fix.Quote(p.text))
		}
	}
	sum := strings.Join(terms, " + ")
	if call == nil {
		return sum
	}
	var kept []ast.Node
	for _, arg := range call.Args[1:] {
		kept = append(kept, arg)
	}
	w.Removes(call, kept...)
	if fn := typeutil.StaticCallee(w.TypesInfo, call); fn != nil && fn.FullName() == "fmt.Errorf" {
		return w.Import("errors", "errors", call.Pos()) + ".New(" + sum + ")"
	}
	switch w.cur.ParentEdgeKind() {
	case edge.BinaryExpr_X, edge.BinaryExpr_Y, edge.SelectorExpr_X, edge.IndexExpr_X, edge.SliceExpr_X:
		return "(" + sum + ")"
	}
	return sum
}

// format returns the call with pieces for its text.
func (w *writer) format(call *ast.CallExpr, pieces []piece) string {
	format := ""
	args := []string{""}
	for _, p := range pieces {
		switch {
		case p.operand == "":
			format += strings.ReplaceAll(p.text, "%", "%%")
			continue
		case p.verb != "":
			format += p.verb
		default:
			format += "%s"
		}
		args = append(args, p.operand)
	}
	args[0] = fix.Quote(format)
	return w.Source(call.Fun) + "(" + strings.Join(args, ", ") + ")"
}

// plainText returns an expression for what the parts of a JSON string say, a call of fmt.Sprintf
// where some of them are no strings.
func (w *writer) plainText(parts []*part) (string, bool) {
	sprintf := slices.ContainsFunc(parts, func(p *part) bool { return !p.isText() })
	format, args := "", ""
	var terms []string
	for _, p := range parts {
		if p.operand != nil {
			format += p.verb
			args += ", " + w.Source(p.operand)
			if !sprintf {
				terms = append(terms, w.string(p))
			}
			continue
		}
		var text string
		if err := json.Unmarshal([]byte(`"`+p.text+`"`), &text); err != nil {
			return "", false
		}
		format += strings.ReplaceAll(text, "%", "%%")
		terms = append(terms, strconv.Quote(text))
	}
	if sprintf {
		return w.Import("fmt", "fmt", w.cur.Node().Pos()) + ".Sprintf(" + strconv.Quote(format) + args + ")", true
	}
	return strings.Join(terms, " + "), true
}

// string returns a string expression for the operand of p.
func (w *writer) string(p *part) string {
	source := w.Source(p.operand)
	t := w.TypesInfo.TypeOf(p.operand)
	err := errflow.ErrorOf(p.value)
	switch {
	case lambdaresp.IsText(t):
		if _, isBytes := types.Unalias(t).(*types.Slice); isBytes {
			return "string(" + source + ")"
		}
		return source
	case awssdk.IsError(t) && err != nil && w.Responses.NonNil(err, w.block):
		return source + ".Error()"
	}
	return w.Import("fmt", "fmt", w.cur.Node().Pos()) + ".Sprint(" + source + ")"
}
