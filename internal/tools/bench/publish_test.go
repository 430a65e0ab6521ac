package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// sampleRecords are of two modules and two modes, and of generated modules.
func sampleRecords() []record {
	of := func(module, mode string, wall ...float64) record {
		r := record{Module: subject{Name: module, Commit: "0123456789ab"}, Mode: mode, Setup: setup{"abc", "go1.26.8", "linux/amd64", 2}, Flags: "-modes " + mode}
		for i, w := range wall {
			tool := []string{"awserrlint", "errcheck v1", "go list"}[i]
			r.Results = append(r.Results, &result{Tool: tool, Wall: []float64{w, w, w}, CPU: []float64{w, w, w}})
		}
		return r
	}
	records := []record{
		of("shop", "unchanged", 0.01, 1, 0.1), of("bank", "unchanged", 0.02, 10, 0.2),
		of("shop", "full", 0.3, 1, 0.1), of("bank", "full", 0.4, 10, 0.2),
		of("1 packages", generated, 0.1, 0.01), of("10 packages", generated, 0.2, 0.01),
	}
	records[0].Module.Source = "https://github.com/acme/shop"
	return records
}

// TestPublish demands that records are kept, replaced by what is measured later, and shown.
func TestPublish(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "docs")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	readme := filepath.Join(root, "README.md")
	if err := os.WriteFile(readme, []byte("before\n<!-- generated: speed -->\nold\n<!-- end of speed -->\nafter\n<!-- generated: headline -->\n<!-- end of headline -->\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := publish(dir, nil); err == nil {
		t.Error("nothing is shown without an error")
	}
	records := sampleRecords()
	// In any order, in two steps, the second of which measures one anew.
	before := slices.Clone(records[1:])
	slices.Reverse(before)
	outdated := records[2]
	outdated.Results = []*result{{Tool: "old", Wall: []float64{77}, CPU: []float64{77}}}
	before = append(before, outdated)
	if err := publish(dir, before); err != nil {
		t.Fatal(err)
	}
	if err := publish(dir, []record{records[0], records[2], records[4], records[5]}); err != nil {
		t.Fatal(err)
	}
	have, err := readRecords(filepath.Join(dir, recordsName))
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, r := range have {
		order = append(order, r.Module.Name+" "+r.Mode)
	}
	want := []string{"bank unchanged", "shop unchanged", "bank full", "shop full", "1 packages generated", "10 packages generated"}
	if !slices.Equal(order, want) {
		t.Errorf("have %q, want %q", order, want)
	}

	text := readFile(t, readme)
	wantReadme := `before
<!-- generated: speed -->
| bank | awserrlint | errcheck v1 |
| --- | ---: | ---: |
| Nothing changed since the last run | 20 ms | 10 s |
| Full build cache, no results of awserrlint | 400 ms | 10 s |
<!-- end of speed -->
after
<!-- generated: headline -->
* bank, full build cache, no results of awserrlint: **400 ms**; the fastest other linter, errcheck v1, takes 10 s.
<!-- end of headline -->
`
	if text != wantReadme {
		t.Errorf("have\n%swant\n%s", text, wantReadme)
	}
	page := readFile(t, filepath.Join(dir, "performance.md"))
	for _, part := range []string{
		"\n## Nothing changed since the last run\n\nbank, 3 rounds:\n\n| tool |", "| awserrlint | 0.010 | 1.000 |",
		"\n## Generated modules\n", "| unchanged, full, generated | abc | go1.26.8 | linux/amd64 | 2 |",
		"\n| [shop](https://github.com/acme/shop) | 0123456789ab |\n", "\n| bank | 0123456789ab |\n",
		"\n```sh\ngit clone https://github.com/acme/shop acme+shop && git -C acme+shop checkout 0123456789ab\n" +
			"go run ./internal/tools/bench -o docs -modes unchanged bank acme+shop\n" +
			"go run ./internal/tools/bench -o docs -modes full bank shop\n" +
			"go run ./internal/tools/bench -o docs -modes generated\n```\n",
	} {
		if !strings.Contains(page, part) {
			t.Errorf("missing: %q\nin: %s", part, page)
		}
	}
	if strings.Contains(page, "77.000") || strings.Contains(page, "\n\n\n") {
		t.Errorf("outdated or torn:\n%s", page)
	}
}

// TestDocumentation demands that the documentation shows what performance.json holds.
func TestDocumentation(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "docs")
	records, err := readRecords(filepath.Join(dir, recordsName))
	if err != nil {
		t.Fatal(err)
	}
	files, err := render(dir, records)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if readFile(t, name) != string(text) {
			t.Errorf("%s is out of step: go run ./internal/tools/bench -o docs MODULE... writes it", name)
		}
	}
}

// TestPlot demands well-formed XML with a bar for each value, as long as its logarithm says.
func TestPlot(t *testing.T) {
	records := sampleRecords()
	records[0].Module.Name = "<shop>" // must be escaped
	var b bytes.Buffer
	if err := writePlot(&b, records); err != nil {
		t.Fatal(err)
	}
	for d := xml.NewDecoder(bytes.NewReader(b.Bytes())); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v\n%s", err, &b)
		}
	}
	p := newPlot(records)
	widths := make(map[string]int)
	for _, bar := range p.Bars {
		if bar.TextX > p.Width || bar.Y+plotBar > p.Height {
			t.Errorf("%s is outside: %+v", bar.Text, bar)
		}
		widths[bar.Text] = bar.Width
	}
	// The scale begins at 10 ms, and each power of ten is as wide as the others.
	if len(p.Bars) != 12 || widths["10 ms"] != 1 || widths["10 s"] != 3*widths["100 ms"] || widths["1.0 s"] != 2*widths["100 ms"] {
		t.Errorf("have %d bars: %v", len(p.Bars), widths)
	}
	if ticks := p.Columns[0].Ticks; len(ticks) != 4 || ticks[0].Text != "10 ms" || ticks[3].Text != "10 s" {
		t.Errorf("have ticks %v", ticks)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
