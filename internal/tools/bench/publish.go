package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/docs"
)

// recordsName is the file, in the folder of documentation, that holds what was measured. All others
// are made from it.
const recordsName = "performance.json"

// publish adds records to those in the folder of documentation dir, and writes what shows them.
func publish(dir string, records []record) error {
	name := filepath.Join(dir, recordsName)
	old, err := readRecords(name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	records = merge(old, records)
	if len(records) == 0 {
		return fmt.Errorf("%s: nothing was measured yet", name)
	}
	files, err := render(dir, records)
	if err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(name, text, 0o666); err != nil {
			return err
		}
	}
	return writeRecords(name, records)
}

// render returns the files that show records, by name: the page and the image in the folder dir, and the
// README in its parent.
func render(dir string, records []record) (files map[string][]byte, err error) {
	var page, image bytes.Buffer
	if err := pageTemplate.Execute(&page, newPage(records)); err != nil {
		return nil, err
	}
	if err := writePlot(&image, records); err != nil {
		return nil, err
	}
	readme := filepath.Join(dir, "..", "README.md")
	text, err := os.ReadFile(readme)
	if err != nil {
		return nil, err
	}
	for name, section := range map[string]string{"speed": speedTable(records), "headline": headline(records)} {
		if text, err = docs.ReplaceSection(text, name, section); err != nil {
			return nil, fmt.Errorf("%s: %w", readme, err)
		}
	}
	return map[string][]byte{
		filepath.Join(dir, "performance.md"):  page.Bytes(),
		filepath.Join(dir, "performance.svg"): image.Bytes(),
		readme:                                text,
	}, nil
}

// headline returns, for the first module and the modes that people wait for, the wall times of awserrlint and of
// the fastest other linter, in a sentence each.
func headline(records []record) string {
	var b strings.Builder
	for _, rec := range records {
		if rec.Module.Name != records[0].Module.Name || rec.Mode != "full" && rec.Mode != "edited" {
			continue
		}
		own, best, name := 0.0, math.Inf(1), ""
		for _, r := range rec.Results {
			switch wall := median(r.Wall); {
			case r.Tool == "awserrlint":
				own = wall
			case r.Tool != "go list" && wall < best:
				best, name = wall, r.Tool
			}
		}
		if own > 0 && name != "" {
			fmt.Fprintf(&b, "* %s, %s: **%s**; the fastest other linter, %s, takes %s.\n", rec.Module.Name, strings.ToLower(titleOf(rec.Mode)), seconds(own), name, seconds(best))
		}
	}
	return b.String()
}

// speedTable returns a table of the wall times of linters on the first module: a row for each mode.
func speedTable(records []record) string {
	name := records[0].Module.Name
	rows := slices.DeleteFunc(slices.Clone(records), func(r record) bool { return r.Module.Name != name })
	var linters []string
	for _, rec := range rows {
		for _, r := range rec.Results {
			linter := strings.TrimPrefix(r.Tool, afterDownload)
			if isLinter := linter != "go list" && linter != "go mod download"; isLinter && !slices.Contains(linters, linter) {
				linters = append(linters, linter)
			}
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "| %s | %s |\n| --- |%s\n", name, strings.Join(linters, " | "), strings.Repeat(" ---: |", len(linters)))
	for _, rec := range rows {
		fmt.Fprintf(&b, "| %s |", titleOf(rec.Mode))
		for _, linter := range linters {
			text := ""
			for _, r := range rec.Results {
				if strings.TrimPrefix(r.Tool, afterDownload) == linter {
					text = seconds(median(r.Wall))
				}
			}
			fmt.Fprintf(&b, " %s |", text)
		}
		fmt.Fprintln(&b)
	}
	return b.String()
}
