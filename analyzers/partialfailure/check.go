package partialfailure

import (
	"go/types"
	"slices"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// check returns the text of a statement that returns an error if the output called
// out tells of failures. It returns false where the output says it in a way for which
// there is no obvious check.
func (f *fixer) check(failures []awssdk.Failure, out string) (string, bool) {
	if onlyReads().MatchString(f.site.Op.Name) && f.site.Op.Name != "BatchGetItem" {
		return "", false // what is missing is no error for everybody
	}
	count := ""
	for _, failure := range failures {
		field := fieldNamed(f.site.Op.Output, failure.Member)
		if field == nil {
			return "", false
		}
		x := out + "." + failure.Member
		switch t := field.Type().Underlying().(type) {
		case *types.Slice:
			if len(failure.Codes) > 0 {
				return f.checkElements(x, t.Elem(), failure.Codes[0], count)
			}
			return f.checkList(x, t.Elem()), true
		case *types.Map:
			return "if len(" + x + ") > 0 " + fix.Block(f.fails(failure.Member+" has %d entries", "len("+x+")")), true
		case *types.Basic:
			count = x
		case *types.Pointer:
			b, ok := t.Elem().Underlying().(*types.Basic)
			switch {
			case ok && b.Info()&types.IsInteger != 0:
				count = f.value(x, t)
			case failure.Member == "FunctionError":
				return "if " + x + " != nil " + fix.Block(f.fails("function error: %s", "*"+x)), true
			case failure.Member == "Error": // of an execution: its code
				return "if " + x + " != nil " + fix.Block(f.fails("%s", "*"+x)), true
			case failure.Member == "RejectedLogEventsInfo":
				return "if " + x + " != nil " + fix.Block(f.fails("log events were rejected")), true
			default:
				return "", false
			}
		default:
			return "", false
		}
	}
	return "if " + count + " > 0 " + fix.Block(f.fails("%d failed", count)), count != ""
}

// onlyReads matches operations that change nothing.
var onlyReads = lazyregexp.New(`^(Batch)?(Describe|Get|List|Search|Check)`)

// codeFields are the fields that tell why an element of a list of failures failed.
var codeFields = []string{"Code", "ErrorCode", "FailureCode", "Reason"}

// checkList returns a check of x, a list of failures whose elements are of type elem.
func (f *fixer) checkList(x string, elem types.Type) string {
	text := "if len(" + x + ") > 0 "
	for _, name := range codeFields {
		if code := fieldNamed(elem, name); code != nil && isString(code.Type()) {
			return text + fix.Block(f.fails("%d failed, first: %s", "len("+x+")", f.value(x+"[0]."+name, code.Type())))
		}
	}
	return text + fix.Block(f.fails("%d failed", "len("+x+")"))
}

// checkElements returns a check of x, a list whose elements, of type elem, tell by the
// field called code that they failed. count is how many did, "" where nothing says it.
func (f *fixer) checkElements(x string, elem types.Type, code, count string) (string, bool) {
	field := fieldNamed(elem, code)
	if field == nil {
		return "", false
	}
	entry := f.Fresh("entry", f.assign.Pos())
	failed := entry + "." + code + " != nil"
	value := "*" + entry + "." + code
	switch t := field.Type().Underlying().(type) {
	case *types.Basic:
		failed, value = entry+"."+code+` != ""`, entry+"."+code
	case *types.Pointer:
		// The code stands in a struct of its own, or there is only a text for people.
		if inner := fieldNamed(t, "Code"); inner != nil {
			value = f.value(entry+"."+code+".Code", inner.Type())
		} else if code != "ErrorCode" {
			value = ""
		}
	}
	format, args := "%s", []string{value}
	switch {
	case value == "":
		format, args = "not all went well", nil
	case count != "":
		format, args = "%d failed, first: %s", []string{count, value}
	}
	return "for _, " + entry + " := range " + x + " " + fix.Block("if "+failed+" "+fix.Block(f.fails(format, args...))), true
}

// fieldNamed returns the field called name of the struct that t is or points to, nil
// if there is none.
func fieldNamed(t types.Type, name string) *types.Var {
	if ptr, ok := types.Unalias(t).Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	fields := slices.Collect(s.Fields())
	if i := slices.IndexFunc(fields, func(v *types.Var) bool { return v.Name() == name }); i >= 0 {
		return fields[i]
	}
	return nil
}

// isString reports whether t is a string type or a pointer to one.
func isString(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
