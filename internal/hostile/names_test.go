//go:build unix

package hostile

import (
	"encoding/json"
	"encoding/xml"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// moreNames are names that formats have to quote.
var moreNames = []string{
	"a&b", "'single'", "tab\tx", "separator\u2028x", "c1\u009bx", "100%41", "a#b?c", "a+b", "a;b:c", "&lt;&#10;", `\n`, "]]]]>x", "cr\rx", "[x](y)", "`x`", "ünicode", "x.go",
}

// TestNames demands that the name of a file, whatever it is, comes back from each format that programs read. What is no UTF-8 is only
// in URIs, and what XML 1.0 does not have is not in XML.
func TestNames(t *testing.T) {
	files := make(tree)
	for _, name := range slices.Concat(hostileNames, moreNames) {
		files["files/"+name+".go"] = strings.Replace(strings.Replace(fault, "package fault", "package files", 1), "func send(", "func _(", 1)
	}
	files["::error file=x::y.go"] = strings.Replace(fault, "package fault", "package hostile", 1)
	dir := files.write(t)

	utf8 := func(name string) string { return strings.ToValidUTF8(name, "\ufffd") }
	inXML := func(name string) string {
		return strings.Map(func(r rune) rune {
			if r < ' ' && r != '\t' && r != '\n' && r != '\r' {
				return '\ufffd'
			}
			return r
		}, utf8(name))
	}
	formats := map[string]struct {
		names func(t *testing.T, out []byte) []string
		form  func(name string) string
	}{
		"json": {func(t *testing.T, out []byte) (names []string) {
			var report struct {
				Findings []struct {
					File  string
					Fixes []struct{ Edits []struct{ File string } }
				}
			}
			decode(t, json.Unmarshal(out, &report))
			for _, f := range report.Findings {
				names = append(names, f.File)
				for _, fix := range f.Fixes {
					for _, e := range fix.Edits {
						if e.File != f.File {
							t.Errorf("a fix of %q edits %q", f.File, e.File)
						}
					}
				}
			}
			return names
		}, utf8},
		"codeclimate": {func(t *testing.T, out []byte) (names []string) {
			var issues []struct{ Location struct{ Path string } }
			decode(t, json.Unmarshal(out, &issues))
			for _, issue := range issues {
				names = append(names, issue.Location.Path)
			}
			return names
		}, utf8},
		"sarif": {func(t *testing.T, out []byte) (names []string) {
			var log struct {
				Runs []struct {
					Results []struct {
						Locations []struct {
							PhysicalLocation struct {
								ArtifactLocation struct{ URI, URIBaseID string }
							}
						}
					}
				}
			}
			decode(t, json.Unmarshal(out, &log))
			base, err := url.Parse("file://" + dir + "/")
			decode(t, err)
			for _, result := range log.Runs[0].Results {
				at := result.Locations[0].PhysicalLocation.ArtifactLocation
				ref, err := base.Parse(at.URI)
				decode(t, err)
				name, below := strings.CutPrefix(ref.Path, dir+"/")
				if !below || at.URIBaseID != "%SRCROOT%" || ref.RawQuery != "" || ref.Fragment != "" {
					t.Errorf("%+v is %v", at, ref)
				}
				names = append(names, name)
			}
			return names
		}, func(name string) string { return name }},
		"checkstyle": {func(t *testing.T, out []byte) (names []string) {
			var report struct {
				Files []struct {
					Name string `xml:"name,attr"`
				} `xml:"file"`
			}
			decode(t, xml.Unmarshal(out, &report))
			for _, file := range report.Files {
				names = append(names, file.Name)
			}
			return names
		}, inXML},
		"junit": {func(t *testing.T, out []byte) (names []string) {
			var report struct {
				Cases []struct {
					Name string `xml:"name,attr"`
					File string `xml:"file,attr"`
				} `xml:"testsuite>testcase"`
			}
			decode(t, xml.Unmarshal(out, &report))
			for _, test := range report.Cases {
				if !strings.HasSuffix(test.Name, ", "+path.Base(test.File)) {
					t.Errorf("a test of %q is called %q", test.File, test.Name)
				}
				names = append(names, test.File)
			}
			return names
		}, inXML},
	}
	var args []string
	for name := range formats {
		args = append(args, "-format", name+":"+filepath.Join(dir, name+".out"))
	}
	r := run(t, dir, "awserrlint", append(args, "-cache=off", "./...")...)
	for name, format := range formats {
		t.Run(name, func(t *testing.T) {
			out, err := os.ReadFile(filepath.Join(dir, name+".out"))
			if err != nil {
				t.Fatalf("%v: %v, %s", err, r, r.stderr)
			}
			var want []string
			for file := range maps.Keys(files) {
				want = append(want, format.form(file))
			}
			slices.Sort(want)
			if got := slices.Sorted(slices.Values(format.names(t, out))); !slices.Equal(got, want) {
				for _, name := range want {
					if !slices.Contains(got, name) {
						t.Errorf("%q is missing", name)
					}
				}
				t.Errorf("the names are %q", got)
			}
		})
	}
}

func decode(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
