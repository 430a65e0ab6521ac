package lsp

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/errorscmd"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
)

// handleAction offers to handle the errors of the AWS call at an offset, nil if there is none whose error a variable holds.
func (s *server) handleAction(ctx context.Context, t *target, offset int) *offer {
	if !mayCall(t.doc.text, offset) {
		return nil
	}
	l, err := s.load(ctx, t.snap, t.doc.name)
	if err != nil {
		return nil
	}
	c, ok := l.callAt(offset)
	if !ok {
		return nil
	}
	action := protocol.CodeAction{Title: "Handle the errors of " + name(c.op), Kind: protocol.Rewrite}
	return &offer{action, actionData{Does: "handle", Offset: offset}}
}

// name returns the name of what op performs: s3.HeadObject also where a waiter does.
func name(op *awssdk.Operation) string { return op.Service + "." + op.Name }

// mayCall reports whether there is a call at an offset, in an assignment, which may be one of AWS. It looks only at the syntax, since
// clients ask with each move of the cursor.
func mayCall(src string, offset int) bool {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", src, parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	pos := f.FileStart + token.Pos(offset)
	path, _ := astutil.PathEnclosingInterval(f, pos, pos)
	for _, n := range path {
		switch n := n.(type) {
		case *ast.AssignStmt:
			return len(n.Rhs) == 1
		case *ast.BlockStmt, *ast.FuncLit:
			return false
		}
	}
	return false
}

// A handledCall is an AWS call whose error a variable holds.
type handledCall struct {
	op   *awssdk.Operation
	cur  inspector.Cursor // of the call
	err  types.Object
	stmt inspector.Cursor // the assignment
}

// callAt returns the AWS call in the assignment around an offset.
func (l *loaded) callAt(offset int) (c handledCall, ok bool) {
	at, ok := l.at(offset)
	if !ok {
		return c, false
	}
	for stmt := range at.Enclosing((*ast.AssignStmt)(nil)) {
		assign := stmt.Node().(*ast.AssignStmt)
		if len(assign.Rhs) != 1 {
			return c, false
		}
		call, isCall := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
		if !isCall {
			return c, false
		}
		cur, found := stmt.FindNode(call)
		op := l.operationOf(call)
		err := fix.ErrorOf(l.pass.TypesInfo, cur)
		return handledCall{op, cur, err, stmt}, found && op != nil && err != nil
	}
	return c, false
}

// handleErrors puts a switch over what the operation can return where the error of the call is known not to be nil. It refuses
// what would not compile.
func (s *server) handleErrors(ctx context.Context, t *target, data actionData) (map[string][]byte, error) {
	l, err := s.load(ctx, t.snap, t.doc.name)
	if err != nil {
		return nil, err
	}
	c, ok := l.callAt(data.Offset)
	if !ok {
		return nil, errors.New("there is no AWS call whose error a variable holds")
	}
	fn := fix.FunctionOf(l.pass.TypesInfo, c.cur)
	returns := fn != nil && fn.ReturnsError()
	edits, err := l.handle(s.module(t.doc.name), c, fn, returns)
	if err == errNoRoom && returns { // it may not be known which error the function would return
		edits, err = l.handle(s.module(t.doc.name), c, fn, false)
	}
	if err != nil {
		return nil, err
	}
	return s.checked(ctx, t, l, edits)
}

// errNoRoom says that code cannot be put where it would have to be.
var errNoRoom = errors.New("it is not clear where the code can stand")

// handle returns the edits that put the code behind the call, or into the statement that asks whether its error is nil. It has
// comments in place of errors that fn returns unless returns is true:
//
//	out, err := c.GetObject(ctx, in)
//	if err != nil { return err } => if err != nil { if _, ok := errors.AsType[*types.NoSuchKey](err); ok { … }; return err }
func (l *loaded) handle(m *errorscmd.Module, c handledCall, fn *fix.Function, returns bool) ([]edit.Edit, error) {
	e := fix.NewBatch(l.pass).Editor(c.cur.Node().Pos())
	if e == nil {
		return nil, errNoRoom
	}
	check := l.checkOf(c)
	pos := c.stmt.Node().End()
	if check != nil {
		pos = check.Body.Lbrace + 1
	}
	code, err := m.Cases(name(c.op), errorscmd.Form{
		AsType: e.AtLeast("go1.26"),
		Err:    c.err.Name(),
		Import: func(path, name string) string { return e.Import(path, name, pos) },
		Fresh:  func(name string) string { return e.Fresh(name, pos) },
		Result: func(meaning model.Meaning) string {
			if !returns {
				return ""
			}
			return e.ReturnError(fn, e.Wrap(string(meaning), c.err.Name(), pos), pos)
		},
	})
	if err != nil {
		return nil, err
	}
	code = strings.TrimSuffix(code, "\n")
	switch {
	case code == "":
		return nil, errors.New("no error of " + name(c.op) + " is known to mean something")
	case check != nil && len(check.Body.List) > 0:
		e.InsertAbove(check.Body.List[0], code)
	case check != nil:
		e.Insert(check.Body.Lbrace+1, "\n"+code+"\n")
	case fix.InList(c.stmt):
		e.InsertAfter(c.stmt.Node(), "if "+c.err.Name()+" != nil {\n"+code+"\n}")
	default:
		return nil, errNoRoom
	}
	made := e.Fix("handle the errors")
	if made == nil {
		return nil, errNoRoom
	}
	file := l.pass.Fset.File(l.file.FileStart)
	var edits []edit.Edit
	for _, ed := range made.TextEdits {
		edits = append(edits, edit.Edit{Pos: token.Position{Filename: filepath.Clean(file.Name()), Offset: file.Offset(ed.Pos)}, End: token.Position{Offset: file.Offset(ed.End)}, New: string(ed.NewText)})
	}
	return edits, nil
}

// checkOf returns the statement that asks whether the error of the call is not nil: the one that the call stands in the header of, or
// the next one.
func (l *loaded) checkOf(c handledCall) *ast.IfStmt {
	check, ok := c.stmt.Parent().Node().(*ast.IfStmt)
	if ok && check.Init != c.stmt.Node() {
		return nil
	}
	if !ok {
		next, there := c.stmt.NextSibling()
		if !there {
			return nil
		}
		if check, ok = next.Node().(*ast.IfStmt); !ok || check.Init != nil {
			return nil
		}
	}
	if !fix.ChecksError(l.pass.TypesInfo, check, c.err) {
		return nil
	}
	return check
}
