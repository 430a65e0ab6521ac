package main

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/precision.md")

const (
	root          = "../../../"
	precisionPage = root + "docs/precision.md"
)

// recorded reads what is recorded in testdata.
func recorded(t *testing.T) judgement {
	read := func(name string) string {
		text, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	var j judgement
	var errs [4]error
	j.corpus, errs[0] = parseCorpus(read("corpus.txt"))
	j.verdicts, errs[1] = parseVerdicts(read("verdicts.txt"))
	j.places, errs[2] = parsePlaces(read("places.txt"))
	j.classes, errs[3] = parseClasses(read("classes.txt"))
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	return j
}

// TestPrecision demands that the page says what is recorded. With -update it writes the page.
func TestPrecision(t *testing.T) {
	want := recorded(t).precision()
	if *update {
		if err := os.WriteFile(precisionPage, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(precisionPage)
	if err != nil || string(have) != want {
		t.Errorf("docs/precision.md does not say what testdata does: run go test ./internal/tools/ecosystem -run TestPrecision -update")
	}
}

// TestAllRead demands a verdict on each recorded finding, an explanation of each place that is missed,
// and repositories and commits of the corpus.
func TestAllRead(t *testing.T) {
	j := recorded(t)
	commits := make(map[string]string)
	for _, m := range j.corpus {
		commits[m.repository] = m.commit
	}
	for s, v := range j.all() {
		if v.open() {
			t.Errorf("%s: not read: %s", s.name(), v.format())
		}
	}
	for _, s := range j.verdicts {
		if commits[s.repository] != s.commit {
			t.Errorf("%s: commit %s, want that of corpus.txt, %s", s.name(), s.commit, commits[s.repository])
		}
	}
	for _, s := range j.places {
		if commits[s.repository] != s.commit {
			t.Errorf("places in %s: commit %s, want that of corpus.txt, %s", s.repository, s.commit, commits[s.repository])
		}
		for _, p := range s.places {
			reported := false
			for _, v := range j.in(s) {
				reported = reported || v.reports(p)
			}
			if reported != (p.missed == "") {
				t.Errorf("%s %s: %s:%d: reported %v, but it has this reason to be missed: %q", s.repository, s.folder, p.file, p.line, reported, p.missed)
			}
		}
	}
}

// TestClasses demands that what was learnt is held where it is said to be.
func TestClasses(t *testing.T) {
	classes := recorded(t).classes
	if len(classes) == 0 {
		t.Error("nothing was learnt")
	}
	for _, c := range classes {
		text, err := os.ReadFile(root + c.file)
		if err != nil || !strings.Contains(string(text), c.text) {
			t.Errorf("%s: no %q in %s (%v)", c.lesson, c.text, c.file, err)
		}
	}
}

// TestPage demands that the page counts what is recorded, and names what is not right.
func TestPage(t *testing.T) {
	verdicts, err := parseVerdicts(someVerdicts)
	if err != nil {
		t.Fatal(err)
	}
	j := judgement{
		corpus:   []member{{"acme/shop", "abc", "Lambda service", true}},
		verdicts: verdicts,
		places: []placeSection{{heading{"acme/shop", "abc", "."}, []place{
			{"a.go", 4, "discarded", "lost", ""}, {"a.go", 40, "discarded", "lost | gone", "by reflection"},
		}}},
		classes: []class{{"what is logged is not lost", "testdata/src/discarded/silent/logged.go", "logs"}},
	}
	have := j.precision()
	for _, want := range []string{
		"| discarded | 1 | 1 | 0 | 0 | 1.00 | 1.00 | 1 | 0 |\n",
		"| swallowed | 1 | 0 | 0 | 1 | 0.00 | 0.00 | 0 | 0 |\n",
		"| **all** | 2 | 1 | 0 | 1 | 0.50 | 0.50 | 1 | 0 |\n",
		"\nFindings of severity info, which are not counted: 1.\n",
		"| acme/shop `a.go:9` swallowed | false | it is a retry |\n",
		"| discarded | 2 | 1 | 0.50 |\n",
		"| acme/shop `a.go:40` discarded | lost \\| gone | by reflection |\n",
		"| acme/shop | abc | Lambda service | new | 2 | 2 |\n",
		"| what is logged is not lost | [discarded/silent/logged.go](../testdata/src/discarded/silent/logged.go) |\n",
	} {
		if !strings.Contains(have, want) {
			t.Errorf("no %q in %s", want, have)
		}
	}
}
