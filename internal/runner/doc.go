// Package runner runs analyzers on packages that are loaded, carries facts from one package
// to those that import it, and makes of an analyzer that fails a problem that is told.
//
// The checker of x/tools analyzes a whole program at once: it cannot take facts from a file,
// as go vet hands them over, keeps the SSA form of every package until the last one is done,
// and does not survive an analyzer that panics.
package runner
