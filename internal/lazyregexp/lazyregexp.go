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
