package model

import "slices"

// A Decoder says how the service package turns a response into an error.
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

	// Code is what ErrorCode returns. Where QueryCompatible is set, the service sends
	// this code beside the response, and Code is what the model promises to be sent.
	Code string

	// DefaultCode is what ErrorCode returns when the response has no code beside it.
	// It differs from Code only where QueryCompatible is set.
	DefaultCode string

	// WireCodes are the codes in a response that become this type: without regard to
	// case in a [PerOperation] service, exactly in a [ServiceWide] one.
	WireCodes []string

	Fault Fault

	// HTTPStatus is the status of the response, or 0 where the source does not tell it
	// (always so in a [PerOperation] service, but for responses without a body).
	HTTPStatus int

	// QueryCompatible says that an X-Amzn-Query-Error header decides what ErrorCode
	// returns: the code which the service used when it still spoke the query protocol.
	QueryCompatible bool

	// CodeOpen says that QueryCompatible is set and the source does not tell which
	// code the header holds: ErrorCode may return other strings than Code.
	CodeOpen bool
}

// HasCode says whether ErrorCode of the error can return code.
func (e Error) HasCode(code string) bool {
	return e.CodeOpen || code == e.Code || code == e.DefaultCode
}

// Named says whether name is what somebody may call the error: its type, its code,
// or its code on the wire.
func (e Error) Named(name string) bool {
	return name == e.Type || name == e.Code || name == e.DefaultCode || slices.Contains(e.WireCodes, name)
}
