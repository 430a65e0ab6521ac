package model

import "bytes"

// queryCodeCall is what decoders call in JSON and CBOR services that once spoke the
// query protocol, and send the codes of that time in a header.
const queryCodeCall = "getAwsQueryErrorCode("

// queryCompatible says whether the service is such a one.
func (s *Service) queryCompatible() bool {
	if s.Decoder == ServiceWide {
		reg, err := s.registry()
		return err == nil && reg.queryCompatible
	}
	switch s.protocol {
	case JSON10, JSON11, CBOR:
	default:
		return false
	}
	decoders, err := s.decoders()
	if err != nil {
		return false
	}
	for _, text := range decoders {
		return bytes.Contains(text, []byte(queryCodeCall)) // all have it, or none
	}
	return false
}
