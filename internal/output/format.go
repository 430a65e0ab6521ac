package output

import (
	"io"
	"slices"
	"strings"

	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// A Report is what a format prints.
type Report struct {
	Findings []finding.Finding
	Problems []finding.Problem
	Rules    []Rule // all rules, even those that did not run

	Names      map[string]string // of packages that the analyzed ones import, by path
	Operations []Operation       // of findings, as far as they are known; only for formats that ask for them
}

// An Operation is what an operation of AWS can return.
type Operation struct {
	Name    string // "s3.GetObject"
	Version string // of the SDK package
	Errors  []OperationError
	Notes   []string // sentences
}

// An OperationError is an error that an operation can return, in words.
type OperationError struct {
	Type, Code string // what to match
	Status     string // of the response
	Means      string // such as "not found", "" where that is not known
	Retried    string // whether the SDK tries again
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
	Print func(out Output, r *Report) error

	// Info says that findings of severity info are printed even where users do not ask for them:
	// who reads the format shows them as what they are.
	Info bool

	// Operations says that the format shows what operations can return.
	Operations bool

	// Read says that people read what is printed as it is, in a terminal or in the log of a run.
	Read bool
}

// An Output is where a format prints.
type Output struct {
	io.Writer
	Terminal bool // someone sees it at once: findings come with their source
	Colors   bool
}

// Formats are all formats. The first is the default.
var Formats = []Format{
	{Name: "text", Print: printText, Read: true},
	{Name: "json", Print: printJSON},
	{Name: "sarif", Print: printSARIF, Info: true},
	{Name: "github", Print: printGitHub, Read: true},
	{Name: "codeclimate", Print: printCodeClimate, Info: true},
	{Name: "checkstyle", Print: printCheckstyle},
	{Name: "junit", Print: printJUnit},
	{Name: "html", Print: printHTML, Info: true, Operations: true},
}

// FormatOf returns the format called name.
func FormatOf(name string) (f Format, ok bool) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return f, false
	}
	return Formats[i], true
}

// FormatNames returns the names of the formats, separated by sep.
func FormatNames(sep string) string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, sep)
}
