package govet

import (
	"encoding/json"
	"os"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/runner"
)

// The JSON that the go command reads, as x/tools' unitchecker writes it: by package and
// analyzer, a list of jsonDiagnostic or a jsonError.
type (
	jsonTree map[string]map[string]any

	jsonError struct {
		Err string `json:"error"`
	}
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

// printJSON prints what was found in the package with the ID, or nothing if there is nothing.
func printJSON(out *os.File, id string, found runner.Result) error {
	analyzers := make(map[string]any)
	for _, f := range found.Findings {
		list, _ := analyzers[f.Rule].([]jsonDiagnostic)
		analyzers[f.Rule] = append(list, newJSONDiagnostic(f))
	}
	if len(found.Problems) > 0 {
		var lines []string
		for _, p := range found.Problems {
			lines = append(lines, p.Message) // the go command adds the package
		}
		analyzers[program.Name] = jsonError{strings.Join(lines, "\n")}
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
		Posn:     f.Pos.String(),
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
