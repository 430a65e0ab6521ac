package lambdajsonerr_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/analyzers/lambdajsonerr"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, lambdajsonerr.Rule.Analyzer) }

// TestOptions runs the rule with flags that users can set.
func TestOptions(t *testing.T) {
	for _, tt := range []struct {
		flag, value, fixture string
		findings             int
		want                 string // at the end of the messages
	}{
		{"lambda.integration", "auto", "undeclared", 0, ""},
		{"lambda.integration", "nonproxy", "undeclared", 2, "return JSON with isError, type and message"},
		{"lambda.integration", "proxy", "undeclared", 0, ""},
		{"lambda.fields", ",code,text", "example", 3, "return JSON with code and text"},
	} {
		f := handler.Analyzer.Flags.Lookup(tt.flag)
		old := f.Value.String()
		if err := f.Value.Set(tt.value); err != nil {
			t.Fatal(err)
		}
		res := ruletest.Analyze(t, ruletest.Fixtures(t), []*analysis.Analyzer{lambdajsonerr.Rule.Analyzer}, "./lambdajsonerr/"+tt.fixture)
		if err := f.Value.Set(old); err != nil {
			t.Fatal(err)
		}
		if len(res.Diagnostics) != tt.findings {
			t.Errorf("%s=%s: %d findings, want %d", tt.flag, tt.value, len(res.Diagnostics), tt.findings)
		}
		for _, d := range res.Diagnostics {
			if !strings.HasSuffix(d.Message, tt.want) {
				t.Errorf("%s=%s: %s, want %s at the end", tt.flag, tt.value, d.Message, tt.want)
			}
		}
	}
}
