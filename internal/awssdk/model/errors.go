package model

import (
	"fmt"
	"slices"
	"strings"
)

// Errors returns the modelled errors that the operation can return, sorted by type.
// Whatever else the service sends comes as a *smithy.GenericAPIError. Callers must
// not change the result.
//
// The error is [ErrNoOperation], or says why the source could not be understood:
// then nothing is known about what the operation returns.
func (s *Service) Errors(operation string) ([]Error, error) {
	if known, ok := s.operations.Load(operation); ok {
		k := known.(operationErrors)
		return k.errs, k.err
	}
	errs, err := s.readErrors(operation)
	s.operations.Store(operation, operationErrors{errs, err})
	return errs, err
}

func (s *Service) readErrors(operation string) ([]Error, error) {
	ops, err := s.ops()
	if err != nil {
		return nil, err
	}
	if _, ok := slices.BinarySearch(ops, operation); !ok {
		return nil, fmt.Errorf("%s.%s: %w", s.Name, operation, ErrNoOperation)
	}
	if s.Decoder == ServiceWide {
		reg, err := s.registry()
		return reg.errs, err
	}
	all, err := s.types()
	if err != nil || len(all) == 0 {
		return nil, err // EC2 has no error types, and by far the largest decoders
	}
	decoders, err := s.decoders()
	if err != nil {
		return nil, err
	}
	text, ok := decoders[operation]
	if !ok {
		return nil, fmt.Errorf("%s.%s: no error decoder", s.Name, operation)
	}
	outcomes, err := readOperation(text)
	if err != nil {
		return nil, err
	}
	noBody, err := s.NoBody(operation)
	if err != nil {
		return nil, err
	}
	open := s.queryCompatible()
	var errs []Error
	for _, o := range outcomes {
		if i := slices.IndexFunc(errs, func(e Error) bool { return e.Type == o.typ }); i >= 0 {
			errs[i].WireCodes = append(errs[i].WireCodes, o.code)
			continue
		}
		i := slices.IndexFunc(all, func(e Error) bool { return e.Type == o.typ })
		if i < 0 {
			return nil, fmt.Errorf("%s.%s: no type %s", s.Name, operation, o.typ)
		}
		e := all[i]
		e.WireCodes = []string{o.code}
		e.QueryCompatible, e.CodeOpen = open, open
		if noBody {
			e.HTTPStatus = statusOfCode(o.code)
		}
		errs = append(errs, e)
	}
	slices.SortFunc(errs, byType)
	return errs, nil
}

func byType(a, b Error) int { return strings.Compare(a.Type, b.Type) }

// DefaultCode returns what ErrorCode of a new value of the error type returns, "" where the service has no such type.
func (s *Service) DefaultCode(typ string) string {
	all, err := s.AllErrors()
	if err != nil {
		return ""
	}
	if i := slices.IndexFunc(all, func(e Error) bool { return e.Type == typ }); i >= 0 {
		return all[i].DefaultCode
	}
	return ""
}

// AllErrors returns all errors that the service has types for, sorted by type. In a
// [PerOperation] service each of them comes only from some operations.
func (s *Service) AllErrors() ([]Error, error) {
	if s.Decoder == ServiceWide {
		reg, err := s.registry()
		return reg.errs, err
	}
	errs, err := s.types()
	if err != nil {
		return nil, err
	}
	errs = slices.Clone(errs)
	open := s.queryCompatible()
	for i := range errs {
		errs[i].QueryCompatible, errs[i].CodeOpen = open, open
	}
	return errs, nil
}
