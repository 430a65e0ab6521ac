package firstpage

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// ensures returns the operation by which the function of site, which lists, then creates what it has not found, if that finds out
// by itself what exists: the list, of however many pages, is not needed.
//
//	out, err := c.ListTopics(ctx, in); …; c.CreateTopic(ctx, &sns.CreateTopicInput{Name: name})
func ensures(flow *errflow.Package, site *errflow.Site) *awssdk.Operation {
	decl, ok := declarationAround(site.Call)
	if !ok {
		return nil
	}
	for _, other := range flow.Sites {
		if other.Op.Service != site.Op.Service || other.Expr().Pos() < site.Expr().End() || other.Expr().Pos() > decl.Node().End() {
			continue
		}
		thing, returnsIt := knowledge.Creates(other.Op.Service, other.Op.Name)
		if thing != "" && slices.Contains(listed(site.Op), strings.ToLower(thing)) && (returnsIt || handlesConflict(decl, other)) {
			return other.Op
		}
	}
	return nil
}

// handlesConflict reports whether the function, decl, names below the call of site an error that says that what it creates exists.
func handlesConflict(decl inspector.Cursor, site *errflow.Site) bool {
	for cur := range decl.Preorder((*ast.Ident)(nil), (*ast.BasicLit)(nil)) {
		name := ""
		switch n := cur.Node().(type) {
		case *ast.Ident:
			name = n.Name
		case *ast.BasicLit:
			name = n.Value
		}
		if cur.Node().Pos() > site.Expr().End() && knowledge.SaysConflict().MatchString(name) {
			return true
		}
	}
	return false
}
