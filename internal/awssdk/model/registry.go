package model

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
)

// A registered is an entry of a TypeRegistry: a response with this shape's name becomes
// this type, and the schema of this name tells the shape's traits.
type registered struct {
	shape, schema, typ string
}

// readRegistry reads type_registry.go, whose entries look like this:
//
//	"com.amazonaws.sqs#QueueDoesNotExist": {
//		Schema: schemas.QueueDoesNotExist,
//		New:    func() any { return &types.QueueDoesNotExist{} },
//	},
//
// Not all of them are errors.
func readRegistry(src []byte) ([]registered, error) {
	file, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var entries []registered
	var bad error
	ast.Inspect(file, func(n ast.Node) bool {
		kv, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		id, ok := stringLit(kv.Key)
		if !ok {
			return true
		}
		_, shape, _ := strings.Cut(id, "#")
		e := registered{shape: shape}
		ast.Inspect(kv.Value, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if name, ok := selected(n, "schemas"); ok {
					e.schema = name
				}
			case *ast.CompositeLit:
				if name, ok := selected(n.Type, "types"); ok {
					e.typ = name
				}
			}
			return true
		})
		if e.shape == "" || e.schema == "" || e.typ == "" {
			bad = fmt.Errorf("an unknown form of the type registry's entry %q", id)
		}
		entries = append(entries, e)
		return false
	})
	return entries, bad
}

// traits are what a schema tells about an error shape.
type traits struct {
	fault     Fault  // of the Error trait, "" where it has none
	status    int    // of the HTTPError trait, 0 where it has none
	queryCode string // of the AWSQueryError trait, "" where it has none
}

// readTraits reads from schemas.go the traits of the schemas whose names are wanted.
func readTraits(src []byte, wanted map[string]bool) (map[string]traits, error) {
	found := make(map[string]traits)
	const mark = "\nvar "
	for rest := src; ; {
		at := bytes.Index(rest, []byte(mark))
		if at < 0 {
			return found, nil
		}
		rest = rest[at+1:]
		name, _, ok := bytes.Cut(rest[len(mark)-1:min(len(rest), 200)], []byte(" = smithy.NewSchema("))
		if !ok || !wanted[string(name)] {
			continue
		}
		end := len(rest)
		for _, next := range []string{mark, "\nfunc "} {
			if i := bytes.Index(rest[:end], []byte(next)); i >= 0 {
				end = i
			}
		}
		t, err := readSchema(rest[:end])
		if err != nil {
			return nil, fmt.Errorf("schema %s: %v", name, err)
		}
		found[string(name)] = t
	}
}

// readSchema reads the traits of a schema:
//
//	var QueueDoesNotExist = smithy.NewSchema(smithy.ShapeID{…}, smithy.ShapeTypeStructure, 1,
//		&smithytraits.Error{Type: "client"},
//		&smithytraits.HTTPError{Code: 400},
//		&smithytraits.AWSQueryError{ErrorCode: "AWS.SimpleQueueService.NonExistentQueue", StatusCode: 400})
func readSchema(text []byte) (traits, error) {
	var t traits
	decl, err := parseDecl[*ast.GenDecl](text)
	if err != nil {
		return t, err
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		name, _ := selected(lit.Type, "smithytraits")
		for _, elt := range lit.Elts {
			kv, ok := elt.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			key, ok := kv.Key.(*ast.Ident)
			if !ok {
				continue
			}
			switch name + "." + key.Name {
			case "Error.Type":
				s, _ := stringLit(kv.Value)
				t.fault = Fault(s)
			case "HTTPError.Code":
				if lit, ok := kv.Value.(*ast.BasicLit); ok {
					t.status, _ = strconv.Atoi(lit.Value)
				}
			case "AWSQueryError.ErrorCode":
				t.queryCode, _ = stringLit(kv.Value)
			}
		}
		return true
	})
	return t, nil
}
