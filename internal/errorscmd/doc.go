// Package errorscmd is the command awserrlint errors: it tells what operations of
// AWS services can return in the SDK version that a module uses.
package errorscmd
