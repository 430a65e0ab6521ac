package output

import (
	"github.com/awserrlint/awserrlint/internal/finding"
)

// A codeClimateIssue is an issue of Code Climate, as far as the code quality report of GitLab has it:
// https://docs.gitlab.com/ci/testing/code_quality/.
type codeClimateIssue struct {
	Type        string              `json:"type"`
	CheckName   string              `json:"check_name"`
	Description string              `json:"description"`
	Categories  []string            `json:"categories"`
	Fingerprint string              `json:"fingerprint"` // GitLab compares branches by it
	Severity    string              `json:"severity"`
	Location    codeClimateLocation `json:"location"`
}

type codeClimateLocation struct {
	Path  string           `json:"path"` // GitLab wants it relative to the top of the repository
	Lines codeClimateLines `json:"lines"`
}

type codeClimateLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// codeClimateSeverities are those of Code Climate.
var codeClimateSeverities = map[finding.Severity]string{finding.Error: "critical", finding.Warning: "major", finding.Info: "info"}

// printCodeClimate prints an array of issues: findings, and problems that files have.
func printCodeClimate(out Output, r *Report) error {
	issues := []codeClimateIssue{}
	prints := fingerprints(r.Findings, NewSources())
	for i, f := range r.Findings {
		issues = append(issues, codeClimateIssue{
			Type: "issue", CheckName: f.Rule, Description: f.Message, Categories: []string{"Bug Risk"},
			Fingerprint: prints[i], Severity: codeClimateSeverities[f.Severity],
			Location: codeClimateLocation{slashed(f.Pos), codeClimateLines{f.Pos.Line, max(f.End.Line, f.Pos.Line)}},
		})
	}
	for at, p := range problemsInFiles(r) {
		issues = append(issues, codeClimateIssue{
			Type: "issue", CheckName: problemName, Description: p.Message, Categories: []string{"Bug Risk"},
			Fingerprint: fingerprint(problemName, slashed(at), p.Message), Severity: "blocker",
			Location: codeClimateLocation{slashed(at), codeClimateLines{max(at.Line, 1), max(at.Line, 1)}},
		})
	}
	return WriteJSON(out, issues)
}
