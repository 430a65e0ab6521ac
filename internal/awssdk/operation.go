package awssdk

import (
	"go/types"
	"strings"
)

// A Form is the way in which a call performs an operation.
type Form int

// The forms of calls.
const (
	Client      Form = iota // a method of a client, or a function of the same signature
	Paginator               // NextPage of a paginator
	Waiter                  // Wait or WaitForOutput of a waiter
	Presign                 // a method of a presign client: nothing is sent
	Feature                 // a function of a feature package, such as s3/manager
	Config                  // loading of configuration
	Credentials             // Retrieve of a credentials provider
	EventStream             // a method of an event stream
	Declared                // a function that the program declares, which returns the error of an operation
)

// An Operation is what an AWS call performs.
type Operation struct {
	// Service is the name of the package that the operation belongs to, such as
	// "s3", and Package is its import path.
	Service, Package string

	// Name is the operation's name, such as "HeadObject", whatever the form. Forms
	// without an operation have the name of the function, such as "LoadDefaultConfig".
	Name string

	// Input and Output are the types of the operation's input and output, such as
	// *s3.HeadObjectInput. Each is nil where the call has none.
	Input, Output types.Type

	Form       Form
	Generation int // 1 or 2: the SDK's

	// Func is the function called, such as "ObjectExistsWaiter.Wait", where that
	// is not the operation itself.
	Func string
}

// String returns the name that messages use: "s3.HeadObject",
// "s3.ObjectExistsWaiter.Wait".
func (op *Operation) String() string {
	if op.Func != "" {
		return op.Service + "." + op.Func
	}
	return op.Service + "." + op.Name
}

// Words returns what a program writes before the error of the operation when it wraps it: "s3 HeadObject".
func (op *Operation) Words() string { return strings.Replace(op.String(), ".", " ", 1) }
