package output

import (
	"encoding/json"
	"go/token"
	"os"
	"testing"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// inFolder makes a folder with these files the current one, and returns a finding in the first line of each.
func inFolder(t *testing.T, lines map[string]string) map[string]finding.Finding {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	found := make(map[string]finding.Finding)
	for name, line := range lines {
		if err := os.WriteFile(name, []byte("\n"+line+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		wd, err := os.Getwd()
		if err != nil {
			t.Fatal(err)
		}
		at := token.Position{Filename: wd + string(os.PathSeparator) + name, Line: 2, Column: 3}
		found[name] = finding.Finding{Rule: "discarded", Severity: finding.Error, Message: "m", Package: "example.com/p", Pos: at, End: at}
	}
	return found
}

func TestCodeClimateFields(t *testing.T) {
	f := inFolder(t, map[string]string{"a.go": "call()"})["a.go"]
	for severity, want := range map[finding.Severity]string{finding.Error: "critical", finding.Warning: "major", finding.Info: "info"} {
		f.Severity = severity
		var issues []codeClimateIssue
		if err := json.Unmarshal(printed(t, "codeclimate", &Report{Findings: []finding.Finding{f}}), &issues); err != nil {
			t.Fatal(err)
		}
		if len(issues) != 1 {
			t.Fatalf("there are %d issues", len(issues))
		}
		got := issues[0]
		if got.Severity != want || got.CheckName != "discarded" || got.Location.Path != "a.go" || got.Location.Lines.Begin != 2 {
			t.Errorf("an issue of severity %s is %+v", severity, got)
		}
	}
}

// TestFingerprintParts demands that rule, file and line of source each make another fingerprint.
func TestFingerprintParts(t *testing.T) {
	found := inFolder(t, map[string]string{"a.go": "call()", "b.go": "call()", "c.go": "other()"})
	rule := found["a.go"]
	rule.Rule = "swallowed"
	line := found["c.go"]
	hash := func(f finding.Finding) string { return fingerprints([]finding.Finding{f}, NewSources())[0] }
	first := hash(found["a.go"])
	if hash(rule) == first || hash(found["b.go"]) == first {
		t.Error("rule or file make no difference")
	}
	if err := os.Rename("c.go", "a.go"); err != nil {
		t.Fatal(err)
	}
	line.Pos.Filename = found["a.go"].Pos.Filename
	if hash(line) == first {
		t.Error("the line of source makes no difference")
	}
}

func TestXMLFields(t *testing.T) {
	f := inFolder(t, map[string]string{"a.go": "call()"})["a.go"]
	f.Severity = finding.Warning
	r := &Report{Findings: []finding.Finding{f}}
	text := printed(t, "checkstyle", r)
	if c := elements(t, text, "checkstyle"); c[0]["version"] != "5.0" {
		t.Errorf("checkstyle is %v", c)
	}
	if name := elements(t, text, "file")[0]["name"]; name != "a.go" {
		t.Errorf("the file is %s", name)
	}
	if e := elements(t, text, "error")[0]; e["line"] != "2" || e["column"] != "3" || e["severity"] != "warning" {
		t.Errorf("the error is %v", e)
	}
	if err := os.WriteFile("a.go", []byte("func (s *Store) Open() {\n\tcall()\n}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	text = printed(t, "junit", r)
	if c := elements(t, text, "testcase")[0]; c["classname"] != "example.com/p" || c["file"] != "a.go" || c["line"] != "2" || c["name"] != "discarded in (s *Store) Open, a.go" {
		t.Errorf("the test is %v", c)
	}
	if f := elements(t, text, "failure")[0]; f["type"] != "warning" || f["message"] != "m" {
		t.Errorf("the failure is %v", f)
	}
}
