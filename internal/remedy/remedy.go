package remedy

import (
	"strconv"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// A Remedy is what to ask of an error.
type Remedy struct {
	Advice string // as messages give it: "match *types.NoSuchKey"

	// Match asks it, without the error and the value. It is nil where that is not certain to be right.
	Match *fix.ErrorMatch

	Type    string // the name of the error type, "" where the code says which error it is
	Code    string // what ErrorCode returns, "" where it does not matter
	Status  int    // likewise of HTTPStatusCode, 0 where it does not matter
	Message string // what must stand in ErrorMessage, "" where it does not matter
}

// withMessage returns r for an error whose message, which method returns, must hold the text as well.
func (r Remedy) withMessage(method, text string) Remedy {
	r.Advice += " and its " + method + "()"
	r.Message = text
	if r.Match != nil {
		match := *r.Match
		match.Holds = method
		r.Match = &match
	}
	return r
}

// matchType is the remedy for an error that an operation of the service package has a type for.
func (ops Operations) matchType(servicePath, name, code string, certain bool) Remedy {
	r := Remedy{Advice: "match " + ops.TypeName(servicePath, name), Type: name, Code: code}
	if certain {
		r.Match = &fix.ErrorMatch{Package: servicePath + "/types", Alias: "types", Type: "*" + name, Var: fix.VarName(name)}
	}
	return r
}

// matchCode is the remedy for an error that is known by its code only.
func matchCode(code string, certain bool) Remedy {
	r := Remedy{Advice: "match smithy.APIError with code " + strconv.Quote(code), Code: code}
	if certain {
		r.Match = &fix.ErrorMatch{Package: awspath.Smithy, Alias: "smithy", Type: "APIError", Var: "apiErr", Method: "ErrorCode"}
	}
	return r
}

// matchStatus is the remedy for what the status of the response says.
func matchStatus(status int) Remedy {
	return Remedy{
		Advice: "match *awshttp.ResponseError with HTTPStatusCode() " + strconv.Itoa(status),
		Match:  &fix.ErrorMatch{Package: awspath.HTTP, Alias: "awshttp", Type: "*ResponseError", Var: "responseErr", Method: "HTTPStatusCode"},
		Status: status,
	}
}

// matchStatusV1 is the same for an error of SDK v1.
func matchStatusV1(status int, certain bool) Remedy {
	r := Remedy{Advice: "match awserr.RequestFailure with StatusCode() " + strconv.Itoa(status), Status: status}
	if certain {
		r.Match = &fix.ErrorMatch{Package: awspath.AWSErr, Alias: "awserr", Type: "RequestFailure", Var: "failure", Method: "StatusCode"}
	}
	return r
}

// matchV1 is the remedy for an error of SDK v1, whose text starts with its code.
func matchV1(code string, certain bool) Remedy {
	r := Remedy{Advice: "match awserr.Error with code " + strconv.Quote(code), Code: code}
	if certain {
		r.Match = &fix.ErrorMatch{Package: awspath.AWSErr, Alias: "awserr", Type: "Error", Var: "awsErr", Method: "Code"}
	}
	return r
}

// ForAnyCode returns the remedy for the error that r is for where the program compares with more
// than one code, or with a variable that holds one.
func (r Remedy) ForAnyCode() Remedy {
	if r.Match != nil && r.Match.Package == awspath.AWSErr {
		v1 := matchV1("", true)
		v1.Advice = anyCodeV1
		return v1
	}
	v2 := matchCode("", true)
	v2.Advice = anyCode
	return v2
}

// anyCode is the advice where more than one code may be meant.
const (
	anyCode   = "match smithy.APIError and compare its code"
	anyCodeV1 = "match awserr.Error and compare its code"
)
