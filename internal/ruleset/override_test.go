package ruleset

import (
	"flag"
	"go/token"
	"io"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// overridesOf returns the overrides in lines of the form "globs: name=value ...".
func overridesOf(lines ...string) []Override {
	var overrides []Override
	for _, line := range lines {
		globs, settings, _ := strings.Cut(line, ": ")
		overrides = append(overrides, Override{
			Files:    Setting{Name: "files", Value: globs, Kind: Text, Origin: "file:9"},
			Settings: settingsOf(settings),
		})
	}
	return overrides
}

// apply returns a set with flags, settings and overrides.
func apply(t *testing.T, args, settings string, overrides ...string) (*Set, error) {
	t.Helper()
	s, _ := newSet()
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	s.Register(flags)
	if err := flags.Parse(strings.Fields(args)); err != nil {
		t.Fatal(err)
	}
	return s, s.Apply(flags, Settings{All: settingsOf(settings), Overrides: overridesOf(overrides...)})
}

func TestOverrides(t *testing.T) {
	for _, test := range []struct {
		name, args, settings string
		overrides            []string

		rules  string // that run
		old    string // rules with a finding in m/old/x.go, and its severity
		others string // ... in m/new/x.go
	}{
		{"none", "", "", nil, "a b", "a:error b:error", "a:error b:error"},
		{"off", "", "", []string{"old/**: a=false"}, "a b", "b:error", "a:error b:error"},
		{"on besides", "", "rules=a", []string{"old/*: c=true"}, "a c", "a:error c:error", "a:error"},
		{"only", "", "", []string{"old/**: rules=c"}, "a b c", "c:error", "a:error b:error"},
		{"milder", "", "", []string{"old/**: a.severity=info"}, "a b", "a:info b:error", "a:error b:error"},
		{"more severe", "", "a.severity=info", []string{"old/**: a.severity=error"}, "a b", "a:error b:error", "a:info b:error"},
		{"group and glob", "", "", []string{"old/**: lost=false", "*.go: ?.severity=warning"}, "a b", "", "a:warning b:warning"},
		{"the last counts", "", "", []string{"*.go: a=false", "x.go: a=true"}, "a b", "a:error b:error", "a:error b:error"},
		{"several globs", "", "", []string{"old/**,new/**: a=false"}, "a b", "b:error", "b:error"},
		{"rules on the command line", "-a -c", "", []string{"old/**: a=false a.severity=info"}, "a c", "a:info c:error", "a:error c:error"},
		{"severity on the command line", "-lost.severity=warning", "", []string{"old/**: a.severity=info b=false"}, "a b", "a:warning", "a:warning b:warning"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := apply(t, test.args, test.settings, test.overrides...)
			if err != nil {
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
			for file, want := range map[string]string{"/m/old/x.go": test.old, "/m/new/x.go": test.others} {
				var findings []finding.Finding
				for _, a := range enabled {
					findings = append(findings, finding.Finding{Rule: a.Name, Severity: s.Most(a.Name), Pos: token.Position{Filename: file}})
				}
				var got []string
				for _, f := range s.Judge(findings) {
					if f.Rule != "directive" {
						got = append(got, f.Rule+":"+string(f.Severity))
					}
				}
				if strings.Join(got, " ") != want {
					t.Errorf("%s: found are %v, want %s", file, got, want)
				}
			}
		})
	}
	// A finding that is milder than its rule stays so, and a directive is one everywhere.
	s, err := apply(t, "", "", "old/**: a.severity=warning")
	if err != nil {
		t.Fatal(err)
	}
	judged := s.Judge([]finding.Finding{
		{Rule: "a", Severity: finding.Info, Pos: token.Position{Filename: "/old/x.go"}},
		{Rule: "directive", Severity: finding.Warning, Pos: token.Position{Filename: "/old/x.go"}},
	})
	if len(judged) != 2 || judged[0].Severity != finding.Info || judged[1].Severity != finding.Warning {
		t.Errorf("judged are %v", judged)
	}
}

func TestOverrideErrors(t *testing.T) {
	for override, want := range map[string]string{
		"old: a=false":           `file:9: setting "files": "old" matches no Go file; did you mean "old/**"?`,
		": a=false":              "file:9: an override needs files",
		"x.go: nope=false":       `file:1: unknown setting "nope"`,
		"x.go: a=perhaps":        `file:1: setting "a": want true or false`,
		"x.go: a.severity=loud":  `file:1: setting "a.severity": want error, warning or info`,
		"x.go: rules=a,x":        `file:1: setting "rules": there is no rule "x"`,
		"x.go: tests=true":       `file:1: setting "tests": an override sets rules and their severity only`,
		"x.go: a.depth=deep":     `setting "a.depth": an override sets rules and their severity only`,
		"x.go: rules=true a=bad": "want a list of words\nfile:1: setting \"a\"",
	} {
		if _, err := apply(t, "", "", override); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error is %v, want %s", override, err, want)
		}
	}
}
