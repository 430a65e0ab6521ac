package knowledge

import "github.com/awserrlint/awserrlint/internal/lazyregexp"

// errorName matches names of functions that make error responses: clientError, ErrorResponse, fail, NotFound.
//
// Source: the names in public repositories of Lambda functions.
var errorName = lazyregexp.New(`(?i)err|fail|problem|fault|badrequest|notfound|forbidden|unauthori`)

// NamesError reports whether a function called name makes something for an error, as far as names tell.
func NamesError(name string) bool { return errorName().MatchString(name) }
