package partialfailure

import (
	"go/types"
	"slices"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A check says what a program can ask its output, to return an error.
type check struct {
	cond string // of an if statement, "" where only a loop tells
	then string // its body, or the loop
}

// statement returns the check as a statement.
func (c check) statement() string {
	if c.cond == "" {
		return c.then
	}
	return "if " + c.cond + " " + fix.Block(c.then)
}

// and returns the check where cond holds, an expression that need not be in parentheses.
func (c check) and(cond string) check {
	if c.cond == "" {
		return check{cond, c.then}
	}
	return check{cond + " && " + c.cond, c.then}
}

// check returns the check of the output called out. Only where loops is set it is a loop although
// a count would do: it names a code. It returns false where the output says what failed in a way for
// which there is no obvious check.
func (f *fixer) check(failures []awssdk.Failure, out string, loops bool) (check, bool) {
	if onlyReads().MatchString(f.site.Op.Name) && f.site.Op.Name != "BatchGetItem" {
		return check{}, false // what is missing is no error for everybody
	}
	count := ""
	for _, failure := range failures {
		field := fieldNamed(f.site.Op.Output, failure.Member)
		if field == nil {
			return check{}, false
		}
		x := out + "." + failure.Member
		switch t := field.Type().Underlying().(type) {
		case *types.Slice:
			switch {
			case len(failure.Codes) == 0:
				return f.checkList(x, t.Elem()), true
			case count == "" || loops:
				return f.checkElements(x, t.Elem(), failure.Codes[0], count)
			}
		case *types.Map:
			return f.checkMap(x), true
		case *types.Basic:
			count = x
		case *types.Pointer:
			b, ok := t.Elem().Underlying().(*types.Basic)
			switch {
			case ok && b.Info()&types.IsInteger != 0:
				count = f.value(x, t)
			case failure.Member == "FunctionError":
				return check{x + " != nil", f.fails("function error: %s", "*"+x)}, true
			case failure.Member == "Error": // of an execution: its code
				return check{x + " != nil", f.fails("%s", "*"+x)}, true
			case failure.Member == "RejectedLogEventsInfo":
				return check{x + " != nil", f.fails("log events were rejected")}, true
			default:
				return check{}, false
			}
		default:
			return check{}, false
		}
	}
	if count == "" {
		return check{}, false
	}
	return check{count + " > 0", f.fails("%d "+f.items()+" failed", count)}, true
}

// items is what the operation works on.
func (f *fixer) items() string { return knowledge.Items(f.site.Op.Name) }

// checkMap returns a check of x, a map of what failed.
func (f *fixer) checkMap(x string) check {
	n := "len(" + x + ")"
	if f.site.Op.Service == "dynamodb" { // by table
		return check{n + " > 0", f.fails("some " + f.items() + " are unprocessed")}
	}
	return check{n + " > 0", f.fails("%d failed", n)}
}

// onlyReads matches operations that change nothing.
var onlyReads = lazyregexp.New(`^(Batch)?(Describe|Get|List|Search|Check)`)

// checkList returns a check of x, a list of failures whose elements are of type elem.
func (f *fixer) checkList(x string, elem types.Type) check {
	n := "len(" + x + ")"
	if code := codeOf(elem); code != nil {
		return check{n + " > 0", f.fails("%d failed, first: %s", n, f.value(x+"[0]."+code.Name(), code.Type()))}
	}
	if reason := reasonOf(elem); reason != nil {
		return check{n + " > 0", f.failsFor(x, elem, reason)}
	}
	return check{n + " > 0", f.fails("%d failed", n)}
}

// checkElements returns a check of x, a list whose elements, of type elem, tell by the
// field called code that they failed. count is how many did, "" where nothing says it.
func (f *fixer) checkElements(x string, elem types.Type, code, count string) (check, bool) {
	field := fieldNamed(elem, code)
	if field == nil {
		return check{}, false
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
		format, args = "not all "+f.items()+" succeeded", nil
	case count != "":
		format, args = "%d failed, first: %s", []string{count, value}
	}
	return check{then: "for _, " + entry + " := range " + x + " " + fix.Block("if "+failed+" "+fix.Block(f.fails(format, args...)))}, true
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
