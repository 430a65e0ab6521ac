package model

import (
	"fmt"
	"go/ast"
)

// readErrorTypes reads types/errors.go: the error types in the order of the file,
// each with its default code and its fault.
func readErrorTypes(src []byte) ([]Error, error) {
	var errs []Error
	index := make(map[string]int)
	for text := range chunks(src, "func (", ") ErrorCode() string") {
		typ, code, err := readGetter(text)
		if err != nil {
			return nil, err
		}
		index[typ] = len(errs)
		errs = append(errs, Error{Type: typ, Code: code, DefaultCode: code, WireCodes: []string{code}, Fault: FaultUnknown})
	}
	for text := range chunks(src, "func (", ") ErrorFault() smithy.ErrorFault") {
		typ, fault, err := readGetter(text)
		if err != nil {
			return nil, err
		}
		i, ok := index[typ]
		if !ok {
			return nil, fmt.Errorf("%s has a fault, but no code", typ)
		}
		switch fault {
		case "FaultClient":
			errs[i].Fault = FaultClient
		case "FaultServer":
			errs[i].Fault = FaultServer
		}
	}
	return errs, nil
}

// readGetter reads a method that returns a constant: a string literal, or one of
// package smithy. It returns the name of the receiver's type and the string or the
// constant's name.
func readGetter(text []byte) (typ, value string, err error) {
	fn, err := parseDecl[*ast.FuncDecl](text)
	if err != nil {
		return "", "", err
	}
	typ, ok := receiver(fn)
	if !ok {
		return "", "", fmt.Errorf("%s: unknown receiver", fn.Name.Name)
	}
	var found []string
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || len(ret.Results) != 1 {
			return true
		}
		if s, ok := stringLit(ret.Results[0]); ok {
			found = append(found, s)
		} else if name, ok := selected(ret.Results[0], "smithy"); ok {
			found = append(found, name)
		}
		return true
	})
	if len(found) != 1 {
		return "", "", fmt.Errorf("%s.%s returns %d constants where one is expected", typ, fn.Name.Name, len(found))
	}
	return typ, found[0], nil
}

// receiver returns the name of the type to which fn adds a method, by pointer.
func receiver(fn *ast.FuncDecl) (string, bool) {
	if fn.Recv == nil || len(fn.Recv.List) != 1 {
		return "", false
	}
	star, ok := fn.Recv.List[0].Type.(*ast.StarExpr)
	if !ok {
		return "", false
	}
	id, ok := star.X.(*ast.Ident)
	if !ok {
		return "", false
	}
	return id.Name, true
}
