package partialfailure

import (
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// codeFields are the fields that tell why an element of a list of failures failed.
var codeFields = []string{"Code", "ErrorCode", "FailureCode", "Reason"}

// reasonOf returns the field of the struct elem that points to a struct with the code that tells why
// the element failed, such as the Error of an UnsuccessfulItem, nil if there is none.
func reasonOf(elem types.Type) *types.Var {
	s := awssdk.Struct(elem)
	if s == nil {
		return nil
	}
	for field := range s.Fields() {
		if strings.Contains(field.Name(), "Error") && isStructPointer(field.Type()) && codeOf(field.Type()) != nil {
			return field
		}
	}
	return nil
}

func isStructPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok && awssdk.Struct(t) != nil
}

// codeOf returns the field of the struct that t is or points to that tells why something failed, nil if there is none.
func codeOf(t types.Type) *types.Var {
	for _, name := range codeFields {
		if code := fieldNamed(t, name); code != nil && isString(code.Type()) {
			return code
		}
	}
	return nil
}

// failsFor returns the statements that return an error about x, a list of failures whose elements, of
// type elem, have the field reason, which may be nil:
//
//	first := out.Unsuccessful[0]
//	if first.Error != nil {
//		return fmt.Errorf("…: %d failed, first: %s: %s", …, aws.ToString(first.Error.Code))
//	}
//	return fmt.Errorf("…: %d failed, first: %s", …)
func (f *fixer) failsFor(x string, elem types.Type, reason *types.Var) string {
	first := f.Fresh("first", f.assign.Pos())
	format, args := "%d failed", []string{"len(" + x + ")"}
	if id := fieldNamed(elem, "ResourceId"); id != nil && isString(id.Type()) {
		format, args = "%d failed, first: %s", append(args, f.value(first+".ResourceId", id.Type()))
	}
	plain := f.fails(format, args...)
	if len(args) == 1 {
		format += ", first"
	}
	at := first + "." + reason.Name()
	code := codeOf(reason.Type())
	known := f.fails(format+": %s", append(args, f.value(at+"."+code.Name(), code.Type()))...)
	return first + " := " + x + "[0]\nif " + at + " != nil " + fix.Block(known) + "\n" + plain
}
