package analyzers_test

import (
	"flag"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruleset"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// minSilent is how many functions, at least, the silent fixture of a rule has.
const minSilent = 8

// TestRegistered demands that every folder here is a rule and has its name.
func TestRegistered(t *testing.T) {
	registered := make(map[string]bool)
	for _, r := range analyzers.All() {
		name := r.Name
		if registered[name] {
			t.Errorf("%s is registered twice", name)
		}
		registered[name] = true
		if _, err := os.Stat(filepath.Join(name, name+".go")); err != nil {
			t.Errorf("rule %s: %v", name, err)
		}
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !registered[e.Name()] {
			t.Errorf("%s is not in All", e.Name())
		}
	}
	if err := analysis.Validate(analyzersOf(analyzers.All())); err != nil {
		t.Error(err)
	}
}

func TestDocs(t *testing.T) {
	set := ruleset.New(analyzers.All())
	set.Register(flag.NewFlagSet("", flag.ContinueOnError))
	for _, r := range analyzers.All() {
		t.Run(r.Name, func(t *testing.T) {
			for _, name := range r.Options {
				if !slices.Contains(set.Names(), name) {
					t.Errorf("Options has %q, which is no option", name)
				}
			}
			for _, f := range set.Options(r) {
				if f.Usage == "" || strings.HasSuffix(f.Usage, ".") {
					t.Errorf("usage of %s is %q", f.Name, f.Usage)
				}
			}
			doc := r.Doc
			if doc == nil {
				t.Fatal("has no Doc")
			}
			for field, value := range map[string]string{"Title": doc.Title, "Text": doc.Text, "Before": doc.Before, "Since": doc.Since} {
				if strings.TrimSpace(value) == "" || value != strings.TrimSpace(value) {
					t.Errorf("Doc.%s is %q", field, value)
				}
			}
			if strings.HasSuffix(doc.Title, ".") || strings.Contains(doc.Title, "\n") {
				t.Errorf("Doc.Title is no title: %q", doc.Title)
			}
			if !slices.Contains(rule.Groups(), r.Group) || strings.HasPrefix(r.Name, "lambda") != (r.Group == rule.Lambda) {
				t.Errorf("Group is %q", r.Group)
			}
			if doc.Severity == lint.SeverityNone {
				t.Error("Doc.Severity is not set")
			}
			if want := rule.URL(r.Name); r.URL != want {
				t.Errorf("URL is %q, want %q", r.URL, want)
			}
			if r.Analyzer.Doc != doc.Title { // the whole page takes a while to format, at each start
				t.Errorf("Doc of the Analyzer is %q, want the title", r.Analyzer.Doc)
			}
			if !r.RunDespiteErrors {
				t.Error("does not run where a package has errors, so that one error hides all findings")
			}
		})
	}
}

// message is the form of messages: lower case, a pointer type, a quotation, a verb of a format or a name at the start, one line,
// no full stop.
var message = regexp.MustCompile(`^([a-z(*"%]|API Gateway|StatusCode|ItemIdentifier)[^\n]*[^.\n]$`)

// TestFixtures runs all rules on all fixtures.
func TestFixtures(t *testing.T) {
	rules := analyzers.All()
	root := ruletest.Fixtures(t)
	var patterns []string
	for _, r := range rules {
		patterns = append(patterns, "./"+r.Name+"/...")
	}
	res := ruletest.Analyze(t, root, analyzersOf(rules), patterns...)

	places := make(map[string]string) // rule by place
	fixes := make(map[string]bool)    // by rule
	for _, d := range res.Diagnostics {
		if !message.MatchString(d.Message) {
			t.Errorf("%s: message of %s does not have the form %s: %s", d.Position, d.Rule, message, d.Message)
		}
		place := fmt.Sprint(d.Position)
		if other, ok := places[place]; ok && other != d.Rule {
			t.Errorf("%s: both %s and %s report this place", place, other, d.Rule)
		}
		places[place] = d.Rule
		fixes[d.Rule] = fixes[d.Rule] || len(d.SuggestedFixes) > 0
	}

	functions := make(map[string]int) // by folder of a fixture
	for _, pkg := range res.Packages {
		for _, f := range pkg.Syntax {
			rel, err := filepath.Rel(root, filepath.Dir(res.Fset.File(f.FileStart).Name()))
			if err != nil {
				t.Fatal(err)
			}
			for _, decl := range f.Decls {
				if _, ok := decl.(*ast.FuncDecl); ok {
					functions[filepath.ToSlash(rel)]++
				}
			}
		}
	}
	for _, r := range rules {
		name := r.Name
		if functions[name+"/example"] == 0 {
			t.Errorf("testdata/src/%s/example, the fixture of what %[1]s reports, is missing", name)
		}
		if n := functions[name+"/silent"]; n < minSilent {
			t.Errorf("testdata/src/%s/silent, the fixture of what %[1]s must not report, has %d functions, want %d", name, n, minSilent)
		}
		if r.Fixes != fixes[name] {
			t.Errorf("%s offers fixes for its fixtures: %t; its Spec says %t", name, fixes[name], r.Fixes)
		}
		if told := strings.Contains(r.Doc.Text, "\n\nThe fix "); told != r.Fixes {
			t.Errorf("%s has fixes: %t; a paragraph \"The fix ...\" of its Doc tells so: %t", name, r.Fixes, told)
		}
		if fixes[name] && r.Doc.After == "" {
			t.Errorf("%s has fixes, but its Doc has no After", name)
		}
	}
}

func analyzersOf(rules []*rule.Rule) []*analysis.Analyzer {
	var as []*analysis.Analyzer
	for _, r := range rules {
		as = append(as, r.Analyzer)
	}
	return as
}
