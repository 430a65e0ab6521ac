package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
	"github.com/awserrlint/awserrlint/internal/tools/fuzz/variant"
)

// A tool is the binary under attack.
type tool struct {
	name  string
	cache string // the folder for kept results
}

// run runs the tool on all packages of the module in dir, and returns what it prints. The error tells of an exit code that is none of
// the documented ones, of a crash, or that the tool could not run.
func (t tool) run(dir string, args ...string) (out []byte, exit int, err error) {
	cmd := exec.Command(t.name, append(append([]string{"-all"}, args...), "./...")...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+t.cache)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	exit = cmd.ProcessState.ExitCode()
	if exit < 0 || exit > 2 || crashed.Match(stderr.Bytes()) || exit == 2 && stdout.Len() == 0 {
		return nil, exit, fmt.Errorf("%s: %v\n%s", strings.Join(cmd.Args, " "), err, stderr.Bytes())
	}
	return stdout.Bytes(), exit, nil
}

var crashed = regexp.MustCompile(`(?m)^(awserrlint: )?panic[ :]|^goroutine \d|^fatal error: `)

// analyze returns what is found in the module in dir.
func (t tool) analyze(dir string, args ...string) (checkout.JSONReport, error) {
	out, exit, err := t.run(dir, append([]string{"-format", "json"}, args...)...)
	if err != nil {
		return checkout.JSONReport{}, err
	}
	rep, err := checkout.DecodeJSON(out)
	if err == nil && exit == 2 && len(rep.Problems) == 0 {
		err = fmt.Errorf("exit code 2 of %q, but no problem", args)
	}
	return rep, err
}

// A found is a finding in words that are the same for all variants of a file.
type found struct {
	file, text string
	fix        bool
}

// locate returns the findings in the module in dir, which is a variant or is to be compared with one, by what they are in both: words of
// messages that are in names, for the file, are left out, and so is what a variant may change.
func locate(dir string, rep checkout.JSONReport, v variant.Variant, names map[string][]string) ([]found, error) {
	maps := make(map[string]*variant.Map)
	var failure error
	at := func(file string, p checkout.JSONPosition) string {
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
		if v.Commented && slices.Contains(excusable, f.Rule) {
			continue
		}
		text := fmt.Sprintf("%s to %s: %s: %s", at(f.File, f.Position), at(f.File, f.End), f.Rule, without(f.Message, names[f.File]))
		if !v.Commented { // a comment may be a reason
			text += ", " + f.Severity
		}
		var related []string
		for _, r := range f.Related {
			related = append(related, at(r.File, r.Position)+" to "+at(r.File, r.End))
		}
		slices.Sort(related)
		all = append(all, found{f.File, text + ", related: " + strings.Join(related, ", "), v.Fixed && len(f.Fixes) > 0})
	}
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
