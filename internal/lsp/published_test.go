package lsp_test

import (
	"encoding/json"
	"strings"
)

// diagnostics are those of a file, as they are published.
type diagnostics struct {
	URI         string
	Version     int
	Diagnostics []struct {
		Range struct {
			Start struct{ Line, Character int }
		}
		Severity      int
		Code, Message string
	}
}

// codes returns the codes of diagnostics.
func (d diagnostics) codes() string {
	var codes []string
	for _, d := range d.Diagnostics {
		codes = append(codes, d.Code)
	}
	return strings.Join(codes, " ")
}

// published waits for diagnostics of the last version of a file, and returns them.
func (c *client) published(name string) diagnostics {
	c.Helper()
	for {
		m, err := c.next()
		if err != nil {
			c.Fatalf("%s: %v", name, err)
		}
		var d diagnostics
		if m.Method != "textDocument/publishDiagnostics" {
			continue
		}
		if err := json.Unmarshal(m.Params, &d); err != nil {
			c.Fatal(err)
		}
		if d.URI == c.uri(name) && d.Version == c.versions[name] {
			return d
		}
	}
}
