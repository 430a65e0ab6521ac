package model

import (
	"bytes"
	"fmt"
	"go/ast"
	"strings"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// An outcome is a case of an operation's error decoder: a response with this code
// becomes this type.
type outcome struct {
	code, typ string
}

// opErrorMark names the functions of deserializers.go that decode an operation's errors.
const opErrorMark = "_deserializeOpError"

var opErrorFunc = lazyregexp.New(`^func (\w+)` + opErrorMark + `(\w+)\(`)

// cutOperations returns the text of the error decoder of each operation.
func cutOperations(deserializers []byte) map[string][]byte {
	ops := make(map[string][]byte)
	for text := range chunks(deserializers, "func ", opErrorMark) {
		if m := opErrorFunc().FindSubmatch(text); m != nil {
			// A copy, so that the megabytes around it can go.
			ops[string(m[2])] = bytes.Clone(text)
		}
	}
	return ops
}

// readOperation reads the error decoder of an operation. Two forms exist:
//
//	switch {                                        switch string(errorName) {
//	case strings.EqualFold("NoSuchKey", errorCode): case "ResourceNotFound":
//		return awsRestxml_deserializeErrorNoSuchKey(…) 	verr, err := deserializeCBOR_ResourceNotFound(v)
//	default:                                        default:
//		… &smithy.GenericAPIError{…}                	… &smithy.GenericAPIError{…}
//	}                                               }
func readOperation(text []byte) ([]outcome, error) {
	fn, err := parseDecl[*ast.FuncDecl](text)
	if err != nil {
		return nil, err
	}
	var decoder *ast.SwitchStmt
	for _, stmt := range fn.Body.List {
		if s, ok := stmt.(*ast.SwitchStmt); ok {
			if decoder != nil {
				return nil, fmt.Errorf("%s: two switches", fn.Name.Name)
			}
			decoder = s
		}
	}
	if decoder == nil {
		return nil, fmt.Errorf("%s: no switch", fn.Name.Name)
	}
	var outcomes []outcome
	seen := make(map[string]bool) // of two cases for one code the first one decides
	for _, stmt := range decoder.Body.List {
		clause := stmt.(*ast.CaseClause)
		if clause.List == nil {
			continue // default: a GenericAPIError
		}
		typ, ok := decodedType(clause.Body)
		if !ok {
			return nil, fmt.Errorf("%s: a case that decodes no error", fn.Name.Name)
		}
		for _, cond := range clause.List {
			code, ok := comparedCode(cond)
			if !ok {
				return nil, fmt.Errorf("%s: a case that compares no code", fn.Name.Name)
			}
			if key := strings.ToLower(code); !seen[key] {
				seen[key] = true
				outcomes = append(outcomes, outcome{code, typ})
			}
		}
	}
	return outcomes, nil
}

// comparedCode returns the code that a case stands for.
func comparedCode(cond ast.Expr) (string, bool) {
	if call, ok := cond.(*ast.CallExpr); ok {
		if name, ok := selected(call.Fun, "strings"); !ok || name != "EqualFold" || len(call.Args) != 2 {
			return "", false
		}
		cond = call.Args[0]
	}
	return stringLit(cond)
}

// decoderOfError is the name of a function that makes an error from a response.
var decoderOfError = lazyregexp.New(`^(?:\w+_deserializeError|deserializeCBOR_)(\w+)$`)

// decodedType returns the error type that the statements of a case make.
func decodedType(body []ast.Stmt) (string, bool) {
	typ := ""
	for _, stmt := range body {
		ast.Inspect(stmt, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && typ == "" {
				if id, ok := call.Fun.(*ast.Ident); ok {
					if m := decoderOfError().FindStringSubmatch(id.Name); m != nil {
						typ = m[1]
					}
				}
			}
			return typ == ""
		})
	}
	return typ, typ != ""
}

// headOperations returns the operations that are sent as HEAD requests, whose responses
// have no body.
func headOperations(serializers []byte) map[string]bool {
	ops := make(map[string]bool)
	for text := range chunks(serializers, "func (m *", ") HandleSerialize(") {
		if m := serializerFunc().FindSubmatch(text); m != nil && bytes.Contains(text, []byte(`request.Method = "HEAD"`)) {
			ops[string(m[1])] = true
		}
	}
	return ops
}

var serializerFunc = lazyregexp.New(`^func \(m \*\w+_serializeOp(\w+)\)`)
