package model

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// Retries are what the SDK's standard retryer tries again, whatever the service.
type Retries struct {
	Codes    []string `json:"codes"`    // DefaultRetryableErrorCodes
	Throttle []string `json:"throttle"` // DefaultThrottleErrorCodes: it waits longer after these; none before v1.14.0 of the SDK
	Statuses []int    `json:"statuses"` // DefaultRetryableHTTPStatusCodes
}

// LoadRetries reads the tables of the package aws/retry of the SDK in dir. It fails where one is
// missing or of a form that it does not know.
func LoadRetries(dir string) (*Retries, error) {
	name := filepath.Join(dir, "standard.go")
	src, err := readfile.All(name)
	if err != nil {
		return nil, err
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	r := new(Retries)
	if r.Codes, err = keysOf(file, "DefaultRetryableErrorCodes", strconv.Unquote); err != nil {
		return nil, err
	}
	if !slices.Contains(r.Codes, "ThrottlingException") { // it had one table for both before
		if r.Throttle, err = keysOf(file, "DefaultThrottleErrorCodes", strconv.Unquote); err != nil {
			return nil, err
		}
	}
	r.Statuses, err = keysOf(file, "DefaultRetryableHTTPStatusCodes", strconv.Atoi)
	return r, err
}

// keysOf returns the keys of the map that the variable called name is initialized with, in the order
// of the source.
//
//	var DefaultRetryableErrorCodes = map[string]struct{}{"RequestTimeout": {}}
func keysOf[K any](file *ast.File, name string, parse func(literal string) (K, error)) ([]K, error) {
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || len(gen.Specs) != 1 {
			continue
		}
		spec, ok := gen.Specs[0].(*ast.ValueSpec)
		if !ok || len(spec.Names) != 1 || spec.Names[0].Name != name || len(spec.Values) != 1 {
			continue
		}
		lit, ok := spec.Values[0].(*ast.CompositeLit)
		if !ok {
			break
		}
		var keys []K
		for _, elt := range lit.Elts {
			kv, ok := elt.(*ast.KeyValueExpr)
			if !ok {
				return nil, fmt.Errorf("%s: an element without a key", name)
			}
			key, ok := kv.Key.(*ast.BasicLit)
			if !ok {
				return nil, fmt.Errorf("%s: a key that is no literal", name)
			}
			k, err := parse(key.Value)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			keys = append(keys, k)
		}
		return keys, nil
	}
	return nil, fmt.Errorf("no table %s", name)
}

// WhyRetried returns why the client of the service tries again after e, "" where it does not. A server
// fault whose status is not told has one of 500 and above.
func (s *Service) WhyRetried(e Error, r *Retries) string {
	switch {
	case slices.Contains(r.Throttle, e.Code):
		return "its code is in DefaultThrottleErrorCodes"
	case slices.Contains(r.Codes, e.Code):
		return "its code is in DefaultRetryableErrorCodes"
	case slices.Contains(s.retryCodes, e.Code):
		return "the client of " + s.Name + " adds its code"
	case slices.Contains(r.Statuses, e.HTTPStatus):
		return "its status is in DefaultRetryableHTTPStatusCodes"
	case e.HTTPStatus == 0 && e.Fault == FaultServer:
		return "it is a server fault"
	}
	return ""
}
