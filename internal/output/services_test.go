package output

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// nasty is text that a format could take for its own.
const nasty = "<script>alert(1)</script> ]]> \"&' \x00\x1b[31m \u202e"

// sample returns findings in a file with this content: one for each line that has the word call, twice for the last.
func sample(t *testing.T, content string) *Report {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a \"<b>.go")
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
	r := new(Report)
	for i, line := range strings.Split(content, "\n") {
		if column := strings.Index(line, "call"); column >= 0 {
			at := token.Position{Filename: name, Line: i + 1, Column: column + 1}
			end := at
			end.Column += len("call")
			r.Findings = append(r.Findings, finding.Finding{
				Rule: "discarded", Severity: finding.Error, Message: nasty, Package: "example.com/<p>", Operation: "s3.GetObject", Pos: at, End: end,
				Related: []finding.Related{{Message: nasty, Pos: at, End: end}},
			})
		}
	}
	return r
}

func printed(t *testing.T, name string, r *Report) []byte {
	t.Helper()
	f, ok := FormatOf(name)
	if !ok {
		t.Fatalf("there is no format %s", name)
	}
	var b bytes.Buffer
	if err := f.Print(Output{Writer: &b}, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCodeClimate(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("testdata/codeclimate.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	fingerprints := func(r *Report) (all []string) {
		text := printed(t, "codeclimate", r)
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(document); err != nil {
			t.Error(err)
		}
		var issues []codeClimateIssue
		if err := json.Unmarshal(text, &issues); err != nil {
			t.Fatal(err)
		}
		for _, issue := range issues {
			all = append(all, issue.Fingerprint)
		}
		return all
	}
	if text := string(printed(t, "codeclimate", new(Report))); text != "[]\n" {
		t.Errorf("nothing is printed as %s", text)
	}
	r := sample(t, "call()\ncall()\nother call()\n")
	r.Problems = []finding.Problem{{Package: "p", Pos: r.Findings[0].Pos.Filename + ":7:8", Message: nasty}, {Package: "q", Message: "no file"}}
	first := fingerprints(r)
	if len(first) != 4 || first[0] == first[1] || first[0] == first[2] {
		t.Errorf("fingerprints are not unique: %q", first)
	}
	for i := range r.Findings { // lines that move
		r.Findings[i].Pos.Line++
		r.Findings[i].End.Line++
	}
	if err := os.WriteFile(r.Findings[0].Pos.Filename, []byte("new\ncall()\ncall()\nother call()\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if moved := fingerprints(r); strings.Join(moved, " ") != strings.Join(first, " ") {
		t.Errorf("fingerprints move with lines: %q, %q", first, moved)
	}
}

// elements decodes text strictly, and returns the attributes of each element called name.
func elements(t *testing.T, text []byte, name string) (all []map[string]string) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == name {
			attributes := make(map[string]string)
			for _, a := range e.Attr {
				attributes[a.Name.Local] = a.Value
			}
			all = append(all, attributes)
		}
	}
}

func TestCheckstyle(t *testing.T) {
	r := sample(t, "call()\n\tcall()\n")
	text := printed(t, "checkstyle", r)
	files, errs := elements(t, text, "file"), elements(t, text, "error")
	if len(files) != 1 || files[0]["name"] != slashed(r.Findings[0].Pos) || len(errs) != 2 {
		t.Fatalf("files are %v, errors %v", files, errs)
	}
	if e := errs[1]; e["line"] != "2" || e["column"] != "2" || e["severity"] != "error" || e["source"] != "awserrlint.discarded" || !strings.HasPrefix(e["message"], "<script>") {
		t.Errorf("the error is %v", e)
	}
	name := r.Findings[0].Pos.Filename
	r.Problems = []finding.Problem{{Package: "p", Pos: name + ":7:8", Message: nasty}, {Package: "q", Pos: name}, {Package: "r", Message: "no file"}}
	text = printed(t, "checkstyle", r)
	errs = elements(t, text, "error")
	if len(elements(t, text, "file")) != 1 || len(errs) != 4 {
		t.Fatalf("with problems, the report is %s", text)
	}
	if e := errs[2]; e["line"] != "7" || e["column"] != "8" || e["severity"] != "error" || e["source"] != "awserrlint.problem" || !strings.HasPrefix(e["message"], "<script>") {
		t.Errorf("the problem is %v", e)
	}
	if _, ok := errs[3]["line"]; ok {
		t.Errorf("a problem of a file is %v", errs[3])
	}
	if text := printed(t, "checkstyle", new(Report)); len(elements(t, text, "checkstyle")) != 1 || len(elements(t, text, "file")) != 0 {
		t.Errorf("nothing is printed as %s", text)
	}
}

func TestJUnit(t *testing.T) {
	r := sample(t, "call()\n\tcall()\n")
	r.Problems = []finding.Problem{{Package: "example.com/broken", Message: nasty}}
	text := printed(t, "junit", r)
	suites, cases := elements(t, text, "testsuite"), elements(t, text, "testcase")
	if len(suites) != 2 || suites[0]["tests"] != "2" || suites[0]["failures"] != "2" || suites[1]["errors"] != "1" || len(cases) != 3 {
		t.Errorf("suites are %v, cases %v", suites, cases)
	}
	if all := elements(t, text, "testsuites"); len(all) != 1 || all[0]["tests"] != "3" || all[0]["failures"] != "2" || all[0]["errors"] != "1" {
		t.Errorf("the sum is %v", all)
	}
	if f := elements(t, text, "failure"); len(f) != 2 || !strings.HasPrefix(f[0]["message"], "<script>") {
		t.Errorf("failures are %v", f)
	}
	first, second := elements(t, text, "testcase")[0]["name"], elements(t, text, "testcase")[1]["name"]
	if first != `discarded s3.GetObject, a "<b>.go` || second != first+" (2)" {
		t.Errorf("tests are called %s and %s", first, second)
	}
	text = printed(t, "junit", new(Report))
	if cases := elements(t, text, "testcase"); len(cases) != 1 || len(elements(t, text, "failure")) > 0 {
		t.Errorf("nothing is printed as %s", text)
	}
}

// TestHTML demands that no text of a program becomes part of the page.
func TestHTML(t *testing.T) {
	r := sample(t, "// </script><script>alert(2)</script>\ncall(`</pre><img src=x onerror=alert(3)>`)\n")
	r.Problems = []finding.Problem{{Message: nasty}}
	r.Operations = []Operation{{Name: "s3.GetObject", Version: nasty, Errors: []OperationError{{Type: nasty}}, Notes: []string{nasty}}}
	text := string(printed(t, "html", r))
	if n := strings.Count(text, "<script"); n != 1 {
		t.Errorf("there are %d scripts", n)
	}
	for _, bad := range []string{"<img", "alert(1)</script>", "alert(2)</script>", "http://"} {
		if strings.Contains(text, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	for _, want := range []string{"default-src 'none'", `data-service="s3"`, `<ol class="path"`, `id="op-s3.GetObject"`, "<mark>call</mark>"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if text := string(printed(t, "html", new(Report))); !strings.Contains(text, "There are none.") {
		t.Error("a page without findings does not say so")
	}
}
