package main

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

func isError(t types.Type) bool { return awssdk.IsError(t) }

func fromSDK(t types.Type) bool { return awssdk.FromSDK(t) }

// isStream reports whether t is the event stream of an operation.
func isStream(t types.Type) bool { return awssdk.StreamOperation(t) != nil }

// signatureAt returns the results of the function around n, which may be a literal.
func (f *function) signatureAt(n ast.Node) *types.Tuple {
	var results *types.Tuple
	if fn := f.object(); fn != nil {
		results = fn.Signature().Results()
	}
	ast.Inspect(f.decl.Body, func(lit ast.Node) bool {
		if lit, ok := lit.(*ast.FuncLit); ok && lit.Pos() <= n.Pos() && n.End() <= lit.End() {
			if sig, ok := typeOf(f.info, lit).(*types.Signature); ok {
				results = sig.Results()
			}
		}
		return true
	})
	return results
}

// serviceError returns the name of the error type of a service that t points to, such as NoSuchKey, "" if it is none.
func serviceError(t types.Type) string {
	name := awssdk.TypeName(t)
	if name == nil || name.Pkg() == nil || !strings.Contains(name.Pkg().Path(), "/aws-sdk-go-v2/service/") || !awssdk.IsErrorType(t) {
		return ""
	}
	if _, ok := types.Unalias(t).(*types.Pointer); !ok {
		return ""
	}
	return name.Name()
}
