package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/shop.txt and docs/mutations.md")

// TestShop plants all faults in a small program without any. Each operator must plant one that is found, no fix may be
// broken, and what comes out must be what testdata/shop.txt says.
func TestShop(t *testing.T) {
	var out, progress bytes.Buffer
	record := filepath.Join(t.TempDir(), "record.txt")
	if code := run(t.Context(), []string{"-n", "0", "-v", "-fixes", "-record", record, "testdata/shop"}, &out, &progress); code != exitGood {
		t.Errorf("exit code %d\n%s\n%s", code, &progress, &out)
	}
	text, err := os.ReadFile(record)
	if err != nil {
		t.Fatal(err)
	}
	r, err := parseRecord(string(text))
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]int)
	for _, row := range r.rows {
		found[row.operator] = row.found
	}
	for _, op := range operators() {
		if found[op.name] == 0 {
			t.Errorf("nothing is found of what %q plants", op.name)
		}
	}
	compare(t, "testdata/shop.txt", out.String(), "TestShop")
}

// TestPage demands that the page says what is recorded. With -update it writes the page.
func TestPage(t *testing.T) {
	var records []record
	for _, name := range []string{"unseen", "known"} {
		text, err := os.ReadFile("testdata/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		r, err := parseRecord(string(text))
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	titles := []string{"In programs that no rule was tried on before", "In programs that rules were tried on"}
	compare(t, "../../../docs/mutations.md", page(titles, records), "TestPage")
}

// compare demands that the file holds text. With -update it writes the file.
func compare(t *testing.T, file, text, test string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(file)
	if err != nil || string(have) != text {
		t.Errorf("%s is out of date: run go test ./internal/tools/mutate -run %s -update, and read what changes\n%s",
			file, test, shortDiff(string(have), text))
	}
}

func TestBatches(t *testing.T) {
	a, b, c := &mutant{file: "a.go", function: "f", operator: &operator{}}, &mutant{file: "a.go", function: "f", operator: &operator{}}, &mutant{file: "a.go", function: "g", operator: &operator{}}
	all := batches([]*mutant{a, b, c})
	if len(all) != 2 || len(all[0]) != 2 || all[0][0] != a || all[0][1] != c || len(all[1]) != 1 || all[1][0] != b {
		t.Errorf("two faults in one function at the same time, or one not tried: %v", all)
	}
}

func TestMutate(t *testing.T) {
	before := "package p\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n)\n\nfunc f() error {\n\tif true {\n\t\treturn fmt.Errorf(\"f: %w\", errors.New(\"g\"))\n\t}\n\treturn errors.New(\"h\")\n}\n"
	at := strings.Index(before, "return fmt")
	end := at + strings.Index(before[at:], "\n")
	after, err := mutate([]byte(before), []*mutant{{edits: []textEdit{{at, end, "log.Print(1)"}}, imports: []string{"log"}}})
	want := "package p\n\nimport (\n\t\"errors\"\n\t\"log\"\n)\n\nfunc f() error {\n\tif true {\n\t\tlog.Print(1)\n\t}\n\treturn errors.New(\"h\")\n}\n"
	if err != nil || string(after) != want {
		t.Errorf("have %v\n%s\nwant\n%s", err, after, want)
	}
	if _, err := mutate([]byte(before), []*mutant{{edits: []textEdit{{at, end, ""}}}, {edits: []textEdit{{end - 1, end, ""}}}}); err == nil {
		t.Error("edits that overlap are made")
	}
}
