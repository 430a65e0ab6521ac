package model

import (
	"bytes"
	"net/http"
	"strings"
)

// NoBody says whether the answers of the operation have no body, so that the code of
// an error is made from the HTTP status: "NotFound", "Forbidden".
func (s *Service) NoBody(operation string) (bool, error) {
	if s.protocol != RestXML {
		return false, nil // the codes of other protocols do not stand in the body alone
	}
	decoders, err := s.decoders()
	if err != nil || !bytes.Contains(decoders[operation], []byte("UseStatusCode: true")) {
		return false, err
	}
	heads, err := s.heads()
	return heads[operation], err
}

// statusOfCode returns the HTTP status that a code was made from, or 0.
func statusOfCode(code string) int {
	for status := 300; status < 600; status++ {
		if strings.EqualFold(codeOfStatus(status), code) {
			return status
		}
	}
	return 0
}

// codeOfStatus returns the code that the S3 client makes from an HTTP status where
// the answer holds none.
func codeOfStatus(status int) string {
	return strings.ReplaceAll(http.StatusText(status), " ", "")
}
