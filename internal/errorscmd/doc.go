// Package errorscmd is the command "awserrlint errors". It prints the errors that an operation, or
// a service, of AWS can return in the SDK version that a module uses: all of them, those that mean
// something, those with a code, what an upgrade changes, and Go code that handles them.
package errorscmd
