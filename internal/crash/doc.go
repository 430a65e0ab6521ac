// Package crash turns panics into errors of one line, so that a bug costs the result of one rule
// in one package, not the whole run.
//
// What the Go runtime ends the process for cannot be turned into an error: stack overflow, memory
// that is used up, maps that are written by two goroutines, and panics in goroutines of others.
package crash
