package output

import (
	"encoding/xml"
	"go/token"
	"io"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/program"
)

// The report of Checkstyle, which many services read, as golangci-lint prints it.
type (
	checkstyleReport struct {
		XMLName xml.Name         `xml:"checkstyle"`
		Version string           `xml:"version,attr"` // of the form
		Files   []checkstyleFile `xml:"file"`
	}
	checkstyleFile struct {
		Name   string            `xml:"name,attr"`
		Errors []checkstyleError `xml:"error"`
	}
	checkstyleError struct {
		Line     int    `xml:"line,attr,omitempty"`
		Column   int    `xml:"column,attr,omitempty"`
		Severity string `xml:"severity,attr"` // error, warning or info
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
)

// printCheckstyle prints the findings by file, in which they come one after the other, and the problems that files have.
func printCheckstyle(out Output, r *Report) error {
	report := checkstyleReport{Version: "5.0"}
	for _, f := range r.Findings {
		report.add(f.Pos, checkstyleError{Severity: string(f.Severity), Message: f.Message, Source: program.Name + "." + f.Rule})
	}
	for at, p := range problemsInFiles(r) {
		report.add(at, checkstyleError{Severity: string(finding.Error), Message: p.Message, Source: program.Name + "." + problemName})
	}
	return writeXML(out, report)
}

// add adds e at a position.
func (r *checkstyleReport) add(at token.Position, e checkstyleError) {
	name := slashed(at)
	if n := len(r.Files); n == 0 || r.Files[n-1].Name != name {
		r.Files = append(r.Files, checkstyleFile{Name: name})
	}
	file := &r.Files[len(r.Files)-1]
	e.Line, e.Column = at.Line, at.Column
	file.Errors = append(file.Errors, e)
}

// writeXML writes v as XML. The encoder escapes what is no text, and replaces what XML does not have.
func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
