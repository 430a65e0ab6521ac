package baseline

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// A Match compares the findings of a run with a baseline. Each entry accepts one finding.
type Match struct {
	baseline *Baseline
	describe *describer
	left     []Entry // those that have accepted none
}

// NewMatch returns a Match for a run on files as read has them.
func (b *Baseline) NewMatch(read Reader) *Match {
	return &Match{b, newDescriber(b.File, read), slices.Clone(b.entries)}
}

// File returns the absolute name of the baseline.
func (m *Match) File() string { return m.baseline.File }

// New returns those of findings that no entry accepts. An entry and a finding are the same if their
// rule and line are, and if
//   - the lines around are the same in that file,
//   - or the function is the same in that file,
//   - or the lines around are the same, and the entry's file is gone: it has been renamed.
//
// What fits better is looked for first, for all findings.
func (m *Match) New(findings []finding.Finding) []finding.Finding {
	type candidate struct {
		finding.Finding
		Entry
	}
	var all []candidate
	for _, f := range findings {
		all = append(all, candidate{f, m.describe.entry(f)})
	}
	for _, same := range []func(old, new Entry) bool{
		func(old, new Entry) bool { return old.File == new.File && old.Near == new.Near && old.In == new.In },
		func(old, new Entry) bool { return old.File == new.File && old.Near == new.Near },
		func(old, new Entry) bool { return old.File == new.File && old.In == new.In },
		func(old, new Entry) bool { return old.Near == new.Near && m.isGone(old.File) },
	} {
		all = slices.DeleteFunc(all, func(c candidate) bool {
			i := slices.IndexFunc(m.left, func(old Entry) bool {
				return old.Rule == c.Entry.Rule && old.Line == c.Entry.Line && same(old, c.Entry)
			})
			if i >= 0 {
				m.left = slices.Delete(m.left, i, i+1)
			}
			return i >= 0
		})
	}
	var rest []finding.Finding
	for _, c := range all {
		rest = append(rest, c.Finding)
	}
	return rest
}

// isGone reports whether the file of an entry is no longer there.
func (m *Match) isGone(file string) bool {
	_, err := os.Stat(m.baseline.Abs(file))
	return os.IsNotExist(err)
}

// Abs returns the absolute name of the file of an entry.
func (b *Baseline) Abs(file string) string {
	return filepath.Join(filepath.Dir(b.File), filepath.FromSlash(file))
}

// Gone returns the entries that have accepted no finding, except those for which unknown is true: a
// run that did not look there cannot know.
func (m *Match) Gone(unknown func(Entry) bool) []Entry {
	var gone []Entry
	for _, e := range m.left {
		if !unknown(e) {
			gone = append(gone, e)
		}
	}
	return gone
}
