package partialfailure

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// withoutResult reports whether the input of site asks not to wait for the result of a Lambda
// function, or only to try whether the caller may do it at all, or may ask so: then the output does
// not tell of failures.
func withoutResult(site *errflow.Site) bool {
	for _, arg := range site.Instr.Common().Args {
		if !types.Identical(arg.Type(), site.Op.Input) {
			continue
		}
		kind, set := fieldValue(arg, "InvocationType")
		_, dry := fieldValue(arg, "DryRun")
		if _, here := arg.(*ssa.Alloc); !here && site.Op.Service == "lambda" && site.Op.Name == "Invoke" {
			set = true // who made it may have set it
		}
		return set && kind != "RequestResponse" || dry
	}
	return false
}

// fieldValue returns the constant string that the field of the struct that s points to is set to,
// "" where it is no constant, and whether it is set, or may be set, at all.
func fieldValue(s ssa.Value, field string) (value string, set bool) {
	for member, v := range ssaflow.Members(s) {
		if member == nil { // the whole, by a literal that was made elsewhere
			load, ok := v.(*ssa.UnOp)
			if !ok {
				return "", true
			}
			literal, ok := load.X.(*ssa.Alloc)
			if !ok || literal == s {
				return "", true
			}
			if value, set := fieldValue(literal, field); set {
				return value, set
			}
			continue
		}
		if ssaflow.FieldOf(member.X.Type(), member.Field).Name() != field {
			continue
		}
		if value, set = ssaflow.String(v); !set {
			return "", true
		}
	}
	return value, set
}
