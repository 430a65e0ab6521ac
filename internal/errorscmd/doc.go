// Package errorscmd is the command "awserrlint errors". It prints the errors that an operation, or
// a service, of AWS can return in the SDK version that a module uses.
package errorscmd
