package errorscmd

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
)

// writeTable prints the answer for people.
func (a *answer) writeTable(w io.Writer) error {
	title := a.Service
	if a.Operation != "" {
		title += "." + a.Operation
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s in %s %s (%s), errors resolve %s\n\n", title, a.Package, cmp.Or(a.Version, "of unknown version"), a.Protocol, a.Decoder)
	a.writeErrors(&b)
	for _, note := range a.notes() {
		fmt.Fprintf(&b, "%s\n", note)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// maxOperations is how many operations of a type are named in the table.
const maxOperations = 3

func (a *answer) writeErrors(b *strings.Builder) {
	if len(a.Errors) == 0 {
		b.WriteString("No error is modelled: every error is a *smithy.GenericAPIError.\n\n")
		return
	}
	perType := a.Operation == "" && a.Decoder == "per operation"
	t := tabwriter.NewWriter(b, 0, 8, 2, ' ', 0)
	fmt.Fprint(t, "TYPE\tCODE\tSTATUS\tFAULT\tRETRIED")
	if perType {
		fmt.Fprint(t, "\tOPERATIONS")
	}
	fmt.Fprintln(t)
	for _, e := range a.Errors {
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

// shortened lists the first operations of a list and counts the others.
func shortened(operations []string) string {
	switch n := len(operations); {
	case n == 0:
		return "-"
	case n > maxOperations+1:
		return fmt.Sprintf("%s and %d more", strings.Join(operations[:maxOperations], ", "), n-maxOperations)
	}
	return strings.Join(operations, ", ")
}

// notes says what does not stand in the table.
func (a *answer) notes() []string {
	var notes []string
	for _, e := range a.Errors {
		if e.CodeOpen {
			notes = append(notes, "* or another code, which the service sends in the header X-Amzn-Query-Error.")
			break
		}
	}
	denied := "Access denied has the code " + a.AccessDenied.Code
	if a.AccessDenied.Type != "" {
		denied += " and the type *types." + a.AccessDenied.Type
	}
	notes = append(notes, denied+".")
	if a.NoBody {
		notes = append(notes, "The answer has no body: the code is the text of the HTTP status without its spaces.")
	}
	return append(notes, "Every other code is a *smithy.GenericAPIError; smithy.APIError matches all of them.")
}
