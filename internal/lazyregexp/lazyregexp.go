// Package lazyregexp compiles regular expressions when they are first used: the go
// command starts the program for each package of a build, mostly to learn that there is
// nothing to do.
package lazyregexp

import (
	"regexp"
	"sync"
)

// New returns a function that returns the regular expression. It panics where expr is
// none.
func New(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
