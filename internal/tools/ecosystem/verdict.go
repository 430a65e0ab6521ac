package main

import (
	"fmt"
	"slices"
	"strings"
)

// What somebody who has read a finding makes of it.
const (
	unread = "?"
	right  = "right"  // the fault is real, the message true, and the advice good
	half   = "advice" // the fault is real, but the message or the advice is wrong, in full or in part
	wrong  = "false"  // there is no fault, or it can be seen that it is meant
)

// What the maintainer of the program would make of the fix of a finding.
const (
	noFix  = "-"
	merge  = "merge"
	refuse = "refuse"
)

// A verdict is a finding, and what becomes of it when it is read.
type verdict struct {
	finding
	severity string // error, warning or info
	fault    string // unread, right, half or wrong; after a "?" the one on an earlier message
	fix      string // noFix, unread, merge or refuse; after a "?" the one on an earlier diff
	diffHash string // of the diff that fix is on; "" if unknown
	reason   string

	diff       string // of the fix
	oldMessage string // the one that fault is on, if it is another one
}

// format returns the line of v.
func (v verdict) format() string {
	fix := v.fix
	if v.diffHash != "" {
		fix += " " + v.diffHash
	}
	line := fmt.Sprintf("%s\t%s\t%s\t%s\t%s", v.place(), v.severity, v.fault, fix, v.message)
	if v.reason != "" {
		line += "\t" + v.reason
	}
	return line
}

// parseVerdict parses a line that format returns.
func parseVerdict(line string) (verdict, error) {
	fields := strings.Split(line, "\t")
	if len(fields) == 6 {
		fields = append(fields, "")
	}
	if len(fields) != 7 {
		return verdict{}, fmt.Errorf("want position, rule, severity, verdict, verdict on the fix, message and maybe a reason with tabs between them: %q", line)
	}
	f, err := parsePosition(fields[0])
	if err != nil {
		return verdict{}, err
	}
	f.rule, f.message = fields[1], fields[5]
	v := verdict{finding: f, severity: fields[2], fault: fields[3], reason: fields[6]}
	v.fix, v.diffHash, _ = strings.Cut(fields[4], " ")
	if v.fault != unread && !slices.Contains([]string{right, half, wrong}, strings.TrimPrefix(v.fault, unread)) {
		return verdict{}, fmt.Errorf("want right, advice, false or ? as a verdict: %q", v.fault)
	}
	if v.fix != unread && v.fix != noFix && !slices.Contains([]string{merge, refuse}, strings.TrimPrefix(v.fix, unread)) {
		return verdict{}, fmt.Errorf("want merge, refuse, - or ? as a verdict on the fix: %q", v.fix)
	}
	if v.reason == "" && (v.fault == half || v.fault == wrong || v.fix == refuse) {
		return verdict{}, fmt.Errorf("want the reason of a verdict that is not good: %q", line)
	}
	return v, nil
}

// open returns whether somebody has to read v, or read it again.
func (v verdict) open() bool {
	return strings.HasPrefix(v.fault, unread) || strings.HasPrefix(v.fix, unread)
}

// succeed returns v, which has just been found, with what was made of it when it was old. A finding
// that is worded in another way, or that has another fix, has to be read again.
func (v verdict) succeed(old verdict) verdict {
	v.fault, v.reason = old.fault, old.reason
	if v.message != old.message || v.severity != old.severity {
		v.fault = unread + strings.TrimPrefix(old.fault, unread)
	}
	if v.message != old.message {
		v.oldMessage = old.message
	}
	switch {
	case v.fix == noFix || old.fix == noFix:
	case old.diffHash == "" || old.diffHash == v.diffHash:
		v.fix = old.fix
	default:
		v.fix = unread + strings.TrimPrefix(old.fix, unread)
	}
	return v
}

// place returns where v stands and which rule reports it. Few findings have one in common.
func (v verdict) place() string { return v.finding.format(false) }

// A verdictSection holds the verdicts on findings in a module at a commit.
type verdictSection struct {
	heading
	verdicts []verdict
}

// parseVerdicts parses a file of verdicts: for each module a line with repository, commit and folder,
// and below it an indented line for each verdict. Errors begin with the line number.
func parseVerdicts(text string) ([]verdictSection, error) {
	var file []verdictSection
	err := parseSections(text, func(h heading, mark string) bool {
		file = append(file, verdictSection{h, nil})
		return mark == ""
	}, func(line string) error {
		v, err := parseVerdict(line)
		last := &file[len(file)-1]
		last.verdicts = append(last.verdicts, v)
		return err
	})
	return file, err
}

// formatVerdicts returns the file of the sections, sorted.
func formatVerdicts(file []verdictSection) []byte {
	slices.SortFunc(file, func(x, y verdictSection) int {
		return x.heading.compare(y.heading)
	})
	var b strings.Builder
	for _, s := range file {
		fmt.Fprintln(&b, s.heading.format())
		for _, v := range s.verdicts {
			fmt.Fprintf(&b, "\t%s\n", v.format())
		}
	}
	return []byte(b.String())
}
