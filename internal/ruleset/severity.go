package ruleset

import (
	"errors"
	"slices"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// Severity returns the severity of the findings of the analyzer called name, unless one is less
// severe for itself: what a flag says, or else what the documentation of the rule says.
func (s *Set) Severity(name string) finding.Severity {
	if set, ok := s.severity[name]; ok {
		return set
	}
	if r := s.Rule(name); r != nil {
		return finding.SeverityOf(r.Doc.Severity)
	}
	return finding.Warning
}

// Shown reports whether findings of severity are reported: unless a flag says otherwise, info is not.
func (s *Set) Shown(severity finding.Severity) bool {
	return severity != finding.Info || s.all || s.failOn == failOn(finding.Info)
}

// Fail reports whether findings of severity decide the exit code.
func (s *Set) Fail(severity finding.Severity) bool {
	return s.failOn != never && finding.Lower(severity, finding.Severity(s.failOn)) == finding.Severity(s.failOn)
}

// failOn is the value of the flag -fail-on: a severity, or never.
type failOn string

const never failOn = "never"

func (v *failOn) String() string { return string(*v) }

func (v *failOn) Set(value string) error {
	if !slices.Contains(FailOn(), value) {
		return errors.New("want error, warning, info or never")
	}
	*v = failOn(value)
	return nil
}

// FailOn returns the values of the flag -fail-on.
func FailOn() []string {
	var values []string
	for _, s := range finding.Severities() {
		values = append(values, string(s))
	}
	return append(values, string(never))
}

// A severityValue is the value of the flag for the severity of a rule.
type severityValue struct {
	severity map[string]finding.Severity // by rule
	rule     string
}

func (v *severityValue) String() string { return string(v.severity[v.rule]) }

func (v *severityValue) Set(value string) error {
	switch {
	case slices.Contains(finding.Severities(), finding.Severity(value)):
		v.severity[v.rule] = finding.Severity(value)
	case value == "":
		delete(v.severity, v.rule)
	default:
		return errors.New("want error, warning or info")
	}
	return nil
}
