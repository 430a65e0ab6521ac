package ruleset

import (
	"flag"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// newSet returns the rules a and b of the group lost and c of matched, and the value of the option a.depth. c does not run by
// default.
func newSet() (*Set, *string) {
	shared := &analysis.Analyzer{Name: "shared", Doc: "shared", Run: run}
	shared.Flags.Bool("tests", false, "report in test files, too")
	var rules []*rule.Rule
	for _, name := range []string{"a", "b", "c"} {
		rules = append(rules, &rule.Rule{
			Group:    map[string]string{"a": rule.Lost, "b": rule.Lost, "c": rule.Matched}[name],
			Doc:      &lint.RawDocumentation{Title: name, Severity: lint.SeverityError, NonDefault: name == "c"},
			Analyzer: &analysis.Analyzer{Name: name, Doc: name, Requires: []*analysis.Analyzer{shared}, Run: run},
		})
	}
	depth := rules[0].Analyzer.Flags.String("depth", "default", "how deep")
	return New(rules), depth
}

func run(*analysis.Pass) (any, error) { return nil, nil }

// parse applies the command line and then the settings "name=value" to s.
func parse(t *testing.T, s *Set, args, settings string) (*flag.FlagSet, error) {
	t.Helper()
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	s.Register(flags)
	if err := flags.Parse(strings.Fields(args)); err != nil {
		return flags, err
	}
	return flags, s.Apply(flags, Settings{All: settingsOf(settings)})
}

func settingsOf(text string) []Setting {
	var settings []Setting
	for _, field := range strings.Fields(text) {
		name, value, _ := strings.Cut(field, "=")
		setting := Setting{Name: name, Value: value, Kind: Text, Origin: "file:1"}
		if value == "true" || value == "false" {
			setting.Kind = Bool
		}
		settings = append(settings, setting)
	}
	return settings
}

// TestPrecedence checks that the command line overrides the file, and the file the default.
func TestPrecedence(t *testing.T) {
	tests := []struct {
		name, args, settings string

		rules    string // that run
		depth    string
		tests    bool
		severity finding.Severity // of a
		origins  string           // of a, a.depth, a.severity and tests
	}{
		{"default", "", "", "a b", "default", false, finding.Error, "default default default default"},
		{"file", "", "a.depth=file tests=true a.severity=info", "a b", "file", true, finding.Info, "default file:1 file:1 file:1"},
		{"command line", "-a.depth=line -tests -a.severity=warning", "", "a b", "line", true, finding.Warning, "default command command command"},
		{
			"command line over file", "-a.depth=line -tests=false -a.severity=warning", "a.depth=file tests=true a.severity=info",
			"a b", "line", false, finding.Warning, "default command command command",
		},
		{"the default, said on the command line", "-a.depth=default", "a.depth=file", "a b", "default", false, finding.Error, "default command default default"},

		{"rules in the file", "", "rules=b,c", "b c", "default", false, finding.Error, "file:1 default default default"},
		{"a rule in the file", "", "c=true", "c", "default", false, finding.Error, "default default default default"},
		{"all but one in the file", "", "a=false", "b", "default", false, finding.Error, "file:1 default default default"},
		{"rules on the command line", "-rules=c", "", "c", "default", false, finding.Error, "command default default default"},
		{"rules on the command line and in the file", "-rules=a", "rules=b,c", "a", "default", false, finding.Error, "command default default default"},
		{"a rule on the command line, others in the file", "-b", "rules=a,c", "b", "default", false, finding.Error, "command default default default"},
		{"all but one on the command line, others in the file", "-b=false", "rules=c", "a", "default", false, finding.Error, "command default default default"},
		{"the last of several counts", "-a -a=false", "", "b", "default", false, finding.Error, "command default default default"},
		{"group", "-lost", "", "a b", "default", false, finding.Error, "command default default default"},
		{"all but a group", "-lost=false -c", "", "c", "default", false, finding.Error, "command default default default"},
		{"group but a rule", "-lost -a=false", "", "b", "default", false, finding.Error, "command default default default"},
		{"groups and globs", "-rules=matched,b*", "", "b c", "default", false, finding.Error, "command default default default"},
		{"severity of a group", "-lost.severity=info", "a.severity=warning", "a b", "default", false, finding.Info, "default default command default"},
		{"group in the file", "", "matched=true", "c", "default", false, finding.Error, "default default default default"},
		{"group in the file, but a rule", "", "a=false lost=true", "b", "default", false, finding.Error, "file:1 default default default"},
		{"glob in the file", "", "?=false c=true", "c", "default", false, finding.Error, "file:1 default default default"},
		{"severities in the file", "", "a.severity=warning *.severity=info", "a b", "default", false, finding.Warning, "default default file:1 default"},
		{"severity of a group in the file", "", "lost.severity=info", "a b", "default", false, finding.Info, "default default file:1 default"},
		{"rules and groups in the file", "", "rules=matched,b", "b c", "default", false, finding.Error, "file:1 default default default"},
		{"options in the file, rules on the command line", "-a", "a.depth=file b=false", "a", "file", false, finding.Error, "command file:1 default default"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, depth := newSet()
			if _, err := parse(t, s, test.args, test.settings); err != nil {
				t.Fatal(err)
			}
			enabled, err := s.Enabled()
			if err != nil {
				t.Fatal(err)
			}
			var rules []string
			for _, a := range enabled[:len(enabled)-1] {
				rules = append(rules, a.Name)
			}
			if got := strings.Join(rules, " "); got != test.rules {
				t.Errorf("rules %s run, want %s", got, test.rules)
			}
			if last := enabled[len(enabled)-1].Name; last != s.Directives.Name {
				t.Errorf("the last analyzer is %s", last)
			}
			if *depth != test.depth || s.Tests() != test.tests || s.Severity("a") != test.severity {
				t.Errorf("depth is %s, tests %t, severity %s", *depth, s.Tests(), s.Severity("a"))
			}
			var origins []string
			for _, name := range []string{"a", "a.depth", "a.severity", "tests"} {
				origin, _, _ := strings.Cut(s.Origin(name), " ") // "command" of "command line"
				origins = append(origins, origin)
			}
			if got := strings.Join(origins, " "); got != test.origins {
				t.Errorf("origins are %s, want %s", got, test.origins)
			}
		})
	}
}

