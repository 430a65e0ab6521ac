package fix

import (
	"go/token"
	"strconv"
)

// Wrap returns an expression for err with words before its text: fmt.Errorf("s3 HeadObject: %w", err).
func (e *Editor) Wrap(words, err string, pos token.Pos) string {
	return e.Import("fmt", "fmt", pos) + ".Errorf(" + strconv.Quote(words+": %w") + ", " + err + ")"
}

// ReturnError returns the statement by which fn returns the error err, an expression, at pos, and zero values beside it: return nil, err. The fix
// is refused where these cannot be written there.
func (e *Editor) ReturnError(fn *Function, err string, pos token.Pos) string {
	zeros, ok := e.Zeros(fn.Sig, pos)
	if !ok {
		e.failed = true
	}
	return "return " + zeros + err
}
