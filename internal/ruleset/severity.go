package ruleset

import (
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/option"
)

// never is the value of the flag -fail-on for which no finding decides the exit code.
const never finding.Severity = "never"

// severities returns a choice of severities, of which first is the default, and of more.
func severities(first finding.Severity, more ...finding.Severity) *option.Choice {
	var names []string
	for _, s := range append(finding.Severities(), more...) {
		names = append(names, string(s))
	}
	choice := option.NewChoice(names...)
	if err := choice.Set(string(first)); err != nil {
		panic(err)
	}
	return choice
}

// severityOf is the value of the flag that sets the severity of a group.
type severityOf struct {
	rules *Set
	group string
}

func (v *severityOf) String() string { return "" }

func (v *severityOf) Set(value string) error {
	for _, r := range v.rules.named(v.group) {
		if err := v.rules.severity[r.Name].Set(value); err != nil {
			return err
		}
	}
	return nil
}

// Takes says that the flag takes severities.
func (v *severityOf) Takes() option.Takes { return severities(finding.Warning).Takes() }

// Severity returns the severity of the findings of the analyzer called name, unless one is less
// severe for itself: what a flag says, or else what the documentation of the rule says.
func (s *Set) Severity(name string) finding.Severity {
	if set, ok := s.severity[name]; ok {
		return finding.Severity(set.String())
	}
	return finding.Warning
}

// Most returns the most severe that findings of the analyzer called name can be, in any file. Judge makes
// them what they are.
func (s *Set) Most(name string) finding.Severity {
	most := s.Severity(name)
	for _, o := range s.overrides {
		if severity, ok := o.severity[name]; ok && finding.Lower(severity, most) == most {
			most = severity
		}
	}
	return most
}

// Shown reports whether findings of severity are reported: unless a flag says otherwise, info is not.
func (s *Set) Shown(severity finding.Severity) bool {
	return severity != finding.Info || s.all || s.failOn.String() == string(finding.Info)
}

// Fail reports whether findings of severity decide the exit code.
func (s *Set) Fail(severity finding.Severity) bool {
	least := finding.Severity(s.failOn.String())
	return least != never && finding.Lower(severity, least) == least
}
