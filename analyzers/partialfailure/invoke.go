package partialfailure

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
)

// withoutResult reports whether the input of site asks not to wait for the result of a
// Lambda function, or only to try whether the caller may do it at all, or may ask so:
// then the output does not tell of failures.
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

// fieldValue returns the constant string that the field of the struct that s points to
// is set to, "" where it is no constant, and whether it is set, or may be set, at all.
func fieldValue(s ssa.Value, field string) (value string, set bool) {
	for _, ref := range *s.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != s {
				continue
			}
			// A literal that was made elsewhere.
			load, ok := ref.Val.(*ssa.UnOp)
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
		case *ssa.FieldAddr:
			if structField(ref) != field {
				continue
			}
			for _, use := range *ref.Referrers() {
				if store, ok := use.(*ssa.Store); ok && store.Addr == ref {
					c, ok := store.Val.(*ssa.Const)
					if !ok || c.Value == nil || c.Value.Kind() != constant.String {
						return "", true
					}
					value, set = constant.StringVal(c.Value), true
				}
			}
		}
	}
	return value, set
}

// structField returns the name of the field whose address addr is.
func structField(addr *ssa.FieldAddr) string {
	return addr.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct).Field(addr.Field).Name()
}
