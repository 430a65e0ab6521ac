package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
)

// A finding is what awserrlint -format json prints of a finding.
type finding struct {
	Rule, File string
	Position   struct{ Line int }
}

// line returns file:line, as peers print it.
func (f finding) line() string { return fmt.Sprintf("%s:%d", f.File, f.Position.Line) }

// compareFindings prints, for each line with a finding of awserrlint in the module in dir, which
// tools report that line as well, for whatever reason.
func (b *benchmark) compareFindings(ctx context.Context, dir string, out io.Writer) error {
	cmd := exec.CommandContext(ctx, b.binary, "-format", "json", b.pattern)
	cmd.Dir = dir
	text, _ := cmd.Output() // a bad exit code may mean findings; other failures show in the JSON
	var report struct{ Findings []finding }
	if err := json.Unmarshal(text, &report); err != nil {
		return fmt.Errorf("awserrlint: %w", err)
	}

	peers := slices.DeleteFunc(slices.Clone(b.tools), func(t tool) bool { return t.name == "go list" })
	reported := make([]map[string]bool, len(peers))
	head, rule := "| awserrlint finds | in line |", "| --- | --- |"
	for i, t := range peers {
		file, err := t.install(ctx, b.cache)
		if err != nil {
			return err
		}
		args := t.args
		if t.findArgs != nil {
			args = t.findArgs
		}
		if reported[i], err = reportedLines(ctx, dir, file, append(slices.Clone(args), b.pattern)...); err != nil {
			return err
		}
		head, rule = head+" "+t.label()+" |", rule+" :---: |"
	}
	fmt.Fprintf(out, "%s\n%s\n", head, rule)
	found := make([]int, len(peers))
	for _, f := range report.Findings {
		fmt.Fprintf(out, "| %s | `%s` |", f.Rule, f.line())
		for i := range peers {
			mark := ""
			if reported[i][f.line()] {
				mark = "yes"
				found[i]++
			}
			fmt.Fprintf(out, " %s |", mark)
		}
		fmt.Fprintln(out)
	}
	fmt.Fprintf(out, "| **%d findings** | |", len(report.Findings))
	for _, n := range found {
		fmt.Fprintf(out, " **%d** |", n)
	}
	fmt.Fprintln(out)
	return nil
}

// position matches the position at the start of a line of a tool's output.
var position = regexp.MustCompile(`^(?:vet: )?(\S+?\.go:\d+):`)

// reportedLines returns the lines of code that a tool reports, as file:line.
func reportedLines(ctx context.Context, dir, name string, args ...string) (map[string]bool, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	text, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		return nil, err // it could not start; a bad exit code may mean findings
	}
	lines := make(map[string]bool)
	for line := range strings.Lines(string(text)) {
		if m := position.FindStringSubmatch(line); m != nil {
			lines[path.Clean(m[1])] = true
		}
	}
	return lines, nil
}
