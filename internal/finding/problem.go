package finding

import (
	"go/token"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/relpath"
)

// A Problem is a package, or a part of one, that could not be analyzed.
type Problem struct {
	Package string // import path, or "" if no package has the problem
	Pos     string // "file:line:col" or "file" with an absolute name, or ""
	Message string // one line: lower case, no full stop
}

// Place returns Pos as a position. It has no file if Pos is "", and no line or column if Pos has none.
func (p Problem) Place() token.Position {
	at := token.Position{Filename: p.Pos}
	for range 2 { // a name may have colons, too
		i := strings.LastIndexByte(at.Filename, ':')
		n, err := strconv.Atoi(at.Filename[i+1:])
		if i < 0 || err != nil {
			break
		}
		at.Filename, at.Line, at.Column = at.Filename[:i], n, at.Line
	}
	return at
}

// String returns the problem in one line, with the file as seen from the current folder.
func (p Problem) String() string {
	message := p.Message
	switch {
	case p.Pos != "":
		message = relpath.Position(p.Pos) + ": " + message
	case p.Package != "":
		message = p.Package + ": " + message
	}
	return Printable(message)
}
