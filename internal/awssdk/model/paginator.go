package model

import (
	"errors"
	"fmt"
	"go/ast"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A Paginator is what the SDK's paginator of an operation reads and sets, as its NextPage does.
type Paginator struct {
	// Tokens are the members of the input that say where the page begins: ContinuationToken.
	Tokens []string

	// Limit is the member of the input that says how long a page may be, "" if there is none: MaxKeys.
	Limit string

	// Next are the members of the output that say whether there are more pages, and where the next
	// one begins: IsTruncated, NextContinuationToken, DistributionList.NextMarker.
	Next []string
}

// handwrittenPaginators is the file of the paginators that the SDK does not generate.
const handwrittenPaginators = "handwritten_paginators.go"

type pagination struct {
	paginator *Paginator
	err       error
}

// Paginator returns the paginator of the operation, nil if the SDK has none for it.
func (s *Service) Paginator(operation string) (*Paginator, error) {
	if known, ok := s.paginators.Load(operation); ok {
		p := known.(pagination)
		return p.paginator, p.err
	}
	var r pagination
	for _, file := range []string{"api_op_" + operation + ".go", handwrittenPaginators} {
		r.paginator, r.err = readPaginator(filepath.Join(s.Dir, file), operation)
		if r.paginator != nil || r.err != nil {
			break
		}
	}
	s.paginators.Store(operation, r)
	return r.paginator, r.err
}

// readPaginator reads the paginator of the operation from the file, nil if it is not there.
func readPaginator(file, operation string) (*Paginator, error) {
	src, err := readfile.All(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for text := range chunks(src, "func (p *", "*"+operation+"Paginator) NextPage(") {
		fn, err := parseDecl[*ast.FuncDecl](text)
		if err != nil {
			return nil, err
		}
		return paginatorOf(fn)
	}
	return nil, nil
}

// paginatorOf reads NextPage, which copies the input to params and calls the output result:
//
//	params.Marker = p.nextToken
//	params.MaxItems = limit
//	if result.IsTruncated { p.nextToken = result.NextMarker }
func paginatorOf(nextPage *ast.FuncDecl) (*Paginator, error) {
	var p Paginator
	ast.Inspect(nextPage.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			member, ok := memberOf(n.Lhs[0], "params")
			switch {
			case !ok:
			case isLimit(n.Rhs[0]):
				p.Limit = member
			default:
				p.Tokens = append(p.Tokens, member)
			}
		case *ast.SelectorExpr:
			if member, ok := memberOf(n, "result"); ok {
				p.Next = append(p.Next, member)
				return false
			}
		}
		return true
	})
	slices.Sort(p.Next)
	p.Next = slices.Compact(p.Next)
	// result.DistributionList is only compared with nil.
	p.Next = slices.DeleteFunc(p.Next, func(outer string) bool {
		return slices.ContainsFunc(p.Next, func(member string) bool { return strings.HasPrefix(member, outer+".") })
	})
	if len(p.Tokens) == 0 || len(p.Next) == 0 {
		return nil, fmt.Errorf("%s: a paginator without a token", nextPage.Name.Name)
	}
	return &p, nil
}

// memberOf returns the path X.Y of an expression base.X.Y.
func memberOf(e ast.Expr, base string) (string, bool) {
	sel, ok := e.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	if id, ok := sel.X.(*ast.Ident); ok {
		return sel.Sel.Name, id.Name == base
	}
	outer, ok := memberOf(sel.X, base)
	return outer + "." + sel.Sel.Name, ok
}

// isLimit reports whether e, which NextPage assigns to a member of the input, is made of the option Limit.
func isLimit(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && (id.Name == "limit" || id.Name == "Limit")
		return !found
	})
	return found
}
