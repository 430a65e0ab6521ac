package model

import (
	"bytes"
	"path/filepath"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// Streams reports whether an event stream of the service can end with an error of the type called typ,
// or may. Such an error is not wrapped as one is that comes as the response to an operation.
func (s *Service) Streams(typ string) bool {
	if !exists(s.Dir, "eventstream.go") {
		return false
	}
	file, mark := "deserializers.go", "deserializeEventMessageException"+typ+"("
	if s.Decoder == ServiceWide {
		// The union of a stream's events has the error as a member.
		file, mark = filepath.Join("schemas", "schemas.go"), ", "+typ+")"
	}
	src, err := readfile.All(filepath.Join(s.Dir, file))
	return err != nil || bytes.Contains(src, []byte(mark))
}
