package model

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// AsksUser says whether the operation asks somebody who uses the program for something that he knows, so that its errors
// can be about what he gave: it takes no credentials of AWS, as one that signs users in, or can refuse a password.
func (s *Service) AsksUser(operation string) bool {
	errs, _ := s.Errors(operation)
	return slices.ContainsFunc(errs, func(e Error) bool { return strings.Contains(e.Type, "Password") }) || s.isAnonymous(operation)
}

// isAnonymous reports whether requests for the operation are not signed. Since there are schemes of authentication,
// auth.go says so; before, operations added what signs.
func (s *Service) isAnonymous(operation string) bool {
	if auth, err := readfile.All(filepath.Join(s.Dir, "auth.go")); err == nil {
		_, options, ok := bytes.Cut(auth, []byte("\n\t\""+operation+"\": func("))
		options, _, _ = bytes.Cut(options, []byte("\n\t},\n"))
		return ok && bytes.Count(options, []byte("SchemeID:")) == bytes.Count(options, []byte("SchemeIDAnonymous"))
	}
	op, err := s.describe(operation)
	return err == nil && !strings.Contains(op.source, `/aws/signer/v4"`)
}

// IsAnonymousInV1 reports whether requests of SDK v1 for the operation are not signed. The source file is one that the
// position of an imported object names; see [Open] for it and from.
func IsAnonymousInV1(filename, from, operation string) bool {
	dir, err := Dir(filename, from)
	if err != nil {
		return false
	}
	api, err := readfile.All(filepath.Join(dir, "api.go"))
	_, request, ok := bytes.Cut(api, []byte(") "+operation+"Request(input "))
	request, _, _ = bytes.Cut(request, []byte("\n}\n"))
	return err == nil && ok && bytes.Contains(request, []byte("credentials.AnonymousCredentials"))
}
