package remedy

import (
	"errors"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

// Upgraded returns the operations as they are in other versions of their service packages. newer returns
// that of one, nil if there is none, or none that can be had. Upgraded returns false if nothing changes.
func (ops Operations) Upgraded(newer func(*model.Service) *model.Service) (up Operations, changed bool) {
	up, up.known = ops, nil
	for _, op := range ops.known {
		if svc := newer(op.service); svc != nil {
			errs, err1 := svc.Errors(op.Name)
			noBody, err2 := svc.NoBody(op.Name)
			if op.sendsNothing() || errors.Join(err1, err2) != nil {
				up.partial = true
				continue
			}
			op.service, op.errors, op.noBody, changed = svc, errs, noBody, true
		}
		up.known = append(up.known, op)
	}
	return up, changed
}

// Versions names the service packages of the operations and their versions: "dynamodb v1.73.1".
func (ops Operations) Versions() string {
	var names []string
	for _, op := range ops.known {
		names = append(names, op.service.Name+" "+op.service.Version)
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " and ")
}

// Lack reports whether the service package at servicePath has no error type called typ. It must be that
// of one of the operations: of others nothing is known.
func (ops Operations) Lack(servicePath, typ string) bool {
	return slices.ContainsFunc(ops.known, func(op operation) bool {
		return op.Package == servicePath && !hasType(op.service, func(e model.Error) bool { return e.Type == typ })
	})
}

// TypeGained returns the error type that one of the operations models for the code only in the version
// of up, "" if there is none: where it came as a *smithy.GenericAPIError before.
func (ops Operations) TypeGained(up Operations, code string) string {
	return first(ops.gained(up, func(e model.Error) bool { return e.Named(code) && e.HasCode(code) }))
}

// TypesGained returns the number of error types that one of the operations models only in the version of
// up.
func (ops Operations) TypesGained(up Operations) int {
	return len(ops.gained(up, func(model.Error) bool { return true }))
}

// gained returns the names of the error types for which ok holds and that an operation models only in the
// version of up.
func (ops Operations) gained(up Operations, ok func(model.Error) bool) []string {
	var found []string
	for _, after := range up.known {
		for _, before := range ops.known {
			if before.Origin != after.Origin {
				continue
			}
			for _, e := range after.errors {
				if ok(e) && !before.models(e.Type) && after.models(e.Type) && !slices.Contains(found, e.Type) {
					found = append(found, e.Type)
				}
			}
		}
	}
	return found
}

// CodeChanged reports whether an error of the operations that has the code has another one in the version
// of up, and returns that and its type, "" for access denied that the operation does not model.
func (ops Operations) CodeChanged(up Operations, code string) (now, typ string, ok bool) {
	for _, after := range up.known {
		if slices.ContainsFunc(after.errors, func(e model.Error) bool { return e.HasCode(code) }) {
			return "", "", false
		}
	}
	for _, after := range up.known {
		for _, before := range ops.known {
			if before.Origin != after.Origin {
				continue
			}
			for _, e := range before.errors {
				i := slices.IndexFunc(after.errors, func(other model.Error) bool { return other.Type == e.Type })
				if i >= 0 && !e.CodeOpen && e.HasCode(code) {
					return after.errors[i].Code, e.Type, true
				}
			}
			if denied := after.service.AccessDenied(after.Name); before.service.AccessDenied(before.Name) == code && denied != code {
				return denied, "", true
			}
		}
	}
	return "", "", false
}

// first returns the first of names, "" if there is none.
func first(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[0]
}
