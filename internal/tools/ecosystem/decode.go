package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A report is what awserrlint reports about a module.
type report struct {
	findings []finding // sorted
	problems []string  // why parts of the module could not be analyzed
	fixable  bool      // there is something that -fix would change
}

// decodeStandalone decodes the output of awserrlint -format json, run in dir.
func decodeStandalone(text []byte, dir string) (report, error) {
	var r report
	decoded, err := checkout.DecodeJSON(text)
	if err != nil {
		return r, err
	}
	for _, f := range decoded.Findings {
		r.findings = append(r.findings, finding{checkout.FileName(f.File, dir), f.Position.Line, f.Position.Column, f.Rule, f.Message})
		r.fixable = r.fixable || len(f.Fixes) > 0
	}
	for _, p := range decoded.Problems {
		message := p.Message
		if where := cmp.Or(p.Position, p.Package); where != "" {
			message = where + ": " + message
		}
		r.problems = append(r.problems, message)
	}
	r.findings = sortFindings(r.findings)
	return r, nil
}

// A vetDiagnostic is what go vet -json prints for a finding.
type vetDiagnostic struct{ Posn, Message string }

// decodeVet decodes the output of go vet -json: an object for each package, which has for each
// analyzer its diagnostics, or an error.
func decodeVet(text io.Reader, diagnose func(analyzer string, d vetDiagnostic) error) (problems []string, err error) {
	for dec := json.NewDecoder(text); ; {
		var packages map[string]map[string]json.RawMessage
		switch err := dec.Decode(&packages); {
		case errors.Is(err, io.EOF):
			slices.Sort(problems)
			return problems, nil
		case err != nil:
			return nil, err
		}
		for pkg, analyzers := range packages {
			for name, raw := range analyzers {
				var diagnostics []vetDiagnostic
				if json.Unmarshal(raw, &diagnostics) != nil {
					var failed struct{ Error string }
					if err := json.Unmarshal(raw, &failed); err != nil {
						return nil, err
					}
					problems = append(problems, pkg+": "+failed.Error)
				}
				for _, d := range diagnostics {
					if err := diagnose(name, d); err != nil {
						return nil, err
					}
				}
			}
		}
	}
}

// decodeVettool decodes the output of go vet -json with awserrlint as the vettool, run in dir.
func decodeVettool(text io.Reader, dir string) (r report, err error) {
	r.problems, err = decodeVet(text, func(rule string, d vetDiagnostic) error {
		f, err := parsePosition(d.Posn)
		f.file = checkout.FileName(f.file, dir)
		f.rule = rule
		f.message = strings.TrimSuffix(strings.TrimSuffix(d.Message, " ("+rule+")"), " [fixable]")
		for _, severity := range []string{"error", "warning", "info"} {
			f.message = strings.TrimPrefix(f.message, severity+": ")
		}
		r.findings = append(r.findings, f)
		return err
	})
	r.findings = sortFindings(r.findings)
	return r, err
}
