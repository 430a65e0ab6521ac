// Package elsewhere has errors of which other packages know nothing.
package elsewhere

// Err returns an error of whatever text.
func Err() error { return last }

var last error

// Fail sets the error.
func Fail(err error) { last = err }
