package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/fuzz/variant"
)

// A tool is the binary under attack.
type tool struct {
	name  string
	cache string // the folder for kept results
}

// A report is what awserrlint -format json prints. See docs/json.md.
type report struct {
	Findings []struct {
		Rule, Severity, Message, Operation, File string
		Position, End                            place
		Related                                  []struct {
			File          string
			Position, End place
		}
		Fixes []struct{ Message string }
	}
	Problems []struct{ Package, Position, Message string }
}

type place struct{ Offset int }

// run runs the tool on all packages of the module in dir, and returns what it prints, on standard output and as errors. Where an exit
// code is none of the documented ones, or standard error tells of a panic, it returns an error.
func (t tool) run(dir string, args ...string) (out, errs []byte, err error) {
	cmd := exec.Command(t.name, append(append([]string{"-all"}, args...), "./...")...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+t.cache)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && slices.Contains([]int{1, 2}, exit.ExitCode()) {
		err = nil
	}
	if err != nil || crashed.Match(stderr.Bytes()) {
		return nil, nil, fmt.Errorf("%s: %v\n%s", strings.Join(cmd.Args, " "), err, stderr.Bytes())
	}
	return stdout.Bytes(), stderr.Bytes(), nil
}

var crashed = regexp.MustCompile(`(?m)^panic: |^goroutine \d|^fatal error: |panicked`)

// complaint is why the tool could not do what it was to do.
var complaint = regexp.MustCompile(`(?m)^awserrlint: .*nothing is changed.*|^awserrlint: .*fixes break.*`)

// analyze returns what is found in the module in dir.
func (t tool) analyze(dir string, args ...string) (*report, error) {
	out, errs, err := t.run(dir, append([]string{"-format", "json"}, args...)...)
	if err != nil {
		return nil, err
	}
	rep := new(report)
	if err := json.Unmarshal(out, rep); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, errs)
	}
	if told := complaint.Find(errs); told != nil && len(rep.Problems) == 0 {
		return nil, fmt.Errorf("%s", told)
	}
	return rep, nil
}

// A found is a finding in words that are the same for all variants of a file.
type found struct {
	file, text string
	fix        bool
	excusable  bool // by a comment
}

// locate returns the findings in the module in dir by what they are in all variants. Words of messages that are in names, for the
// file, are left out. Without severities, a comment may have been a reason.
func locate(dir string, rep *report, severities bool, names func(file string) []string) ([]found, error) {
	maps := make(map[string]*variant.Map)
	var failure error
	at := func(file string, p place) string {
		m := maps[file]
		if m == nil {
			src, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
			if err == nil {
				m, err = variant.NewMap(src)
			}
			if err != nil {
				failure = err
				return ""
			}
			maps[file] = m
		}
		where := m.At(p.Offset)
		return fmt.Sprintf("%s+%d", where.Decl, where.Token)
	}
	var all []found
	for _, f := range rep.Findings {
		text := fmt.Sprintf("%s to %s: %s: %s", at(f.File, f.Position), at(f.File, f.End), f.Rule, without(f.Message, names(f.File)))
		if severities {
			text += ", " + f.Severity
		}
		var related []string
		for _, r := range f.Related {
			related = append(related, at(r.File, r.Position)+" to "+at(r.File, r.End))
		}
		slices.Sort(related)
		all = append(all, found{f.File, text + ", related: " + strings.Join(related, ", "), len(f.Fixes) > 0, slices.Contains(excusable, f.Rule)})
	}
	slices.SortFunc(all, func(a, b found) int { return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.text, b.text)) })
	return all, failure
}

// line is a place that a message names. In another layout it is another line, and in another order another place.
var line = regexp.MustCompile(`\b\w+\.go:\d+`)

// excusable are the rules to which a comment, in whatever words, can be a reason.
var excusable = []string{"swallowed", "lambdabatch", "lambdaasync"}

// qualifier is the name of a package before a type, which depends on the names around it.
var qualifier = regexp.MustCompile(`\*\w+\.`)

var word = regexp.MustCompile(`\b[\pL_][\pL_\d]*\b`)

// without returns text with a dot in place of each word in names, and without what else is not the same for all variants.
func without(text string, names []string) string {
	text = qualifier.ReplaceAllString(line.ReplaceAllString(text, "a line"), "*·.")
	return word.ReplaceAllStringFunc(text, func(w string) string {
		if slices.Contains(names, w) {
			return "·"
		}
		return w
	})
}
