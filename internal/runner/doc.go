// Package runner runs analyzers on loaded packages, passes facts from each package to the packages
// that import it, and reports an analyzer that fails as a problem.
//
// The checker of x/tools would not do: it cannot read facts from a file, as go vet passes them, it
// keeps the syntax and the SSA form of every package until the last one is done, and an analyzer
// that panics ends it.
package runner
