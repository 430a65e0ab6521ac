package govet

import (
	"encoding/json"
	"os"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/printable"
)

// The JSON that the go command reads, as x/tools' unitchecker writes it: by package and
// analyzer, a list of jsonDiagnostic.
type (
	jsonTree map[string]map[string][]jsonDiagnostic

	jsonDiagnostic struct {
		Category       string        `json:"category,omitempty"`
		Posn           string        `json:"posn"`
		End            string        `json:"end"`
		Message        string        `json:"message"`
		SuggestedFixes []jsonFix     `json:"suggested_fixes,omitempty"`
		Related        []jsonRelated `json:"related,omitempty"`
	}
	jsonRelated struct {
		Posn    string `json:"posn"`
		End     string `json:"end"`
		Message string `json:"message"`
	}
	jsonFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"`
	}
	jsonEdit struct {
		Filename string `json:"filename"`
		Start    int    `json:"start"`
		End      int    `json:"end"`
		New      string `json:"new"`
	}
)

// printJSON prints the findings in the package with the ID, or nothing if there is none.
func printJSON(out *os.File, id string, findings []finding.Finding) error {
	analyzers := make(map[string][]jsonDiagnostic)
	for _, f := range findings {
		analyzers[f.Rule] = append(analyzers[f.Rule], newJSONDiagnostic(f))
	}
	if len(analyzers) == 0 {
		return nil
	}
	enc := json.NewEncoder(out)
	enc.SetIndent("", "\t")
	return enc.Encode(jsonTree{id: analyzers})
}

func newJSONDiagnostic(f finding.Finding) jsonDiagnostic {
	d := jsonDiagnostic{
		Category: f.Operation,
		Posn:     printable.File(f.Pos.String()), // which the go command prints as well,
		End:      f.End.String(),
		Message:  f.Text(), // with the rule, since the go command prints only this
	}
	for _, r := range f.Related {
		d.Related = append(d.Related, jsonRelated{r.Pos.String(), r.End.String(), r.Message})
	}
	for _, fix := range f.Fixes {
		vf := jsonFix{Message: fix.Message, Edits: []jsonEdit{}}
		for _, e := range fix.Edits {
			vf.Edits = append(vf.Edits, jsonEdit{e.Pos.Filename, e.Pos.Offset, e.End.Offset, e.New})
		}
		d.SuggestedFixes = append(d.SuggestedFixes, vf)
	}
	return d
}
