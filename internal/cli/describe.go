package cli

import (
	"path/filepath"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/errorscmd"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/output"
)

// describe returns what the operations of findings can return, in the order of the findings: in the versions of the
// SDK that the modules of the findings require. Operations about which nothing is known, such as those of the
// program itself, are left out.
func describe(findings []finding.Finding) []output.Operation {
	var operations []output.Operation
	modules, seen := make(map[string]*errorscmd.Module), make(map[string]bool)
	for _, f := range findings {
		if f.Operation == "" || seen[f.Operation] {
			continue
		}
		seen[f.Operation] = true
		root, err := config.ModuleRoot(filepath.Dir(f.Pos.Filename))
		if err != nil || root == "" {
			continue
		}
		if modules[root] == nil {
			modules[root] = errorscmd.ModuleAt(root)
		}
		if op, err := modules[root].Describe(f.Operation); err == nil {
			operations = append(operations, described(op))
		}
	}
	return operations
}

// described returns op as formats print it.
func described(op *errorscmd.Operation) output.Operation {
	made := output.Operation{Name: op.String(), Version: op.Version, Notes: op.Notes}
	for _, e := range op.Errors {
		w := e.Words()
		made.Errors = append(made.Errors, output.OperationError{Type: w.Match, Code: w.Code, Status: w.Status, Means: w.Means, Retried: w.Retried})
	}
	return made
}
