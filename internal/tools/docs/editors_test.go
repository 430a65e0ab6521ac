package docs

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

// TestProblemMatcher lets the regular expression that docs/editors.md has for VS Code find what the linter prints.
func TestProblemMatcher(t *testing.T) {
	_, rest, _ := strings.Cut(readDoc(t, "docs/editors.md"), `"regexp": `)
	quoted, _, _ := strings.Cut(rest, ",\n")
	var expr string
	if err := json.Unmarshal([]byte(quoted), &expr); err != nil {
		t.Fatalf("%v in %s", err, quoted)
	}
	matcher := regexp.MustCompile(expr)
	for line := range strings.Lines(runOnOrders(t, buildTool(t))) {
		m := matcher.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil {
			t.Errorf("does not match %s", line)
		} else if m[4] != "error" && m[4] != "warning" || strings.ContainsAny(m[1], ": ") {
			t.Errorf("matches %q", m[1:])
		}
	}
}
