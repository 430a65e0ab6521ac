package output

import (
	"os"
	"strings"

	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// A Report is what a format prints.
type Report struct {
	Findings []finding.Finding
	Problems []finding.Problem
	Rules    []Rule // all rules, even those that did not run
}

// A Rule describes the rule of a finding.
type Rule struct {
	Name     string
	Title    string // what it finds
	URL      string // of its page
	Severity finding.Severity
	Doc      *lint.RawDocumentation // its page; nil if there is only a title
}

// A Format is a way to print a report.
type Format struct {
	Name  string
	Print func(out *os.File, r *Report) error

	// Info says that findings of severity info are printed even where users do not ask for them:
	// who reads the format shows them as what they are.
	Info bool
}

// Formats are all formats. The first is the default.
var Formats = []Format{
	{Name: "text", Print: printText},
	{Name: "json", Print: printJSON},
	{Name: "sarif", Print: printSARIF, Info: true},
	{Name: "github", Print: printGitHub},
}

// FormatNames returns the names of the formats, separated by sep.
func FormatNames(sep string) string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, sep)
}
