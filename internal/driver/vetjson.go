package driver

import (
	"encoding/json"
	"os"
	"strings"
)

// The JSON that the go command reads, as x/tools' unitchecker writes it: from the
// package to the name of an analyzer to what it found or why it failed.
type (
	vetTree map[string]map[string]any

	vetError struct {
		Err string `json:"error"`
	}
	vetDiagnostic struct {
		Category       string       `json:"category,omitempty"`
		Posn           string       `json:"posn"`
		End            string       `json:"end"`
		Message        string       `json:"message"`
		SuggestedFixes []vetFix     `json:"suggested_fixes,omitempty"`
		Related        []vetRelated `json:"related,omitempty"`
	}
	vetRelated struct {
		Posn    string `json:"posn"`
		End     string `json:"end"`
		Message string `json:"message"`
	}
	vetFix struct {
		Message string    `json:"message"`
		Edits   []vetEdit `json:"edits"`
	}
	vetEdit struct {
		Filename string `json:"filename"`
		Start    int    `json:"start"`
		End      int    `json:"end"`
		New      string `json:"new"`
	}
)

// vetMessage is the message with the name of the rule: from JSON, too, the go
// command prints nothing but the message.
func (f *finding) vetMessage() string { return f.Message + " (" + f.Rule + ")" }

// printVetJSON prints what was found in the package called id; nothing if there is
// nothing.
func printVetJSON(out *os.File, id string, res *result) error {
	analyzers := make(map[string]any)
	for _, f := range res.findings {
		list, _ := analyzers[f.Rule].([]vetDiagnostic)
		analyzers[f.Rule] = append(list, newVetDiagnostic(f))
	}
	if len(res.problems) > 0 {
		var lines []string
		for _, p := range res.problems {
			lines = append(lines, p.Message) // the go command names the package
		}
		analyzers[program] = vetError{strings.Join(lines, "\n")}
	}
	if len(analyzers) == 0 {
		return nil
	}
	enc := json.NewEncoder(out)
	enc.SetIndent("", "\t")
	return enc.Encode(vetTree{id: analyzers})
}

func newVetDiagnostic(f finding) vetDiagnostic {
	d := vetDiagnostic{
		Category: f.Operation,
		Posn:     f.Pos.String(),
		End:      f.End.String(),
		Message:  f.vetMessage(),
	}
	for _, r := range f.Related {
		d.Related = append(d.Related, vetRelated{r.Pos.String(), r.End.String(), r.Message})
	}
	for _, fx := range f.Fixes {
		vf := vetFix{Message: fx.Message, Edits: []vetEdit{}}
		for _, e := range fx.Edits {
			vf.Edits = append(vf.Edits, vetEdit{e.Pos.Filename, e.Pos.Offset, e.End.Offset, e.New})
		}
		d.SuggestedFixes = append(d.SuggestedFixes, vf)
	}
	return d
}
