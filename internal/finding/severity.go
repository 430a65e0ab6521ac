package finding

import (
	"slices"

	"honnef.co/go/tools/analysis/lint"
)

// A Severity says how bad a finding is.
type Severity string

// The severities, as flags, settings and formats spell them.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Severities returns all severities, the worst first.
func Severities() []Severity { return []Severity{Error, Warning, Info} }

// SeverityOf returns the severity for s, the one in the documentation of a rule.
func SeverityOf(s lint.Severity) Severity {
	switch s {
	case lint.SeverityError:
		return Error
	case lint.SeverityInfo, lint.SeverityHint:
		return Info
	}
	return Warning
}

// Lower returns the less severe of s and t. If t is "", that is s.
func Lower(s, t Severity) Severity {
	all := Severities()
	return all[max(slices.Index(all, s), slices.Index(all, t))]
}
