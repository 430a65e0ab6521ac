package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A finding is a finding of awserrlint, from either driver.
type finding struct {
	file      string // relative to the folder of the module, with slashes
	line, col int
	rule      string
	message   string // "" if unknown
}

// format returns the line of f, with or without its message.
func (f finding) format(messages bool) string {
	s := fmt.Sprintf("%s:%d:%d\t%s", f.file, f.line, f.col, f.rule)
	if messages {
		s += "\t" + f.message
	}
	return s
}

// parseFinding parses a line that format returns.
func parseFinding(line string) (finding, error) {
	fields := strings.SplitN(line, "\t", 3)
	if len(fields) < 2 {
		return finding{}, fmt.Errorf("want file:line:col, a tab and a rule: %q", line)
	}
	f, err := parsePosition(fields[0])
	f.rule = fields[1]
	if len(fields) == 3 {
		f.message = fields[2]
	}
	return f, err
}

// parsePosition parses file:line:col. Files may have colons in their names.
func parsePosition(s string) (finding, error) {
	fields := strings.Split(s, ":")
	n := len(fields) - 2
	if n < 1 {
		return finding{}, fmt.Errorf("want file:line:col: %q", s)
	}
	line, err1 := strconv.Atoi(fields[n])
	col, err2 := strconv.Atoi(fields[n+1])
	return finding{file: strings.Join(fields[:n], ":"), line: line, col: col}, errors.Join(err1, err2)
}

// sortFindings sorts findings and drops duplicates: go vet analyzes a package once more for its
// tests.
func sortFindings(findings []finding) []finding {
	slices.SortFunc(findings, compareFindings)
	return slices.Compact(findings)
}

// compareFindings orders findings by where they stand.
func compareFindings(x, y finding) int {
	return cmp.Or(cmp.Compare(x.file, y.file), cmp.Compare(x.line, y.line), cmp.Compare(x.col, y.col),
		cmp.Compare(x.rule, y.rule), cmp.Compare(x.message, y.message))
}
