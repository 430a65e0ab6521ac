package output

import (
	"encoding/xml"
	"io"

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
		Line     int    `xml:"line,attr"`
		Column   int    `xml:"column,attr"`
		Severity string `xml:"severity,attr"` // error, warning or info
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
)

// printCheckstyle prints the findings by file, in which they come one after the other.
func printCheckstyle(out Output, r *Report) error {
	report := checkstyleReport{Version: "5.0"}
	for _, f := range r.Findings {
		name := slashed(f.Pos)
		if n := len(report.Files); n == 0 || report.Files[n-1].Name != name {
			report.Files = append(report.Files, checkstyleFile{Name: name})
		}
		file := &report.Files[len(report.Files)-1]
		file.Errors = append(file.Errors, checkstyleError{f.Pos.Line, f.Pos.Column, string(f.Severity), f.Message, program.Name + "." + f.Rule})
	}
	return writeXML(out, report)
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
