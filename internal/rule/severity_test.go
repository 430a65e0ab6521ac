package rule

import (
	"go/ast"
	"testing"

	"honnef.co/go/tools/analysis/lint"
)

func TestSeverity(t *testing.T) {
	for severity, want := range map[lint.Severity]string{
		lint.SeverityNone: "", lint.SeverityError: "error", lint.SeverityWarning: "warning", lint.SeverityInfo: "info",
	} {
		m := load(t, "package p\n\nfunc f() { f() }\n")
		reported := m.run(t, func(_ *Pass, call *ast.CallExpr) Finding { return Finding{Range: call, Severity: severity} })
		if got := reported[0].Category; got != want || m.reported[0].Category != want {
			t.Errorf("the category for severity %d is %q, want %q", severity, got, want)
		}
	}
}
