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

// TestOptions runs the rule on its example with flags that users can set.
func TestOptions(t *testing.T) {
	for _, tt := range []struct {
		flag, value string
		findings    int
		want        string // at the end of the first message
	}{
		{"lambda.integration", "nonproxy", 3, "a JSON object with isError, type and message"},
		{"lambda.integration", "proxy", 0, ""},
		{"lambda.fields", ",code,text", 1, "or the like"},
	} {
		f := handler.Analyzer.Flags.Lookup(tt.flag)
		old := f.Value.String()
		if err := f.Value.Set(tt.value); err != nil {
			t.Fatal(err)
		}
		res := ruletest.Analyze(t, ruletest.Fixtures(t), []*analysis.Analyzer{lambdajsonerr.Rule.Analyzer}, "./lambdajsonerr/example")
		if err := f.Value.Set(old); err != nil {
			t.Fatal(err)
		}
		if len(res.Diagnostics) != tt.findings {
			t.Errorf("%s=%s: %d findings, want %d", tt.flag, tt.value, len(res.Diagnostics), tt.findings)
			continue
		}
		if tt.findings == 0 {
			continue
		}
		first := res.Diagnostics[0]
		if !strings.HasSuffix(first.Message, tt.want) {
			t.Errorf("%s=%s: %s, want %s at the end", tt.flag, tt.value, first.Message, tt.want)
		}
		if tt.flag == "lambda.fields" && !strings.Contains(first.Message, "with code and text;") {
			t.Errorf("the message does not name the fields: %s", first.Message)
		}
	}
}
