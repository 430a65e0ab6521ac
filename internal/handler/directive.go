package handler

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/inspector"
)

// directives are what a function can be declared to be:
//
//	//awserrlint:handler nonproxy
//
// Any other word names a source whose errors are not matched by their text, such as direct or
// appsync.
var directives = map[string]Source{
	"proxy":         Proxy,
	"nonproxy":      NonProxy,
	"stepfunctions": StepFunctions,
	"batch":         Batch,
	"async":         Async,
}

// declared adds the functions with a directive, which stands above the function or the
// line on which a literal starts.
func (f *finder) declared() {
	type line struct {
		file *token.File
		n    int
	}
	sources := make(map[line]Source) // by the line below the comment
	for _, file := range f.pass.Files {
		tf := f.pass.Fset.File(file.FileStart)
		for _, group := range file.Comments {
			for _, c := range group.List {
				d, ok := ast.ParseDirective(c.Slash, c.Text)
				if !ok || d.Tool != "awserrlint" || d.Name != "handler" {
					continue
				}
				args, err := d.ParseArgs()
				if err != nil || len(args) == 0 {
					continue
				}
				s, ok := directives[args[0].Arg]
				if !ok {
					s = Other
				}
				sources[line{tf, tf.Line(group.End()) + 1}] = s
			}
		}
	}
	if len(sources) == 0 {
		return
	}
	for cur := range f.root.Preorder((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		pos := funcPos(cur)
		tf := f.pass.Fset.File(pos)
		if s, ok := sources[line{tf, tf.Line(pos)}]; ok && isHandlerSignature(f.signature(cur)) {
			f.add(cur).declare(s)
		}
	}
}

func funcPos(cur inspector.Cursor) token.Pos {
	if decl, ok := cur.Node().(*ast.FuncDecl); ok {
		return decl.Type.Func
	}
	return cur.Node().Pos()
}

func (h *Handler) declare(s Source) {
	h.Declared = true
	// What the types tell is more than the directive, where both agree.
	if s == Proxy && h.Source.IsHTTP() || s == Batch && h.Source.IsBatch() {
		return
	}
	h.Source = s
}
