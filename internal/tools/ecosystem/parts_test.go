package main

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

func TestDecodeStandalone(t *testing.T) {
	text := `{"version": 1, "findings": [{"rule": "discarded", "message": "lost", "file": "a/a.go", "position": {"line": 3, "column": 4}, "fixes": [{}]}],
"problems": [{"message": "no package"}, {"package": "shop/b", "message": "it is broken"}, {"package": "shop/b", "position": "b.go:1:2", "message": "it is broken"}]}`
	have, err := decodeStandalone([]byte(text), "/shop")
	want := report{
		findings: []finding{{"a/a.go", 3, 4, "discarded", "lost"}},
		problems: []string{"no package", "shop/b: it is broken", "b.go:1:2: it is broken"},
		fixable:  true,
	}
	if err != nil || !reflect.DeepEqual(have, want) {
		t.Errorf("have %+v, %v, want %+v", have, err, want)
	}
}

func TestDecodeVet(t *testing.T) {
	text := `
{"example.com/a": {"discarded": [{"posn": "/shop/a/a.go:3:4", "message": "lost (really) (discarded)"}]}}
{"example.com/a [example.com/a.test]": {"discarded": [{"posn": "/shop/a/a.go:3:4", "message": "lost (really) (discarded)"}]},
 "example.com/b": {"awserrlint": {"error": "does not compile"}}}`
	have, err := decodeVettool(strings.NewReader(text), "/shop")
	want := report{
		findings: []finding{{"a/a.go", 3, 4, "discarded", "lost (really)"}},
		problems: []string{"example.com/b: does not compile"},
	}
	if err != nil || !reflect.DeepEqual(have, want) {
		t.Errorf("have %+v, %v, want %+v", have, err, want)
	}
}

func TestDisagreement(t *testing.T) {
	a, b := finding{"a.go", 1, 2, "discarded", "lost"}, finding{"a.go", 3, 4, "swallowed", "gone"}
	reworded := a
	reworded.message = "lost for good"
	r := &row{
		Module: checkout.Module{Checkout: checkout.Checkout{Repository: "acme/shop"}, Folder: "."},
		tool:   outcome{report: report{findings: []finding{a, b}}},
		vet:    &outcome{report: report{findings: []finding{reworded, b}}},
	}
	var out strings.Builder
	if printDisagreements(&out, []*row{r}) {
		t.Error("a difference does not count")
	}
	contains(t, out.String(), "acme/shop\n-\ta.go:1:2\tdiscarded\tlost\n+\ta.go:1:2\tdiscarded\tlost for good\n")

	r.vet.problems = []string{"a dependency is missing"}
	out.Reset()
	if !printDisagreements(&out, []*row{r}) {
		t.Error("a difference counts, though not all could be loaded")
	}
	contains(t, out.String(), "acme/shop (does not count")
}

func TestFindingsFile(t *testing.T) {
	text := "acme/shop\t-\t.\n\tc:d.go:1:2\tdiscarded\tits message\n\ta.go:3:4\tswallowed\nacme/shop\t-\tb\tincomplete\n"
	file, err := parseFindings(text)
	if err != nil {
		t.Fatal(err)
	}
	if have, want := string(file.format(false)), strings.Replace(text, "\tits message", "", 1); have != want {
		t.Errorf("have %s, want %s", have, want)
	}
	for _, bad := range []string{"acme/shop\n", "\ta.go:1:2\tdiscarded\n", "a\tb\tc\td\n", "a\tb\tc\n\ta.go\tdiscarded\n", "a\tb\tc\n\ta.go:1:2\n"} {
		if _, err := parseFindings(bad); err == nil {
			t.Errorf("%q is no error", bad)
		}
	}
}

func TestModuleGone(t *testing.T) {
	before := findingsFile{{heading: heading{"acme/shop", "-", "."}, findings: []finding{{"a.go", 1, 2, "discarded", ""}}}}
	var out strings.Builder
	same, err := printDiff(&out, "before", before, nil, false)
	if same || err != nil {
		t.Errorf("same is %v, error is %v", same, err)
	}
	contains(t, out.String(), "\nacme/shop\n-acme/shop\t-\t.\n-\ta.go:1:2\tdiscarded\n\ndiscarded -1\n")
}

func TestTable(t *testing.T) {
	costs := func(seconds ...int) (all []checkout.Cost) {
		for _, s := range seconds {
			d := time.Duration(s) * time.Second
			all = append(all, checkout.Cost{Wall: d, CPU: d, Memory: int64(s) << 20})
		}
		return all
	}
	rows := []*row{
		{
			Module: checkout.Module{Checkout: checkout.Checkout{Repository: "acme/shop"}, Folder: "."},
			tool:   outcome{report: report{findings: make([]finding, 3)}, exit: 1, costs: costs(1, 6, 2)},
			base:   outcome{costs: costs(2, 6, 8)},
		},
		{
			Module: checkout.Module{Checkout: checkout.Checkout{Repository: "acme/shop"}, Folder: "b"},
			tool:   outcome{report: report{problems: []string{"b.go:1:2: no\nmore"}}, exit: 2, costs: costs(8)},
			base:   outcome{costs: costs(4)},
		},
	}
	var out strings.Builder
	if err := printTable(&out, rows, true, false); err != nil {
		t.Fatal(err)
	}
	want := `
module       findings  wall s  ratio  CPU s  ratio  MiB  ratio  exit  first problem
acme/shop    3         2.00    0.50   2.00   0.50   2    0.50   1     
acme/shop/b  0         8.00    2.00   8.00   2.00   8    2.00   2     b.go:1:2: no
2 modules    3         10.00   1.00   10.00  1.00   8    1.33         
`
	if out.String() != want[1:] {
		t.Errorf("have\n%swant%s", &out, want)
	}
}

// TestRecorded checks that the golden file has exactly the listed repositories.
func TestRecorded(t *testing.T) {
	list, err := os.ReadFile("testdata/repositories.txt")
	if err != nil {
		t.Fatal(err)
	}
	commits := make(map[string]string)
	for line := range strings.Lines(string(list)) {
		fields := strings.Fields(line)
		if len(fields) != 2 || len(fields[1]) != 40 {
			t.Fatalf("want owner/name and a full commit: %q", line)
		}
		commits[fields[0]] = fields[1]
	}
	golden, err := os.ReadFile("testdata/findings.txt")
	if err != nil {
		t.Fatal(err)
	}
	file, err := parseFindings(string(golden))
	if err != nil {
		t.Fatal(err)
	}
	recorded := make(map[string]bool)
	for _, s := range file {
		recorded[s.repository] = true
		if !strings.HasPrefix(commits[s.repository], s.commit) {
			t.Errorf("%s is recorded at %s, listed at %q", s.name(), s.commit, commits[s.repository])
		}
	}
	for repository := range commits {
		if !recorded[repository] {
			t.Errorf("%s is listed, but not recorded", repository)
		}
	}
}
