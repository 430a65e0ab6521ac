package lazyregexp

import (
	"regexp"
	"sync"
)

// New returns a function that returns the compiled expr. The function panics if expr is invalid.
func New(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
