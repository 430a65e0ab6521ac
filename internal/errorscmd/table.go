package errorscmd

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
)

// writeTable prints the report as a table.
func (r *report) writeTable(w io.Writer) error {
	title := r.Service
	if r.Operation != "" {
		title += "." + r.Operation
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s in %s %s (%s), errors resolve %s\n\n", title, r.Package, cmp.Or(r.Version, "of unknown version"), r.Protocol, r.Decoder)
	r.writeErrors(&b)
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
	perType := r.Operation == "" && r.Decoder == "per operation"
	t := tabwriter.NewWriter(b, 0, 8, 2, ' ', 0)
	fmt.Fprint(t, "TYPE\tCODE\tSTATUS\tFAULT\tRETRIED")
	if perType {
		fmt.Fprint(t, "\tOPERATIONS")
	}
	fmt.Fprintln(t)
	for _, e := range r.Errors {
		code, status, retried := e.Code, "-", "no"
		if e.CodeOpen {
			code += " *"
		}
		if e.Status != 0 {
			status = strconv.Itoa(e.Status)
		}
		if e.Retryable {
			retried = "yes"
		}
		fmt.Fprintf(t, "*types.%s\t%s\t%s\t%s\t%s", e.Type, code, status, e.Fault, retried)
		if perType {
			fmt.Fprintf(t, "\t%s", shortened(e.Operations))
		}
		fmt.Fprintln(t)
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
			notes = append(notes, "* or another code, which the service sends in the header X-Amzn-Query-Error.")
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
