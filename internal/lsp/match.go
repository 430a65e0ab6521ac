package lsp

import (
	"context"
	"errors"
	"go/ast"
	"go/token"
	"path"
	"strings"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
)

// impossible is the rule that reports matches of types that can never come.
const impossible = "impossiblematch"

// advised matches the types in the advice of a message.
var advised = lazyregexp.New(`\*types\.(\w+)`)

// matchOffers returns an action for each type that f advises to match in place of the one that can never come. There are none where the
// rule knows which one is meant, and has a fix.
func (s *server) matchOffers(f finding.Finding, index int, about []protocol.Diagnostic) []offer {
	if f.Rule != impossible || len(f.Fixes) > 0 {
		return nil
	}
	_, advice, _ := strings.Cut(f.Message, "; ")
	var offers []offer
	for _, m := range advised().FindAllStringSubmatch(advice, -1) {
		action := protocol.CodeAction{Title: "Match " + m[0], Kind: protocol.QuickFix, Diagnostics: about}
		offers = append(offers, offer{action, actionData{Does: "match", Finding: index, Type: m[1]}})
	}
	return offers
}

// matchType makes the match of a finding one of another type of the same service. It refuses what would not compile.
func (s *server) matchType(ctx context.Context, t *target, data actionData) (map[string][]byte, error) {
	if data.Finding >= len(t.findings) || !token.IsIdentifier(data.Type) {
		return nil, errNoFix
	}
	l, err := s.load(ctx, t.snap, t.doc.name)
	if err != nil {
		return nil, err
	}
	name := l.matchedType(t.findings[data.Finding])
	if name == nil {
		return nil, errors.New("it is not clear which type is matched")
	}
	file := l.pass.Fset.File(l.file.FileStart)
	at := token.Position{Filename: t.doc.name, Offset: file.Offset(name.Pos())}
	end := token.Position{Filename: t.doc.name, Offset: file.Offset(name.End())}
	return s.checked(ctx, t, l, []edit.Edit{{Pos: at, End: end, New: data.Type}})
}

// matchedType returns the name of the type in the match that f is about, nil if it is not clear:
//
//	errors.AsType[*types.NoSuchKey](err)
//	var missing *types.NoSuchKey … errors.As(err, &missing)
func (l *loaded) matchedType(f finding.Finding) *ast.Ident {
	file := l.pass.Fset.File(l.file.FileStart)
	var typ ast.Expr
	for cur := range l.root.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		if file.Offset(call.Pos()) < f.Pos.Offset || f.End.Offset < file.Offset(call.End()) {
			continue
		}
		if index, ok := ast.Unparen(call.Fun).(*ast.IndexExpr); ok {
			typ = index.Index
		} else if len(call.Args) == 2 {
			typ = l.declaredType(call.Args[1])
		}
		break
	}
	star, ok := typ.(*ast.StarExpr)
	if !ok {
		return nil
	}
	sel, ok := star.X.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	obj := l.pass.TypesInfo.Uses[sel.Sel]
	if obj == nil || obj.Pkg() == nil || path.Base(obj.Pkg().Path()) != "types" {
		return nil
	}
	return sel.Sel
}

// declaredType returns the type in the declaration of the variable whose address arg takes: var missing *types.NoSuchKey.
func (l *loaded) declaredType(arg ast.Expr) ast.Expr {
	address, ok := ast.Unparen(arg).(*ast.UnaryExpr)
	if !ok || address.Op != token.AND {
		return nil
	}
	id, ok := address.X.(*ast.Ident)
	if !ok {
		return nil
	}
	obj := l.pass.TypesInfo.Uses[id]
	for cur := range l.root.Preorder((*ast.ValueSpec)(nil)) {
		spec := cur.Node().(*ast.ValueSpec)
		if len(spec.Names) == 1 && obj != nil && l.pass.TypesInfo.Defs[spec.Names[0]] == obj {
			return spec.Type
		}
	}
	return nil
}
