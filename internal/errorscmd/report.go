package errorscmd

import (
	"errors"
	"fmt"
	"slices"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/nearest"
)

// A report is what the command prints. Its fields are the JSON format.
type report struct {
	Service      string         `json:"service"`
	Operation    string         `json:"operation,omitempty"`
	Package      string         `json:"package"`
	Version      string         `json:"version"`
	Protocol     model.Protocol `json:"protocol"`
	Decoder      string         `json:"decoder"` // "per operation" or "service-wide"
	NoBody       bool           `json:"noBody,omitempty"`
	AccessDenied accessDenied   `json:"accessDenied"`
	Errors       []modelled     `json:"errors"`
	Operations   []operationRow `json:"operations,omitempty"` // in the report of a service
}

// An operationRow is what one operation of a service can return.
type operationRow struct {
	Operation    string   `json:"operation"`
	NoBody       bool     `json:"noBody,omitempty"`
	AccessDenied string   `json:"accessDenied"` // the code
	Errors       []string `json:"errors"`       // names of types
}

type accessDenied struct {
	Code string `json:"code"`
	Type string `json:"type,omitempty"` // "" if it depends on the operation, or there is none
}

type modelled struct {
	Type            string      `json:"type"`
	Code            string      `json:"code"`
	DefaultCode     string      `json:"defaultCode,omitempty"` // if the service may leave Code out
	CodeOpen        bool        `json:"codeOpen,omitempty"`    // the service may send another code
	WireCodes       []string    `json:"wireCodes"`
	Status          int         `json:"status,omitempty"`
	Fault           model.Fault `json:"fault"`
	Retryable       bool        `json:"retryable"`
	QueryCompatible bool        `json:"queryCompatible,omitempty"`
	Operations      []string    `json:"operations,omitempty"` // in the report of a service whose decoder is per operation
}

// newReport returns the errors that the operation can return, or the service if operation is "".
func newReport(s *service, operation string) (*report, error) {
	r := &report{
		Service:   s.Name,
		Operation: operation,
		Package:   servicePrefix + s.Name,
		Version:   s.Version,
		Protocol:  s.Protocol(),
		Decoder:   s.Decoder.String(),
		Errors:    []modelled{}, // not null in JSON
	}
	operations, err := s.Operations()
	if err != nil {
		return nil, err
	}
	var errs []model.Error
	var users map[string][]string
	if operation == "" {
		errs, err = s.AllErrors()
		if err == nil && s.Decoder == model.PerOperation {
			users, err = operationsByType(s.Service, operations)
		}
	} else {
		errs, err = s.Errors(operation)
	}
	if err != nil {
		return nil, s.withMeant(err, operation)
	}
	if r.NoBody, err = s.NoBody(operation); err != nil {
		return nil, err
	}
	r.AccessDenied.Code = s.AccessDenied(operation)
	for _, e := range errs {
		m := modelled{
			Type: e.Type, Code: e.Code, CodeOpen: e.CodeOpen, WireCodes: e.WireCodes, Status: e.HTTPStatus,
			Fault: e.Fault, Retryable: s.WhyRetried(e, s.retries) != "", QueryCompatible: e.QueryCompatible, Operations: users[e.Type],
		}
		if e.DefaultCode != e.Code {
			m.DefaultCode = e.DefaultCode
		}
		r.Errors = append(r.Errors, m)
	}
	i := slices.IndexFunc(errs, func(e model.Error) bool { return e.Code == r.AccessDenied.Code })
	if i >= 0 && users == nil {
		r.AccessDenied.Type = errs[i].Type
	}
	if operation == "" {
		r.Operations, err = operationRows(s.Service, operations)
	}
	return r, err
}

// withMeant adds to err, which says that there is no such operation, the one that was meant.
func (s *service) withMeant(err error, operation string) error {
	if errors.Is(err, model.ErrNoOperation) {
		operations, _ := s.Operations()
		if meant, ok := nearest.Name(operation, operations); ok {
			return fmt.Errorf("%w; did you mean %s.%s?", err, s.Name, meant)
		}
	}
	return err
}

// operationRows returns what each operation can return.
func operationRows(s *model.Service, operations []string) ([]operationRow, error) {
	var rows []operationRow
	for _, op := range operations {
		row := operationRow{Operation: op, AccessDenied: s.AccessDenied(op), Errors: []string{}}
		errs, err := s.Errors(op)
		if err != nil {
			return nil, err
		}
		for _, e := range errs {
			row.Errors = append(row.Errors, e.Type)
		}
		if row.NoBody, err = s.NoBody(op); err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// operationsByType returns which operations can return each error type.
func operationsByType(s *model.Service, operations []string) (map[string][]string, error) {
	users := make(map[string][]string)
	for _, op := range operations {
		errs, err := s.Errors(op)
		if err != nil {
			return nil, err
		}
		for _, e := range errs {
			users[e.Type] = append(users[e.Type], op)
		}
	}
	return users, nil
}
