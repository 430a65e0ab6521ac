package finding

import (
	"github.com/awserrlint/awserrlint/internal/printable"
	"github.com/awserrlint/awserrlint/internal/relpath"
)

// A Problem is a package, or a part of one, that could not be analyzed.
type Problem struct {
	Package string // import path, or "" if no package has the problem
	Pos     string // "file:line:col" or "file" with an absolute name, or ""
	Message string // one line: lower case, no full stop
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
	return printable.File(message) // which the name of a file or a package begins
}
