package plugin

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/analyzers"
)

func TestSettings(t *testing.T) {
	for _, test := range []struct {
		settings any
		want     []string // the names of the analyzers
	}{
		{nil, append(ruleNames(), "directive")},
		{map[string]any{}, append(ruleNames(), "directive")},
		{map[string]any{"rules": []any{"discarded", "outputbeforecheck"}}, []string{"discarded", "outputbeforecheck", "directive"}},
		{map[string]any{"discarded": true}, []string{"discarded", "directive"}},
		{map[string]any{"discarded": false, "unused": true}, append(ruleNames()[1:], "directive")},
	} {
		p, err := New(test.settings)
		if err != nil {
			t.Errorf("%v: %v", test.settings, err)
			continue
		}
		got, err := p.BuildAnalyzers()
		if err != nil {
			t.Errorf("%v: %v", test.settings, err)
		}
		var names []string
		for _, a := range got {
			names = append(names, a.Name)
		}
		if strings.Join(names, " ") != strings.Join(test.want, " ") {
			t.Errorf("%v: have %v, want %v", test.settings, names, test.want)
		}
	}
}

func ruleNames() []string {
	var names []string
	for _, a := range analyzers.All() {
		names = append(names, a.Analyzer.Name)
	}
	return names
}

func TestWrongSettings(t *testing.T) {
	for _, test := range []struct {
		settings any
		want     string
	}{
		{map[string]any{"disarded": true}, `unknown setting "disarded"; did you mean "discarded"?`},
		{map[string]any{"nolint": true}, `setting "nolint": golangci-lint itself honours //nolint`},
		{map[string]any{"related": true}, `setting "related": golangci-lint would take each place for an issue`},
		{map[string]any{"fail-on": "error"}, `setting "fail-on": golangci-lint decides the exit code`},
		{map[string]any{"discarded": map[string]any{"severity": "error"}}, `setting "discarded.severity": golangci-lint sets severities`},
		{map[string]any{"discarded": map[string]any{"loud": true}}, `unknown setting "discarded.loud"`},
		{map[string]any{"discarded": "perhaps"}, `setting "discarded": want true or false`},
		{map[string]any{"rules": []any{"nosuchrule"}}, `setting "rules": there is no rule "nosuchrule"`},
		{[]any{"discarded"}, "settings are a []interface {}, want a map"},
	} {
		_, err := New(test.settings)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v: have error %v, want %q", test.settings, err, test.want)
		}
	}
}

// TestNoFacts checks that no analyzer makes golangci-lint load all packages from source.
func TestNoFacts(t *testing.T) {
	p, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	list, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	if err := analysis.Validate(list); err != nil {
		t.Error(err)
	}
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if len(a.FactTypes) > 0 {
			t.Errorf("%s has facts", a)
		}
		for _, req := range a.Requires {
			visit(req)
		}
	}
	for _, a := range list {
		visit(a)
	}
}
