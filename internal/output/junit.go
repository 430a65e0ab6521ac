package output

import (
	"encoding/xml"
	"fmt"
	"path"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/program"
)

// The report of JUnit, as Jenkins, GitLab and others read it: a suite for each package, a failed test for each
// finding, and one with an error for what could not be analyzed.
type (
	junitReport struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name    string        `xml:"name,attr"`
		Class   string        `xml:"classname,attr"`
		File    string        `xml:"file,attr,omitempty"`
		Line    int           `xml:"line,attr,omitempty"`
		Failure *junitOutcome `xml:"failure"`
		Error   *junitOutcome `xml:"error"`
	}
	junitOutcome struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

// printJUnit prints a passed test if there is nothing else to say: consumers take a report without any for a
// mistake.
func printJUnit(out Output, r *Report) error {
	report := junitReport{Name: program.Name}
	src, seen := NewSources(), make(map[string]int)
	for _, f := range r.Findings {
		name := junitName(f, src)
		test := f.Package + " " + name
		if seen[test]++; seen[test] > 1 {
			name = fmt.Sprintf("%s (%d)", name, seen[test])
		}
		report.add(f.Package, junitCase{
			Name: name, Class: f.Package, File: slashed(f.Pos), Line: f.Pos.Line,
			Failure: &junitOutcome{Message: f.Message, Type: string(f.Severity), Text: f.String() + "\n" + f.URL},
		})
	}
	for _, p := range r.Problems {
		report.add(p.Package, junitCase{Name: p.String(), Class: p.Package, Error: &junitOutcome{Message: p.Message, Type: "problem", Text: p.String()}})
	}
	if len(report.Suites) == 0 {
		report.add("", junitCase{Name: "no findings", Class: program.Name})
	}
	return writeXML(out, report)
}

// junitName returns the name of the test that f fails, by which services know it in the next report: it stays the same
// when lines move.
func junitName(f finding.Finding, src *Sources) string {
	name := f.Rule
	if f.Operation != "" {
		name += " " + f.Operation
	}
	if function := src.function(f.Pos); function != "" {
		name += " in " + function
	}
	return name + ", " + path.Base(slashed(f.Pos))
}

// add adds c to the suite of the package pkg, "" for what belongs to none.
func (r *junitReport) add(pkg string, c junitCase) {
	if pkg == "" {
		pkg = program.Name
	}
	i := 0
	for i < len(r.Suites) && r.Suites[i].Name != pkg {
		i++
	}
	if i == len(r.Suites) {
		r.Suites = append(r.Suites, junitSuite{Name: pkg})
	}
	s := &r.Suites[i]
	s.Cases = append(s.Cases, c)
	s.Tests, r.Tests = s.Tests+1, r.Tests+1
	switch {
	case c.Failure != nil:
		s.Failures, r.Failures = s.Failures+1, r.Failures+1
	case c.Error != nil:
		s.Errors, r.Errors = s.Errors+1, r.Errors+1
	}
}
