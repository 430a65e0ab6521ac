package source

import (
	"errors"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// unreadable returns the error for a file that cannot be read, for the reason err. One that nobody should read
// is told from those that the go command may be asked about.
func unreadable(name string, err error) error {
	if readfile.Refused(err) {
		return err
	}
	return errors.New(name + " cannot be read")
}

// A MissingError says that an imported package cannot be had: no module provides it, or the
// module that does cannot be downloaded. Other packages are not affected.
type MissingError struct {
	Path   string // the import path
	Module string // path of the module that should have the package; "" if there is none
	Reason string // one line: "no required module provides it"
}

func (e *MissingError) Error() string {
	return "package " + e.Path + " cannot be had: " + e.Reason
}

// A NoMatchError says that a pattern matches no package.
type NoMatchError struct {
	Pattern string
	Reason  string // one line: "no Go files in /src/a"; may be ""
	Meant   string // the pattern that was probably meant; may be ""
}

func (e *NoMatchError) Error() string {
	msg := "no package matches " + e.Pattern
	if e.Reason != "" {
		msg += ": " + e.Reason
	}
	if e.Meant != "" {
		msg += "; did you mean " + e.Meant + "?"
	}
	return msg
}
