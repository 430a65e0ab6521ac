package partialfailure

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// message says what the call can do with a nil error, and where that is to be seen:
// "s3.DeleteObjects can fail for single objects with a nil error; check out.Errors".
func message(site *errflow.Site, failures []awssdk.Failure) string {
	first := failures[0]
	items := knowledge.Items(site.Op.Name)
	can := "can fail for single " + items + " with a nil error"
	switch {
	case first.Member == "FunctionError":
		can = "returns a nil error when the function fails"
	case first.Member == "Error":
		can = "returns a nil error when the execution fails"
	case unprocessed(first):
		can = "can leave " + items + " unprocessed with a nil error"
	case first.Missing, knowledge.OnlyReads(site.Op.Name):
		can = "can leave out " + items + " with a nil error"
	case items == "items" && !isMany(fieldNamed(site.Op.Output, first.Member).Type()):
		can = "can fail in part with a nil error"
	}
	return site.Op.String() + " " + can + "; check " + member(site, first)
}

// member names the failure member by the variable that holds the output: out.Errors.
func member(site *errflow.Site, f awssdk.Failure) string {
	path := strings.ReplaceAll(f.String(), "[]", "[i]")
	if assign, ok := site.Call.Parent().Node().(*ast.AssignStmt); ok && len(assign.Lhs) == 2 {
		if id, ok := assign.Lhs[0].(*ast.Ident); ok && id.Name != "_" {
			return id.Name + "." + path
		}
	}
	return path + " in its output"
}

// isMany reports whether a member of type t has one element for each failure, or counts them.
func isMany(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Slice, *types.Map:
		return true
	case *types.Pointer:
		return isMany(t.Elem())
	case *types.Basic:
		return t.Info()&types.IsInteger != 0
	}
	return false
}

// unprocessed reports whether f lists what was not even tried, so that what is missing
// among the results does not tell whether it exists.
func unprocessed(f awssdk.Failure) bool { return strings.HasPrefix(f.Member, "Unprocessed") }
