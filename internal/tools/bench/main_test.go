package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestRun measures a module, and generated ones, against go list, which needs no build cache.
func TestRun(t *testing.T) {
	root := t.TempDir()
	docs := filepath.Join(root, "docs")
	if err := os.Mkdir(docs, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "README.md"), []byte("<!-- generated: speed -->\n<!-- end of speed -->\n<!-- generated: headline -->\n<!-- end of headline -->\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	orders := "../../../examples/orders"
	before := readFile(t, orders+"/store/store.go")
	var out strings.Builder
	args := []string{
		"-o", docs, "-rounds", "1", "-modes", "unchanged,edited,full,fresh,generated", "-tools", "go list", "-generate", "3,50", orders,
	}
	if err := run(t.Context(), args, &out); err != nil {
		t.Fatal(err)
	}
	have := regexp.MustCompile(`\d+\.\d+`).ReplaceAllString(out.String(), "N")
	have = regexp.MustCompile(`[+-]\d+ `).ReplaceAllString(have, "N ")
	for _, part := range []string{
		"\nexamples/orders: nothing changed since the last run (median of 1)\n\n| tool |",
		"\nexamples/orders: a function body changed since the last run (median of 1)\n\n",
		"\n| 1 | 1 | N | N | N | N | N |\n| 3 | 2 | N | N | N | N | N |\n",
	} {
		if !strings.Contains(have, part) {
			t.Errorf("missing: %q\nin: %s", part, have)
		}
	}
	// awserrlint finds something, go list lists.
	if n := len(regexp.MustCompile(`(?m)^\| awserrlint \|.* 1 \|$`).FindAllString(have, -1)); n != 4 {
		t.Errorf("awserrlint ended with 1 in %d modes, want 4\n%s", n, have)
	}
	if n := len(regexp.MustCompile(`(?m)^\| go list \|.* 0 \|$`).FindAllString(have, -1)); n != 2 {
		t.Errorf("go list ended with 0 in %d modes, want 2\n%s", n, have)
	}
	if !regexp.MustCompile(`(?m)^\| go mod download \|.* 0 \|$`).MatchString(have) {
		t.Errorf("the mode fresh does not download\n%s", have)
	}
	page := readFile(t, filepath.Join(docs, "performance.md"))
	want := "go run ./internal/tools/bench -o docs -generate 3,50 -modes unchanged,edited,full,fresh,generated -rounds 1 -tools \"go list\" examples/orders\n"
	if !strings.Contains(page, want) {
		t.Errorf("missing: %q\nin: %s", want, page)
	}
	if readFile(t, orders+"/store/store.go") != before {
		t.Error("the module itself was edited")
	}
}

// TestEditor measures the language server.
func TestEditor(t *testing.T) {
	var out strings.Builder
	if err := run(t.Context(), []string{"-editor", "../../../examples/orders"}, &out); err != nil {
		t.Fatal(err)
	}
	want := regexp.MustCompile(`\norders, store/store.go\n\tfirst diagnostics after \S+ m?s\n\t100 edits: median \S+ m?s, 95 % within \S+ m?s, at most \S+ m?s\n$`)
	if !want.MatchString(out.String()) {
		t.Errorf("printed\n%s", out.String())
	}
	if err := run(t.Context(), []string{"-editor", t.TempDir()}, &out); err == nil {
		t.Error("a folder without a program is measured")
	}
}

func TestBadFlags(t *testing.T) {
	for _, args := range []string{"", "-rounds 0 .", "-modes nope .", "-tools nope .", "-modes generated -generate 1"} {
		if err := run(t.Context(), strings.Fields(args), &strings.Builder{}); err == nil {
			t.Errorf("%q is no error", args)
		}
	}
}
