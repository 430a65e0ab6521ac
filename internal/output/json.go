package output

import (
	"encoding/json"
	"go/token"
	"io"
	"path/filepath"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/relpath"
)

// The types below are the schema in docs/json.md. A change other than an addition raises
// jsonVersion.
const jsonVersion = 1

type jsonReport struct {
	Version  int           `json:"version"`
	Findings []jsonFinding `json:"findings"`
	Problems []jsonProblem `json:"problems"`
}

type jsonFinding struct {
	Rule      string           `json:"rule"`
	Severity  finding.Severity `json:"severity"`
	Message   string           `json:"message"`
	Operation string           `json:"operation,omitempty"`
	URL       string           `json:"url,omitempty"`
	Package   string           `json:"package"`
	File      string           `json:"file"`
	Position  jsonPosition     `json:"position"`
	End       jsonPosition     `json:"end"`
	Related   []jsonRelated    `json:"related,omitempty"`
	Fixes     []jsonFix        `json:"fixes,omitempty"`
}

type jsonPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Offset int `json:"offset"`
}

type jsonRelated struct {
	Message  string       `json:"message"`
	File     string       `json:"file"`
	Position jsonPosition `json:"position"`
	End      jsonPosition `json:"end"`
}

type jsonFix struct {
	Message string     `json:"message"`
	Edits   []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	File  string       `json:"file"`
	Start jsonPosition `json:"start"`
	End   jsonPosition `json:"end"`
	New   string       `json:"new"`
}

type jsonProblem struct {
	Package  string `json:"package"`
	Position string `json:"position,omitempty"`
	Message  string `json:"message"`
}

// printJSON prints the whole report as docs/json.md describes it.
func printJSON(out Output, r *Report) error {
	// Not nil, so that empty lists are [] in JSON, not null.
	report := jsonReport{Version: jsonVersion, Findings: []jsonFinding{}, Problems: []jsonProblem{}}
	for _, f := range r.Findings {
		report.Findings = append(report.Findings, newJSONFinding(f))
	}
	for _, p := range r.Problems {
		report.Problems = append(report.Problems, jsonProblem{p.Package, relpath.Position(p.Pos), p.Message})
	}
	return WriteJSON(out, report)
}

// WriteJSON writes v as indented JSON.
func WriteJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "\t")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func newJSONFinding(f finding.Finding) jsonFinding {
	j := jsonFinding{
		Rule:      f.Rule,
		Severity:  f.Severity,
		Message:   f.Message,
		Operation: f.Operation,
		URL:       f.URL,
		Package:   f.Package,
		File:      slashed(f.Pos),
		Position:  newJSONPosition(f.Pos),
		End:       newJSONPosition(f.End),
	}
	for _, r := range f.Related {
		j.Related = append(j.Related, jsonRelated{r.Message, slashed(r.Pos), newJSONPosition(r.Pos), newJSONPosition(r.End)})
	}
	for _, fx := range f.Fixes {
		jf := jsonFix{Message: fx.Message, Edits: []jsonEdit{}}
		for _, e := range fx.Edits {
			jf.Edits = append(jf.Edits, jsonEdit{slashed(e.Pos), newJSONPosition(e.Pos), newJSONPosition(e.End), e.New})
		}
		j.Fixes = append(j.Fixes, jf)
	}
	return j
}

func newJSONPosition(p token.Position) jsonPosition { return jsonPosition{p.Line, p.Column, p.Offset} }

// slashed returns the file of p, as seen from the current folder and with slashes.
func slashed(p token.Position) string { return filepath.ToSlash(relpath.File(p.Filename)) }
