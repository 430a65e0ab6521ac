package errorscmd

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

// writeText prints the report as tables.
func (r *report) writeText(w io.Writer) error {
	title := r.Service
	if r.Operation != "" {
		title += "." + r.Operation
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s in %s %s (%s), errors resolve %s\n\n", title, r.Package, cmp.Or(r.Version, "of unknown version"), r.Protocol, r.Decoder)
	r.writeErrors(&b)
	r.writeOperations(&b)
	for _, note := range r.notes() {
		fmt.Fprintf(&b, "%s\n", note)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// maxOperations is how many operations of an error type the table names.
const maxOperations = 3

func (r *report) writeErrors(b *strings.Builder) {
	if len(r.Errors) == 0 {
		b.WriteString("No error is modelled: every error is a *smithy.GenericAPIError.\n\n")
		return
	}
	perType := r.Operation == "" && r.Decoder == model.PerOperation.String()
	t := tabwriter.NewWriter(b, 0, 8, 2, ' ', 0)
	fmt.Fprint(t, "TYPE\tCODE\tSTATUS\tFAULT\tRETRIED")
	if perType {
		fmt.Fprint(t, "\tOPERATIONS")
	}
	fmt.Fprintln(t)
	for _, e := range r.Errors {
		w := e.described().Words()
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s", w.Match, w.Code, w.Status, e.Fault, w.Retried)
		if perType {
			fmt.Fprintf(t, "\t%s", shortened(e.Operations))
		}
		fmt.Fprintln(t)
	}
	t.Flush() // to memory
	b.WriteString("\n")
}

// writeOperations writes a line for each operation of a service: what it can return besides the
// errors that all operations can.
func (r *report) writeOperations(b *strings.Builder) {
	if len(r.Operations) == 0 || len(r.Errors) == 0 {
		return
	}
	common := slices.Clone(r.Operations[0].Errors)
	for _, op := range r.Operations[1:] {
		common = slices.DeleteFunc(common, func(typ string) bool { return !slices.Contains(op.Errors, typ) })
	}
	switch {
	case r.Decoder == model.ServiceWide.String():
		fmt.Fprintf(b, "Each of the %d operations can return each of these errors.\n\n", len(r.Operations))
		return
	case len(common) > 0:
		fmt.Fprintf(b, "Each of the %d operations can return %s, and besides:\n\n", len(r.Operations), strings.Join(common, ", "))
	}
	t := tabwriter.NewWriter(b, 0, 8, 2, ' ', 0)
	fmt.Fprintln(t, "OPERATION\tERRORS")
	for _, op := range r.Operations {
		rest := slices.DeleteFunc(slices.Clone(op.Errors), func(typ string) bool { return slices.Contains(common, typ) })
		fmt.Fprintf(t, "%s\t%s\n", op.Operation, cmp.Or(strings.Join(rest, ", "), "-"))
	}
	t.Flush() // to memory
	b.WriteString("\n")
}

// shortened returns "A, B, C and 9 more".
func shortened(operations []string) string {
	switch n := len(operations); {
	case n == 0:
		return "-"
	case n > maxOperations+1:
		return fmt.Sprintf("%s and %d more", strings.Join(operations[:maxOperations], ", "), n-maxOperations)
	}
	return strings.Join(operations, ", ")
}

// notes returns what the table does not say.
func (r *report) notes() []string {
	var notes []string
	for _, e := range r.Errors {
		if e.CodeOpen {
			notes = append(notes, openNote)
			break
		}
	}
	denied := "Access denied has the code " + r.AccessDenied.Code
	if r.AccessDenied.Type != "" {
		denied += " and the type *types." + r.AccessDenied.Type
	}
	notes = append(notes, denied+".")
	if r.NoBody {
		notes = append(notes, "The answer has no body: the code is the text of the HTTP status without its spaces.")
	}
	return append(notes, "Every other code is a *smithy.GenericAPIError; smithy.APIError matches all of them.")
}

// openNote explains the star behind a code.
const openNote = "* or another code, which the service sends in the header X-Amzn-Query-Error."
