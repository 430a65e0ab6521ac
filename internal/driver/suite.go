package driver

import (
	"cmp"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// A suite is the rules there are, and what flags say about them.
type suite struct{ *ruleset.Set }

func newSuite(rules []*rule.Rule) *suite {
	return &suite{ruleset.New(rules)}
}

// severity returns how bad what a reports is.
func (s *suite) severity(a *analysis.Analyzer) severity {
	if set := s.Severity(a.Name); set != "" {
		return severity(set)
	}
	r := s.Rule(a.Name)
	if r == nil {
		return severityWarning
	}
	return cmp.Or(severities[r.Doc.Severity], severityWarning)
}
