// Package model reads from the source of an AWS SDK service package which errors
// its operations can return.
//
// The knowledge comes from the very version that a program compiles against, never
// from a table, since the error sets of operations change from version to version.
// Generated SDK code has two forms, and they differ in what can come:
//
//   - [PerOperation]: deserializers.go holds one function per operation whose switch
//     knows the errors of that operation. Any other code becomes a
//     *smithy.GenericAPIError, even when the service has a type for it.
//   - [ServiceWide]: type_registry.go holds all errors of the service, and each of
//     them can come from each operation.
//
// Files are large (the deserializers of EC2 have 240,000 lines), so they are cut by
// a byte scan and only the functions asked for are parsed. Where the source has an
// unknown shape the answer is "not known", never a guess.
package model

import "slices"

// A Decoder says how the service package turns an answer into an error.
type Decoder int

const (
	PerOperation Decoder = iota // an operation returns the errors that it models
	ServiceWide                 // an operation returns any error of the service
)

func (d Decoder) String() string {
	if d == ServiceWide {
		return "service-wide"
	}
	return "per operation"
}

// A Fault says who is to blame for an error.
type Fault string

const (
	FaultUnknown Fault = "unknown"
	FaultClient  Fault = "client"
	FaultServer  Fault = "server"
)

// An Error is an error type of a service package: a struct of its types package,
// returned as a pointer.
type Error struct {
	// Type is the name of the Go type in the service's types package.
	Type string

	// Code is what ErrorCode answers. Where QueryCompatible is set, the service sends
	// this code beside the answer, and Code is what the model promises to be sent.
	Code string

	// DefaultCode is what ErrorCode answers when the answer sends no code beside it.
	// It differs from Code only where QueryCompatible is set.
	DefaultCode string

	// WireCodes are the codes in an answer that become this type: without regard to
	// case in a [PerOperation] service, exactly in a [ServiceWide] one.
	WireCodes []string

	Fault Fault

	// HTTPStatus is the status of the answer, or 0 where the source does not tell it
	// (always so in a [PerOperation] service, but for answers without a body).
	HTTPStatus int

	// Retryable says whether the SDK's standard retryer tries again, as it does after
	// server faults.
	Retryable bool

	// QueryCompatible says that an X-Amzn-Query-Error header decides what ErrorCode
	// answers: the code which the service used when it still spoke the query protocol.
	QueryCompatible bool

	// CodeOpen says that QueryCompatible is set and the source does not tell which
	// code the header holds: ErrorCode may answer other strings than Code.
	CodeOpen bool
}

// Answers says whether ErrorCode of the error can answer code.
func (e Error) Answers(code string) bool {
	return e.CodeOpen || code == e.Code || code == e.DefaultCode
}

// Named says whether name is what somebody may call the error: its type, what it
// answers, or its code on the wire.
func (e Error) Named(name string) bool {
	return name == e.Type || name == e.Code || name == e.DefaultCode || slices.Contains(e.WireCodes, name)
}
