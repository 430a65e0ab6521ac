package ruleset

import (
	"errors"
	"slices"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// Severity returns the severity of the findings of the analyzer called name: what a flag says, or
// else what the documentation of the rule says.
func (s *Set) Severity(name string) finding.Severity {
	if set, ok := s.severity[name]; ok {
		return set
	}
	if r := s.Rule(name); r != nil {
		return finding.SeverityOf(r.Doc.Severity)
	}
	return finding.Warning
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
