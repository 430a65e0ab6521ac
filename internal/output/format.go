package output

import (
	"os"
	"strings"

	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// A Report is what there is to print.
type Report struct {
	Findings []finding.Finding
	Problems []finding.Problem
	Rules    []Rule // all there are, whether they ran or not
}

// A Rule is something that findings can be of.
type Rule struct {
	Name     string
	Title    string // what it finds
	URL      string // of its page
	Severity finding.Severity
	Doc      *lint.RawDocumentation // its page; nil where that has nothing but the title
}

// A Format is a way to print what was found.
type Format struct {
	Name  string
	Print func(out *os.File, r *Report) error
}

// Formats are all there are; the first is the default.
var Formats = []Format{
	{"text", printText},
	{"json", printJSON},
	{"sarif", printSARIF},
	{"github", printGitHub},
}

// FormatNames lists the names of the formats, separated by sep.
func FormatNames(sep string) string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, sep)
}
