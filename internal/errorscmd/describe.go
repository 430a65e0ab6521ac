package errorscmd

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// A Module describes operations in the SDK versions that the module of a folder requires when it is first asked. It
// reads each service once, and may be used by several goroutines.
type Module struct {
	dir      string
	mu       sync.Mutex
	services map[string]*service
}

// ModuleAt returns the module that the folder dir is in.
func ModuleAt(dir string) *Module { return &Module{dir: dir, services: make(map[string]*service)} }

// An Operation is what an operation of AWS can return.
type Operation struct {
	Service, Name    string   // "s3", "GetObject"
	Package, Version string   // of the service package; Version may be ""
	Errors           []Error  // those with types first
	Partial          []string // members of the output that tell of failures although the error is nil
	Notes            []string // what else there is to say, as sentences
}

// String returns the name of the operation: "s3.GetObject".
func (op *Operation) String() string { return op.Service + "." + op.Name }

// An Error is an error that an operation can return: one that the SDK has a type for, or a code that is known to
// mean something.
type Error struct {
	Type        string      // name in the types package of the service, "" where smithy.APIError has to be asked for Code
	Code        string      // what ErrorCode returns
	DefaultCode string      // what ErrorCode returns where the service leaves out Code; "" where that is the same
	CodeOpen    bool        // ErrorCode can return yet other codes
	Message     string      // what the message holds as well, since Code has several causes; "" else
	Status      int         // of the response, 0 where it is not known
	Fault       model.Fault // "" where there is no type
	Retryable   bool        // the SDK tries again
	Means       []model.Meaning
}

// described returns e without its operations, and without what it means.
func (e modelled) described() Error {
	return Error{
		Type: e.Type, Code: e.Code, DefaultCode: e.DefaultCode, CodeOpen: e.CodeOpen, Status: e.Status, Fault: e.Fault, Retryable: e.Retryable,
	}
}

// Describe returns what the operation called name, such as s3.GetObject, can return in the module of the folder dir.
// The error is one line and says what to do.
func Describe(dir, name string) (*Operation, error) { return ModuleAt(dir).Describe(name) }

// Describe returns what the operation called name, such as s3.GetObject, can return. The error is one line and says
// what to do.
func (m *Module) Describe(name string) (*Operation, error) {
	s, operation, err := m.operation(name)
	if err != nil {
		return nil, err
	}
	r, err := newReport(s, operation)
	if err != nil {
		return nil, err
	}
	op := &Operation{Service: r.Service, Name: operation, Package: r.Package, Version: r.Version, Notes: r.notes()}
	for _, e := range r.Errors {
		op.Errors = append(op.Errors, e.described())
	}
	for _, m := range meanings {
		signs, err := s.Signs(operation, m.meaning)
		if err != nil {
			return nil, err
		}
		for _, sign := range signs {
			op.mean(sign, m.meaning, s.retries)
		}
	}
	if knowledge.EmptyWhereMissing(op.Service, op.Name) {
		op.Notes = append(op.Notes, emptyNote(op.String()))
	}
	out, err := outputOf(s.Service, operation)
	if err != nil {
		return nil, err
	}
	for _, f := range out.Failures {
		op.Partial = append(op.Partial, f.String())
	}
	return op, nil
}

// mean adds that the sign means m.
func (op *Operation) mean(sign model.Sign, m model.Meaning, retries *model.Retries) {
	i := slices.IndexFunc(op.Errors, func(e Error) bool {
		return e.Type == sign.Type && (sign.Type != "" || e.Code == sign.Code && e.Message == sign.Message)
	})
	if i < 0 {
		i = len(op.Errors)
		op.Errors = append(op.Errors, Error{
			Code: sign.Code, Message: sign.Message, Status: sign.Status,
			Retryable: slices.Contains(retries.Throttle, sign.Code) || slices.Contains(retries.Codes, sign.Code),
		})
	}
	op.Errors[i].Means = append(op.Errors[i].Means, m)
}

// Handle returns Go code, a whole file, that calls the operation called name, such as s3.GetObject, and tells its
// errors apart.
func (m *Module) Handle(name string) (source string, err error) {
	s, operation, err := m.operation(name)
	if err != nil {
		return "", err
	}
	snippet, err := newSnippet(s, operation, hasAsType(m.dir))
	if err != nil {
		return "", err
	}
	return snippet.Source, nil
}

// operation reads the service of the operation called name.
func (m *Module) operation(name string) (s *service, operation string, err error) {
	name, operation, _ = strings.Cut(name, ".")
	if operation == "" {
		return nil, "", noOperation(name)
	}
	name = strings.ToLower(name)
	m.mu.Lock()
	defer m.mu.Unlock()
	s = m.services[name]
	if s == nil {
		if s, err = findService(m.dir, name); err != nil {
			return nil, "", err
		}
		m.services[name] = s
	}
	return s, operation, nil
}

func noOperation(name string) error {
	return fmt.Errorf("%s is a service; name an operation, such as %[1]s.Operation", name)
}

// outputOf returns the output of the operation.
func outputOf(s *model.Service, operation string) (awssdk.Output, error) {
	outputs, err := awssdk.Outputs(s.Name, s.Dir, operation)
	i := slices.IndexFunc(outputs, func(out awssdk.Output) bool { return out.Operation == operation })
	if err == nil && i < 0 {
		err = fmt.Errorf("%s.%s has no output in %s", s.Name, operation, s.Dir)
	}
	if err != nil {
		return awssdk.Output{}, err
	}
	return outputs[i], nil
}
