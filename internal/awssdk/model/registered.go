package model

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A registry is what a [ServiceWide] service knows.
type registry struct {
	errs            []Error
	queryCompatible bool
}

// readRegistered reads the registry: what stands in it, in the types' source and in
// the schemas.
func (s *Service) readRegistered() (registry, error) {
	var none registry
	src, err := readfile.All(filepath.Join(s.Dir, "type_registry.go"))
	if err != nil {
		return none, err
	}
	entries, err := readRegistry(src)
	if err != nil {
		return none, err
	}
	all, err := s.types()
	if err != nil {
		return none, err
	}
	isError := make(map[string]Error)
	for _, e := range all {
		isError[e.Type] = e
	}
	entries = slices.DeleteFunc(entries, func(r registered) bool { _, ok := isError[r.typ]; return !ok })
	wanted := make(map[string]bool)
	for _, r := range entries {
		wanted[r.schema] = true
	}
	schemas, err := readfile.All(filepath.Join(s.Dir, "schemas", "schemas.go"))
	if err != nil {
		return none, err
	}
	traits, err := readTraits(schemas, wanted)
	if err != nil {
		return none, err
	}
	reg := registry{queryCompatible: bytes.Contains(schemas, []byte("&smithytraits.AWSQueryCompatible{}"))}
	for _, r := range entries {
		t, ok := traits[r.schema]
		if !ok {
			return none, fmt.Errorf("%s: no schema %s", s.Name, r.schema)
		}
		reg.errs = append(reg.errs, withTraits(isError[r.typ], r.shape, t, s.protocol, reg.queryCompatible))
	}
	slices.SortFunc(reg.errs, byType)
	return reg, nil
}

// withTraits adds to an error type what its schema tells.
func withTraits(e Error, shape string, t traits, p Protocol, queryCompatible bool) Error {
	e.WireCodes = []string{shape}
	if t.queryCode != "" && t.queryCode != shape && p == Query {
		e.WireCodes = append(e.WireCodes, t.queryCode)
	}
	if queryCompatible {
		e.QueryCompatible = true
		if t.queryCode != "" {
			e.Code = t.queryCode
		}
	}
	if e.Fault == FaultUnknown {
		e.Fault = t.fault
	}
	switch {
	case t.status != 0:
		e.HTTPStatus = t.status
	// Smithy's httpError trait: an error without it has one of these.
	case t.fault == FaultClient:
		e.HTTPStatus = 400
	case t.fault == FaultServer:
		e.HTTPStatus = 500
	}
	return e
}
