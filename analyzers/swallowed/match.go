package swallowed

import (
	"go/token"
	"strconv"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

// A match is the error by which an operation says that something does not exist.
type match struct {
	model.NotFound
	service string // import path
}

// unless returns the text of a statement that runs then if the error is the one of
// the match.
func (f *fixer) unless(pos token.Pos, then string) string {
	typ, name, test := "", "", ""
	if f.match.Type != "" {
		typ = "*" + f.Import(f.match.service+"/types", "types", pos) + "." + f.match.Type
		name = "notFound"
	} else {
		typ = f.Import(awspath.Smithy, "smithy", pos) + ".APIError"
		name = "apiErr"
		test = ".ErrorCode() == " + strconv.Quote(f.match.Code)
	}
	errors := f.Import("errors", "errors", pos)
	body := " {\n\t" + then + "\n}"
	if f.AtLeast("go1.26") {
		ok := f.Fresh("ok", pos)
		if test == "" {
			return "if _, " + ok + " := " + errors + ".AsType[" + typ + "](" + f.err + "); " + ok + body
		}
		name = f.Fresh(name, pos)
		return "if " + name + ", " + ok + " := " + errors + ".AsType[" + typ + "](" + f.err + "); " + ok + " && " + name + test + body
	}
	name = f.Fresh(name, pos)
	cond := errors + ".As(" + f.err + ", &" + name + ")"
	if test != "" {
		cond += " && " + name + test
	}
	return "var " + name + " " + typ + "\nif " + cond + body
}
