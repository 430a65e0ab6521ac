package fix

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// Block returns the text of statements in braces.
func Block(text string) string { return "{\n\t" + strings.ReplaceAll(text, "\n", "\n\t") + "\n}" }

// Wrap returns an expression for err with words before its text, as the file around wraps errors:
// fmt.Errorf("s3 HeadObject: %w", err), or errors.Wrap(err, "s3 HeadObject"), or what the program has in place of these.
// It is err itself where there are no words. The fix is refused where errors around pos tell more than a text, and it is
// not known how to make such.
func (e *Editor) Wrap(words, err string, pos token.Pos) string {
	if words == "" {
		return err
	}
	if c := e.constructorsAt(pos); c.total > 0 {
		call, ok := e.wrapOwn(c, words, err, pos)
		e.failed = e.failed || !ok
		return call
	}
	if path, name := e.original.wraps(); path != "" {
		return e.Import(path, path[strings.LastIndexByte(path, '/')+1:], pos) + "." + name + "(" + err + ", " + strconv.Quote(words) + ")"
	}
	return e.Import("fmt", "fmt", pos) + ".Errorf(" + strconv.Quote(words+": %w") + ", " + err + ")"
}

// ReturnError returns the statement by which fn returns the error err, an expression, at pos, and beside it
// what fn returns there, mostly zero values: return nil, err. The fix is refused where that is not known.
func (e *Editor) ReturnError(fn *Function, err string, pos token.Pos) string {
	values, ok := e.beside(fn, pos)
	if !ok {
		e.failed = true
	}
	return "return " + values + err
}

// NewError returns an expression for a new error with the text that format and its arguments,
// expressions, make: fmt.Errorf("s3 DeleteObjects: %d failed", len(out.Errors)), or errors.Errorf where the file wraps errors
// with errors.Wrap. Arguments for which the line would be too long stand on the next one. The fix is refused where errors around pos tell more than a text.
func (e *Editor) NewError(format string, args []string, pos token.Pos) string {
	if e.constructorsAt(pos).total > 0 {
		e.failed = true
	}
	path, _ := e.original.wraps()
	if len(args) == 0 {
		if path == "" {
			path = e.importOfErrors()
		}
		return e.Import(path, "errors", pos) + ".New(" + strconv.Quote(format) + ")"
	}
	const limit = 100 // without indentation and what stands before it
	gap, list := ", ", strings.Join(args, ", ")
	if len(format)+len(list) > limit {
		gap = ",\n\t"
	}
	pkg := ""
	if path != "" {
		pkg = e.Import(path, "errors", pos)
	} else {
		pkg = e.Import("fmt", "fmt", pos)
	}
	return pkg + ".Errorf(" + strconv.Quote(format) + gap + list + ")"
}

// importOfErrors returns the path of the package errors that the file imports, that of the standard library if it imports
// none, or several.
func (e *Editor) importOfErrors() string {
	path := "errors"
	for _, spec := range e.file.Imports {
		switch p := importPath(spec); {
		case p == "errors":
			return p
		case knowledge.HasWrap(p):
			path = p
		}
	}
	return path
}

// ReturnErrorInstead returns the statement that returns the error err, an expression, in place of
// the last result of ret, and what ret returns beside that, or what fn returns beside all of its errors:
//
//	return n, nil => return n, err
//	return n, nil => return 0, err // as in return 0, errTimeout
//
// The fix is refused where ret returns the results of one call.
func (e *Editor) ReturnErrorInstead(ret *ast.ReturnStmt, fn *Function, err string) string {
	results := fn.Sig.Results()
	values := ""
	switch {
	case len(ret.Results) == results.Len():
		beside := fn.besideErrors()
		for i, r := range ret.Results[:len(ret.Results)-1] {
			if beside != nil && beside[i] != "" {
				values += beside[i] + ", "
			} else {
				values += e.Source(r) + ", "
			}
		}
	case len(ret.Results) > 0:
		e.failed = true
	default:
		for i := range results.Len() - 1 {
			if results.At(i).Name() == "_" {
				return e.ReturnError(fn, err, ret.Pos())
			}
			values += results.At(i).Name() + ", "
		}
	}
	return "return " + values + err
}

// besideErrors returns what f returns beside its errors, by result, "" where that differs or is no zero value that is
// written there. It is nil where f returns no error.
func (f *Function) besideErrors() []string {
	var beside []string
	ast.Inspect(f.Body, func(n ast.Node) bool {
		ret, ok := n.(*ast.ReturnStmt)
		if _, literal := n.(*ast.FuncLit); literal || !ok {
			return !literal
		}
		last := f.Sig.Results().Len() - 1
		if last != len(ret.Results)-1 || f.info.Types[ret.Results[last]].IsNil() {
			return false
		}
		first := beside == nil
		if first {
			beside = make([]string, last)
		}
		for i, r := range ret.Results[:last] {
			text := ""
			if tv := f.info.Types[r]; tv.IsNil() || tv.Value != nil && isZero(tv.Value) {
				text = types.ExprString(r)
			}
			if first {
				beside[i] = text
			} else if beside[i] != text {
				beside[i] = ""
			}
		}
		return false
	})
	return beside
}

// isZero reports whether v is the zero value of its type.
func isZero(v constant.Value) bool {
	switch v.Kind() {
	case constant.Bool:
		return !constant.BoolVal(v)
	case constant.String:
		return constant.StringVal(v) == ""
	}
	return constant.Sign(v) == 0
}
