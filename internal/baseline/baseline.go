package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/readfile"
	"github.com/awserrlint/awserrlint/internal/relpath"
)

// version is the version of the form. It rises when older programs would misread a file.
const version = 1

// A Baseline is what a file accepts.
type Baseline struct {
	File    string // its absolute name
	entries []Entry
}

// Read returns the baseline in a file with an absolute name.
func Read(file string) (*Baseline, error) {
	data, err := readfile.All(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w; -write-baseline makes it", err)
	}
	if err != nil {
		return nil, err
	}
	b := &Baseline{File: file}
	if b.entries, err = parse(data); err != nil {
		return nil, fmt.Errorf("%s: no baseline: %w", relpath.File(file), err)
	}
	return b, nil
}

// parse returns the entries in data, with where they are.
func parse(data []byte) ([]Entry, error) {
	var whole struct {
		Version  int               `json:"version"`
		Findings []json.RawMessage `json:"findings"`
	}
	if err := json.Unmarshal(data, &whole); err != nil {
		return nil, err
	}
	if whole.Version != version {
		return nil, fmt.Errorf("its version is %d, want %d", whole.Version, version)
	}
	var entries []Entry
	read := 0
	for _, raw := range whole.Findings {
		e := Entry{}
		if err := json.Unmarshal(raw, &e); err != nil {
			return nil, err
		}
		if e.File == "" || e.Rule == "" {
			return nil, errors.New("a finding has no file or no rule")
		}
		read += bytes.Index(data[read:], raw)
		e.At = 1 + bytes.Count(data[:read], []byte("\n"))
		read += len(raw)
		entries = append(entries, e)
	}
	return entries, nil
}

// Write writes a baseline that accepts findings to a file with an absolute name, whole or not at
// all. Of old, which may be nil, it keeps the entries for which keep is true: those of which this run
// cannot know. It returns the number of entries.
func Write(file string, findings []finding.Finding, read Reader, old *Baseline, keep func(Entry) bool) (int, error) {
	var entries []Entry
	if old != nil {
		for _, e := range old.entries {
			if keep(e) {
				entries = append(entries, e)
			}
		}
	}
	d := newDescriber(file, read)
	for _, f := range findings {
		entries = append(entries, d.entry(f))
	}
	slices.SortStableFunc(entries, compare)

	// A line for each, so that branches merge.
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"version\": %d,\n  \"findings\": [", version)
	for i, e := range entries {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e); err != nil {
			return 0, err
		}
		out.Truncate(out.Len() - 1) // the line feed
	}
	out.WriteString("\n  ]\n}\n")
	return len(entries), edit.Create(file, out.Bytes())
}
