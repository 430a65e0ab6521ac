package knowledge

import (
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// errorName matches names of functions that make error responses: clientError, ErrorResponse, fail, NotFound.
//
// Source: the names in public repositories of Lambda functions.
var errorName = lazyregexp.New(`(?i)err|fail|problem|fault|badrequest|notfound|forbidden|unauthori`)

// NamesError reports whether a function called name makes something for an error, as far as names tell.
func NamesError(name string) bool { return errorName().MatchString(name) }

// NamesNewError reports whether fn, of whatever package, makes an error, as far as its name tells: errors.New,
// apperr.NewNotFound, xerrors.Errorf. One that wraps another returns nil where that is.
func NamesNewError(fn *types.Func) bool {
	sig := fn.Signature()
	return sig.Recv() == nil && sig.Results().Len() == 1 && types.Identical(sig.Results().At(0).Type(), types.Universe.Lookup("error").Type()) &&
		(strings.HasPrefix(fn.Name(), "New") || fn.Name() == "Errorf")
}
