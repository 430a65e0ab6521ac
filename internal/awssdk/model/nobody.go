package model

import "bytes"

// NoBody says whether the responses of the operation have no body, so that the code of
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
