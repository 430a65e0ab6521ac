package errorscmd

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// Values of -what that are no meanings of an error: each error, and what the client tries again.
const (
	all       = "all"
	retryable = "retryable"
)

// meanings are the other values of -what.
var meanings = []struct {
	word    string
	meaning model.Meaning
}{
	{"notfound", model.Missing},
	{"denied", model.Denied},
	{"throttled", model.Throttled},
	{"conflict", model.Conflict},
}

// whatWords returns the values of -what, with the default first.
func whatWords() []string {
	words := []string{all}
	for _, m := range meanings {
		words = append(words, m.word)
	}
	return append(words, retryable)
}

// signs are the errors of operations that mean something. The fields are the JSON format.
type signs struct {
	Service   string         `json:"service"`
	Operation string         `json:"operation,omitempty"`
	Package   string         `json:"package"`
	Version   string         `json:"version"`
	Decoder   string         `json:"decoder"`
	What      string         `json:"what"`
	Signs     []sign         `json:"signs"`
	Retries   *model.Retries `json:"sdkRetries,omitempty"` // what the client of any service tries again

	meaning model.Meaning
	empty   []string // operations that return an empty output for what does not exist
}

type sign struct {
	Operation string         `json:"operation,omitempty"` // "" if it holds for the whole service
	Type      string         `json:"type,omitempty"`
	Code      string         `json:"code"`
	CodeOpen  bool           `json:"codeOpen,omitempty"`
	Message   string         `json:"message,omitempty"`
	Status    int            `json:"status,omitempty"`
	Why       model.Evidence `json:"why"`
	Source    string         `json:"source,omitempty"`
}

// newSigns returns which errors of the operation, or of all operations if it is "", mean what.
func newSigns(s *service, operation, what string) (*signs, error) {
	r := &signs{Service: s.Name, Operation: operation, Package: servicePrefix + s.Name, Version: s.Version, Decoder: s.Decoder.String(), What: what, Signs: []sign{}}
	if what == retryable {
		return r, r.addRetried(s)
	}
	for _, m := range meanings {
		if m.word == what {
			r.meaning = m.meaning
		}
	}
	operations := []string{operation}
	if operation == "" {
		var err error
		if operations, err = s.Operations(); err != nil {
			return nil, err
		}
	}
	for _, op := range operations {
		found, err := s.Signs(op, r.meaning)
		if err != nil {
			return nil, s.withMeant(err, op)
		}
		for _, f := range found {
			r.Signs = append(r.Signs, sign{op, f.Type, f.Code, f.Open, f.Message, f.Status, f.Why, f.Source})
		}
		if r.meaning == model.Missing && knowledge.EmptyWhereMissing(s.Name, op) {
			r.empty = append(r.empty, op)
		}
	}
	return r, nil
}

// addRetried adds what the client tries again: the errors that the operation, or the service, models.
func (r *signs) addRetried(s *service) error {
	r.Retries = s.retries
	errs, err := s.AllErrors()
	if r.Operation != "" {
		errs, err = s.Errors(r.Operation)
	}
	if err != nil {
		return s.withMeant(err, r.Operation)
	}
	for _, e := range errs {
		if why := s.WhyRetried(e, s.retries); why != "" {
			r.Signs = append(r.Signs, sign{Operation: r.Operation, Type: e.Type, Code: e.Code, CodeOpen: e.CodeOpen, Status: e.HTTPStatus, Why: model.Evidence(why)})
		}
	}
	return nil
}

// about returns what the signs mean, as titles have it.
func (r *signs) about() string { return cmp.Or(string(r.meaning), "tried again by the SDK") }

func (r *signs) writeText(w io.Writer) error {
	var b strings.Builder
	name := r.Service
	if r.Operation != "" {
		name += "." + r.Operation
	}
	fmt.Fprintf(&b, "%s, %s, in %s %s\n\n", name, r.about(), r.Package, cmp.Or(r.Version, "of unknown version"))
	r.writeRows(&b)
	for _, note := range r.notes(name) {
		fmt.Fprintf(&b, "%s\n", note)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeRows writes a line for each sign.
func (r *signs) writeRows(b *strings.Builder) {
	if len(r.Signs) == 0 {
		return
	}
	perOperation := r.Operation == "" && r.What != retryable
	t := tabwriter.NewWriter(b, 0, 8, 2, ' ', 0)
	if perOperation {
		fmt.Fprint(t, "OPERATION\t")
	}
	fmt.Fprintln(t, "MATCH\tCODE\tSTATUS\tWHY")
	for _, s := range r.Signs {
		if perOperation {
			fmt.Fprintf(t, "%s\t", s.Operation)
		}
		w := Error{Type: s.Type, Code: s.Code, CodeOpen: s.CodeOpen, Message: s.Message, Status: s.Status}.Words()
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", w.Match, w.Code, w.Status, reason(s.Why, s.Source))
	}
	t.Flush() // to memory
	b.WriteString("\n")
}

// reason returns why it is known what an error means, with the page that says so, if one does.
func reason(why model.Evidence, source string) string {
	if source == "" {
		return string(why)
	}
	return string(why) + ": " + source
}

// notes returns what the table does not say.
func (r *signs) notes(name string) []string {
	var notes []string
	if len(r.Signs) == 0 {
		notes = append(notes, fmt.Sprintf("No error that %s models means that, and awserrlint knows no page of AWS that says so.", name))
	}
	for _, s := range r.Signs {
		if s.CodeOpen {
			notes = append(notes, openNote)
			break
		}
	}
	for _, op := range r.empty {
		notes = append(notes, emptyNote(r.Service+"."+op))
	}
	if r.Retries != nil {
		notes = append(notes,
			"Whatever the service, the SDK also tries again after",
			"  codes          "+strings.Join(r.Retries.Codes, ", ")+" (DefaultRetryableErrorCodes)")
		if len(r.Retries.Throttle) > 0 {
			notes = append(notes, "  throttling     "+strings.Join(r.Retries.Throttle, ", ")+" (DefaultThrottleErrorCodes)")
		}
		notes = append(notes,
			"  statuses       "+strings.Trim(strings.Join(strings.Fields(fmt.Sprint(r.Retries.Statuses)), ", "), "[]")+" (DefaultRetryableHTTPStatusCodes)",
			"  no response    connections that are reset or time out",
			"and returns the last error when its attempts are used up, three by default.")
	}
	return notes
}

// emptyNote says of an operation that it does not fail for what is not there.
func emptyNote(operation string) string {
	return operation + " returns an empty output, not an error, where the item or the records do not exist."
}
