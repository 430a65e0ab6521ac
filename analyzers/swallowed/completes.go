package swallowed

import (
	"go/ast"
	"path/filepath"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// completes reports whether fn, in which cmp stands, completes what somebody types in a shell: without an
// answer there is nothing to offer, and whatever it printed would be offered.
func completes(pass *rule.Pass, cmp inspector.Cursor, fn *fix.Function) bool {
	for result := range fn.Sig.Results().Variables() {
		if name := awssdk.TypeName(result.Type()); name != nil && knowledge.DirectsCompletion(name) {
			return true
		}
	}
	for decl := range cmp.Enclosing((*ast.FuncDecl)(nil)) {
		if knowledge.Completes(decl.Node().(*ast.FuncDecl).Name.Name) {
			return true
		}
	}
	return knowledge.CompletesFile(filepath.Base(pass.Fset.Position(cmp.Node().Pos()).Filename))
}
