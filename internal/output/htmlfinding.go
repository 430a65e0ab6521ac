package output

import (
	"go/token"
	"strings"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/finding"
)

// A pageFinding is a finding as the page shows it.
type pageFinding struct {
	ID, Rule, Message, Operation, Service, Package, Position, Func string
	Severity                                                       finding.Severity
	Described                                                      bool // the page says what the operation can return
	Excerpt                                                        []excerptLine
	Path                                                           []step // from the AWS calls to the fault, if these are known
	Fix                                                            string
	Diff                                                           []diffLine
}

// A step is a place that an error comes through.
type step struct {
	Label, Position, Func string
	First, Last           bool
	Excerpt               []excerptLine
}

// An excerptLine is a line of source, in which Marked is what it is about.
type excerptLine struct {
	Number                int
	Before, Marked, After string
}

// A diffLine is a line of a diff. Its class is add, del, head, or "" for what stays.
type diffLine struct{ Class, Text string }

// A pageMaker makes what the page shows of findings.
type pageMaker struct {
	report    *Report
	sources   *Sources
	described map[string]bool // operations
}

func (m *pageMaker) finding(f finding.Finding, id string) pageFinding {
	service, _, _ := strings.Cut(f.Operation, ".")
	p := pageFinding{
		ID: id, Rule: f.Rule, Message: f.Message, Severity: f.Severity, Operation: f.Operation, Service: service, Package: f.Package,
		Position: finding.Position(f.Pos), Func: m.sources.function(f.Pos), Described: m.described[f.Operation],
		Excerpt: m.excerpt(f.Pos, f.End, 2),
	}
	for i, r := range f.Related {
		p.Path = append(p.Path, step{
			Label: r.Message, Position: finding.Position(r.Pos), Func: m.sources.function(r.Pos), First: i == 0, Excerpt: m.excerpt(r.Pos, r.End, 0),
		})
	}
	if len(p.Path) > 0 {
		p.Path = append(p.Path, step{Label: "and is at fault here", Position: p.Position, Func: p.Func, Last: true, Excerpt: p.Excerpt})
	}
	if len(f.Fixes) > 0 {
		p.Fix, p.Diff = f.Fixes[0].Message, m.diff(f)
	}
	return p
}

// excerpt returns the lines of source from start to end, at most ten, and around lines before and behind them.
func (m *pageMaker) excerpt(start, end token.Position, around int) []excerptLine {
	const most = 10
	last := min(max(end.Line, start.Line), start.Line+most-1)
	var lines []excerptLine
	for n := start.Line - around; n <= last+around; n++ {
		text, ok := m.sources.line(start.Filename, n)
		if !ok {
			continue
		}
		l := excerptLine{Number: n, Before: text}
		if n >= start.Line && n <= last {
			from, to := indent(text), len(text)
			if n == start.Line {
				from = min(max(start.Column-1, 0), len(text))
			}
			if n == end.Line {
				to = min(max(end.Column-1, from), len(text))
			}
			l.Before, l.Marked, l.After = text[:from], text[from:max(from, to)], text[max(from, to):]
		}
		lines = append(lines, l)
	}
	return lines
}

func indent(text string) int { return len(text) - len(strings.TrimLeft(text, " \t")) }

// diff returns what the fix of f changes, as -fix would, nothing if a file cannot be read any more.
func (m *pageMaker) diff(f finding.Finding) []diffLine {
	edits, _ := finding.Edits([]finding.Finding{f}, func(finding.Finding) bool { return false })
	files, err := edits.Rewrite(m.sources.read, m.report.Names)
	if err != nil {
		return nil
	}
	changes, err := edit.Changes(files, m.sources.read)
	if err != nil {
		return nil
	}
	var lines []diffLine
	for _, change := range changes {
		name := slashed(token.Position{Filename: change.Name})
		for i, text := range strings.Split(strings.TrimSuffix(string(change.Diff("a/"+name, "b/"+name)), "\n"), "\n") {
			class := ""
			switch {
			case i < 1:
				continue // the command
			case i < 3 || strings.HasPrefix(text, "@@"):
				class = "head"
			case strings.HasPrefix(text, "+"):
				class = "add"
			case strings.HasPrefix(text, "-"):
				class = "del"
			}
			lines = append(lines, diffLine{class, text})
		}
	}
	return lines
}
