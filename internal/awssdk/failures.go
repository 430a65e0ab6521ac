package awssdk

import (
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A Failure is a member of an operation's output that tells what of the call failed
// although there was no error.
type Failure struct {
	// Member is the name of the output's field.
	Member string

	// Codes are the fields of the member's elements that tell whether an element
	// failed, such as ErrorCode. There are none where the member itself tells: every
	// element of it stands for a failure, or it is a count of them.
	Codes []string

	// Missing says that the member names what was asked for and is not there. Who
	// then takes whatever is there has not lost anything.
	Missing bool
}

// String returns the failure as messages name it: "Failed", "Records[].ErrorCode".
func (f Failure) String() string {
	if len(f.Codes) == 0 {
		return f.Member
	}
	return f.Member + "[]." + f.Codes[0]
}

// Failures returns the failures that the output of op has members for, members that
// are failures as a whole first. There are none where the error tells all.
func Failures(op *Operation) []Failure {
	output := Struct(op.Output)
	if output == nil || op.Form != Client && op.Form != Paginator {
		return nil
	}
	for _, key := range []string{op.Service + "." + op.Name, op.Name} {
		if members, ok := exceptions[key]; ok {
			return exceptional(op.Name, output, members)
		}
	}
	var whole, elements []Failure
	for field := range output.Fields() {
		if isMissing(op.Name, field) {
			whole = append(whole, Failure{Member: field.Name(), Missing: true})
		} else if isFailure(op.Name, field) {
			whole = append(whole, Failure{Member: field.Name()})
		} else if codes := failedElements(op.Name, field.Type()); codes != nil {
			elements = append(elements, Failure{Member: field.Name(), Codes: codes})
		}
	}
	return append(whole, elements...)
}

// exceptional returns the failures called members that output, of the operation called
// op, has: an older version may lack some.
func exceptional(op string, output *types.Struct, members []string) []Failure {
	var failures []Failure
	for _, member := range members {
		for field := range output.Fields() {
			if field.Name() == member {
				failures = append(failures, Failure{Member: member, Missing: knowledge.OnlyReads(op)})
			}
		}
	}
	return failures
}

// Names of members that list or count failures: of calls that do something, and of any.
var (
	failureNames  = lazyregexp.New(`^(Failed|Unsuccessful|FunctionError$|RejectedLogEventsInfo$)|(Errors|ErrorList|ErrorMap|ErrorEntries|Failures|Failed|NotDeleted)$`)
	leftOverNames = lazyregexp.New(`^(Unprocessed|InvalidParameters$)`)
)

// isFailure reports whether field lists or counts failures of the operation called op.
func isFailure(op string, field *types.Var) bool {
	name := field.Name()
	if !leftOverNames().MatchString(name) && (knowledge.OnlyReads(op) || !failureNames().MatchString(name)) {
		return false
	}
	switch t := field.Type().Underlying().(type) {
	case *types.Slice, *types.Map:
		return true
	case *types.Basic:
		return t.Info()&types.IsInteger != 0
	case *types.Pointer:
		switch elem := t.Elem().Underlying().(type) {
		case *types.Basic:
			return elem.Info()&types.IsInteger != 0 || name == "FunctionError"
		case *types.Struct:
			return true
		}
	}
	return false
}

// missingNames are names of members that list what was asked for and is not there.
var missingNames = lazyregexp.New(`^Missing|NotFound$`)

// isMissing reports whether field lists what the operation called op, which gets many things by their names, did not find:
// BuildsNotFound of BatchGetBuilds.
func isMissing(op string, field *types.Var) bool {
	_, list := field.Type().Underlying().(*types.Slice)
	return list && strings.HasPrefix(op, "BatchGet") && missingNames().MatchString(field.Name())
}

// errorFields are the fields by which an element of a list tells that it failed.
var errorFields = []string{"ErrorCode", "ErrorMessage", "Error"}

// failedElements returns the fields by which the elements of t, a list, tell that
// they failed, nil if t is none or its elements have no such fields. The elements of
// what only reads tell of the past, and those with a time of their own, such as the
// operations of Lightsail, go on after the call.
func failedElements(op string, t types.Type) []string {
	list, ok := t.Underlying().(*types.Slice)
	if !ok || knowledge.OnlyReads(strings.TrimPrefix(op, "Batch")) {
		return nil
	}
	elem := Struct(list.Elem())
	if elem == nil {
		return nil
	}
	var codes []string
	for field := range elem.Fields() {
		switch {
		case field.Name() == "CreatedAt":
			return nil
		case slices.Contains(errorFields, field.Name()):
			codes = append(codes, field.Name())
		}
	}
	return codes
}
