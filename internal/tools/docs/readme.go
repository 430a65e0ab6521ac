package docs

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// readmeSections returns the sections of the README that sum up other pages, by name. orders is what the
// command prints for examples/orders.
func readmeSections(root, orders string) (map[string]string, error) {
	others, err := othersTable(root, orders)
	if err != nil {
		return nil, fmt.Errorf("docs/comparison.md: %w", err)
	}
	precision, err := precisionLine(root)
	if err != nil {
		return nil, fmt.Errorf("docs/precision.md: %w", err)
	}
	return map[string]string{"others": others, "precision": precision}, nil
}

// othersTable returns a table of how many of the faults in examples/orders linters find, from
// docs/comparison.md, which must be about just these.
func othersTable(root, orders string) (string, error) {
	text, err := os.ReadFile(filepath.Join(root, "docs", "comparison.md"))
	if err != nil {
		return "", err
	}
	all := tables(string(text))
	if len(all) == 0 || len(all[0]) < 4 {
		return "", fmt.Errorf("there is no table")
	}
	table := all[0]
	head, rows, sum := table[0], table[2:len(table)-1], table[len(table)-1]
	findings := strings.Split(strings.TrimSpace(orders), "\n")
	if len(findings) != len(rows) {
		return "", fmt.Errorf("it has %d findings, there are %d", len(rows), len(findings))
	}
	for i, row := range rows {
		line := strings.Trim(row[1], "`")
		if !strings.Contains(findings[i], line+":") || !strings.HasSuffix(findings[i], "("+row[0]+")") {
			return "", fmt.Errorf("it has %s in %s where there is %s", row[0], line, findings[i])
		}
	}
	names, rule, counts := "| | awserrlint |", "| --- | :---: |", fmt.Sprintf("| of %d faults, reports | **%[1]d** |", len(rows))
	for i := 2; i < len(head); i++ {
		names += " " + head[i] + " |"
		rule += " :---: |"
		counts += " " + strings.Trim(sum[i], "*") + " |"
	}
	return names + "\n" + rule + "\n" + counts + "\n", nil
}

// precisionLine returns how right the findings are, from docs/precision.md.
func precisionLine(root string) (string, error) {
	text, err := os.ReadFile(filepath.Join(root, "docs", "precision.md"))
	if err != nil {
		return "", err
	}
	repositories := make(map[string]bool)
	var sum []string
	for _, table := range tables(string(text)) {
		for _, row := range table[min(2, len(table)):] {
			if table[0][0] == "repository" {
				repositories[row[0]] = true
			}
			if row[0] == "**all**" && table[0][0] == "rule" && table[0][1] == "findings" {
				sum = row
			}
		}
	}
	if sum == nil || len(repositories) == 0 {
		return "", fmt.Errorf("there is no sum, or no repository")
	}
	return fmt.Sprintf("Of %s findings in %d repositories, %s were judged [right in every word](docs/precision.md).\n", sum[1], len(repositories), sum[2]), nil
}

// tables returns the cells of the Markdown tables in text, by table and row.
func tables(text string) [][][]string {
	var all [][][]string
	inside := false
	for line := range strings.Lines(text) {
		line, row := strings.CutPrefix(strings.TrimSpace(line), "|")
		if row && !inside {
			all = append(all, nil)
		}
		if inside = row; row {
			cells := strings.Split(strings.TrimSuffix(line, "|"), "|")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			last := &all[len(all)-1]
			*last = append(*last, cells)
		}
	}
	return all
}