// TestApplyAgain checks that the settings of one module do not affect the next.
func TestApplyAgain(t *testing.T) {
	s, depth := newSet()
	flags, err := parse(t, s, "-tests", "a.depth=file a=false b.severity=info")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Apply(flags, Settings{}); err != nil {
		t.Fatal(err)
	}
	enabled, err := s.Enabled()
	if err != nil || len(enabled) != 3 || *depth != "default" || s.Severity("b") != finding.Error || !s.Tests() {
		t.Errorf("%d analyzers, %v, depth %s, severity %s, tests %t", len(enabled), err, *depth, s.Severity("b"), s.Tests())
	}
}

func TestErrors(t *testing.T) {
	for _, test := range []struct{ args, settings, want string }{
		{"-rules=a,nope", "", `there is no rule "nope"`},
		{"-rules=losst", "", `there is no rule "losst"; did you mean lost?`},
		{"-rules=x*", "", `there is no rule "x*"`},
		{"-lost=perhaps", "", "want true or false"},
		{"-lost.severity=bad", "", "want error, warning or info"},
		{"", "lost=perhaps", `file:1: setting "a": want true or false`},
		{"", "x*=false", `file:1: unknown setting "x*"`},
		{"", "losst=false", `file:1: unknown setting "losst"; did you mean "lost"?`},
		{"", "lost.depth=deep", `file:1: unknown setting "lost.depth"`},
		{"-a=perhaps", "", "want true or false"},
		{"-a.severity=bad", "", "want error, warning or info"},
		{"", "nope=1", `file:1: unknown setting "nope"; "awserrlint config" lists all`},
		{"", "test=true", `file:1: unknown setting "test"; did you mean "tests"?`},
		{"", "depth=deep", `file:1: unknown setting "depth"; did you mean "a.depth"?`},
		{"", "tests=perhaps", `file:1: setting "tests": want true or false`},
		{"", "a.depth=true", `file:1: setting "a.depth": want a word`},
		{"", "a.severity=true", `file:1: setting "a.severity": want error, warning or info`},
		{"", "rules=nope", `file:1: setting "rules": there is no rule "nope"`},
		{"", "a.severity=bad nope=1", "want error, warning or info\nfile:1: unknown"},
	} {
		s, _ := newSet()
		if _, err := parse(t, s, test.args, test.settings); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s %s: error is %v, want %s", test.args, test.settings, err, test.want)
		}
	}
	s, _ := newSet()
	if _, err := parse(t, s, "-a=false -b=false", ""); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Enabled(); err == nil {
		t.Error("no rule runs, without a word")
	}
}

func TestNames(t *testing.T) {
	s, _ := newSet()
	if _, err := parse(t, s, "", ""); err != nil {
		t.Fatal(err)
	}
	want := []string{"rules", "a", "b", "c", "a.depth", "a.severity", "all", "b.severity", "c.severity", "fail-on", "tests", "unused"}
	if got := s.Names(); !slices.Equal(got, want) {
		t.Errorf("names are %q, want %q", got, want)
	}
	if got := s.Severity("directive"); got != finding.Warning {
		t.Errorf("severity of what is no rule: %s", got)
	}
}

func TestShownAndFail(t *testing.T) {
	for _, test := range []struct{ args, settings, shown, fail string }{
		{"", "", "error warning", "error warning"},
		{"-all", "", "error warning info", "error warning"},
		{"", "all=true fail-on=error", "error warning info", "error"},
		{"-all=false -fail-on=never", "all=true fail-on=error", "error warning", ""},
		{"-fail-on=info", "", "error warning info", "error warning info"}, // what decides is shown
	} {
		s, _ := newSet()
		if _, err := parse(t, s, test.args, test.settings); err != nil {
			t.Fatal(err)
		}
		var shown, fail []string
		for _, severity := range finding.Severities() {
			if s.Shown(severity) {
				shown = append(shown, string(severity))
			}
			if s.Fail(severity) {
				fail = append(fail, string(severity))
			}
		}
		if strings.Join(shown, " ") != test.shown || strings.Join(fail, " ") != test.fail {
			t.Errorf("%s %s: shown are %v, decide do %v", test.args, test.settings, shown, fail)
		}
	}
	s, _ := newSet()
	if _, err := parse(t, s, "-fail-on=loud", ""); err == nil || !strings.Contains(err.Error(), "want error, warning, info or never") {
		t.Errorf("error is %v", err)
	}
}
