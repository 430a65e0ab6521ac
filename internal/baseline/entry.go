package baseline

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// An Entry is a finding that is accepted.
type Entry struct {
	File string `json:"file"`         // as seen from the folder of the baseline, with slashes
	Rule string `json:"rule"`         // its rule
	In   string `json:"in,omitempty"` // the first line of the function that it is in
	Line string `json:"line"`         // the line where it begins, without the indent
	Near string `json:"near"`         // a hash of the lines around that one

	At int `json:"-"` // its line in the file of the baseline; 0 if it was not read from one
}

// around is how many lines before and behind a finding Near stands for.
const around = 2

// A Reader returns the content of a file by its absolute name.
type Reader func(name string) ([]byte, error)

// A describer makes entries of findings. It reads each file once.
type describer struct {
	dir   string // of the baseline
	read  Reader
	files map[string][]string // lines without indents
}

func newDescriber(file string, read Reader) *describer {
	return &describer{filepath.Dir(file), read, make(map[string][]string)}
}

// entry returns the entry for f. It has no text if a line directive names a line that is not there, or a file
// that cannot be read.
func (d *describer) entry(f finding.Finding) Entry {
	e := Entry{Rule: f.Rule, File: filepath.ToSlash(f.Pos.Filename)}
	if rel, err := filepath.Rel(d.dir, f.Pos.Filename); err == nil {
		e.File = filepath.ToSlash(rel)
	}
	lines, ok := d.files[f.Pos.Filename]
	if !ok {
		if content, err := d.read(f.Pos.Filename); err == nil {
			lines = strings.Split(string(content), "\n")
		}
		d.files[f.Pos.Filename] = lines
	}
	at := f.Pos.Line - 1
	if at < 0 || at >= len(lines) {
		return e
	}
	e.Line = strings.TrimSpace(lines[at])
	e.In = function(lines[:at+1])
	hash := sha256.New()
	for _, line := range append(textual(lines, at, -1), textual(lines, at, +1)...) {
		hash.Write([]byte(line + "\n"))
	}
	e.Near = hex.EncodeToString(hash.Sum(nil)[:4])
	return e
}

// function returns the first line of the last function that begins in lines, unless another
// declaration follows it.
func function(lines []string) string {
	for i := len(lines) - 1; i >= 0; i-- {
		line := strings.TrimRight(lines[i], " \t\r")
		switch {
		case strings.HasPrefix(line, "func "):
			return line
		case strings.HasPrefix(line, "}") && i < len(lines)-1:
			return ""
		}
	}
	return ""
}

// textual returns the lines with text that are next to that with the index at, in steps of step, within
// a function: its first line may change, and the next function is another matter.
func textual(lines []string, at, step int) []string {
	var found []string
	for i := at + step; i >= 0 && i < len(lines) && len(found) < around && !strings.HasPrefix(lines[i], "func "); i += step {
		if line := strings.TrimSpace(lines[i]); line != "" {
			found = append(found, line)
		}
	}
	return found
}

// compare orders entries as a baseline has them. Those of a file and a rule stay in the order of
// their findings.
func compare(x, y Entry) int {
	return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Rule, y.Rule))
}
