package rule

import (
	"path"
	"strings"
)

// The groups of rules, by what is at fault. Users name them as they name rules.
const (
	Lost    = "lost"    // errors of AWS calls are lost
	Matched = "matched" // errors are matched the wrong way, or never
	Lambda  = "lambda"  // callers of Lambda handlers get no usable error
)

// Groups returns all groups, in the order of the documentation.
func Groups() []string { return []string{Lost, Matched, Lambda} }

// Goes reports whether r goes by name, as flags, settings and directives have it: its own name, that
// of its group, or a glob such as lambda*.
func (r *Rule) Goes(name string) bool { return goes(name, r.Name, r.Group) }

func goes(name, rule, group string) bool {
	if name == rule || name == group && group != "" {
		return true
	}
	if !strings.ContainsAny(name, "*?") {
		return false
	}
	ok, err := path.Match(name, rule)
	return ok && err == nil
}
