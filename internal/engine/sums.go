package engine

import (
	"crypto/sha256"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
	"unsafe"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A sum is a hash of a file.
type sum [sha256.Size]byte

// A fileSum is what is known of a file. A hash that nobody wanted is zero.
type fileSum struct {
	Stamp        stamp
	Content      sum
	Declarations sum // see declarations

	settled bool // a change since the file was read would show in its stamp
	wanted  bool // in this run
}

// wants says which hashes of a file are wanted.
type wants struct{ content, declarations bool }

// have reports whether f has all that is wanted.
func (f *fileSum) have(w wants) bool {
	return (!w.content || f.Content != sum{}) && (!w.declarations || f.Declarations != sum{})
}

// sums are the hashes of files. Those of files that have not changed since an earlier run are from
// the cache: to look at a file is much cheaper than to read it.
type sums struct {
	overlay map[string][]byte
	files   map[string]*fileSum // by name
}

// want hashes files, several at a time, as far as this run has not done so. What cannot be read has
// hashes of zeros: the load says what is wrong.
func (s *sums) want(files map[string]wants) {
	var names []string
	for name, w := range files {
		if f := s.files[name]; f == nil || !f.wanted || !f.have(w) {
			names = append(names, name)
		}
	}
	results := make([]*fileSum, len(names))
	parallel(len(names), 4, func(i int) { results[i] = s.sumOf(names[i], files[names[i]]) })
	for i, name := range names {
		s.files[name] = results[i]
	}
}

// sumOf hashes the file called name, unless that is known.
func (s *sums) sumOf(name string, w wants) *fileSum {
	if data, ok := s.overlay[name]; ok {
		f := newFileSum(data, w)
		f.settled = true // nobody changes it
		return f
	}
	known := s.files[name]
	if known != nil && known.have(w) && known.Stamp == stampAt(name) {
		known.settled, known.wanted = true, true
		return known
	}
	f, info, err := readfile.Open(name)
	if err != nil {
		return &fileSum{wanted: true}
	}
	defer f.Close()
	now := time.Now()
	data := make([]byte, info.Size())
	if _, err := io.ReadFull(f, data); err != nil {
		return &fileSum{wanted: true}
	}
	if known != nil && known.wanted { // for what was wanted before
		w = wants{true, true}
	}
	out := newFileSum(data, w)
	out.Stamp, out.settled = stampOf(info), settled(info, now)
	return out
}

func newFileSum(data []byte, w wants) *fileSum {
	f := &fileSum{wanted: true}
	if w.content {
		f.Content = sha256.Sum256(data)
	}
	if w.declarations {
		f.Declarations = declarations(unsafe.String(unsafe.SliceData(data), len(data)))
	}
	return f
}

// content returns the hash of a file's content, and declarations that of its declarations. Both are
// in the form that a digest takes.
func (s *sums) content(name string) string      { return string(s.files[name].Content[:]) }
func (s *sums) declarations(name string) string { return string(s.files[name].Declarations[:]) }

// changed returns those of files, hashed before, that may not have the content any more that was
// hashed.
func (s *sums) changed(files map[string]bool) map[string]bool {
	names := slices.Collect(maps.Keys(files))
	same := make([]bool, len(names))
	parallel(len(names), 64, func(i int) {
		f := s.files[names[i]]
		_, inMemory := s.overlay[names[i]]
		same[i] = f != nil && f.settled && (inMemory || f.Stamp == stampAt(names[i]))
	})
	changed := make(map[string]bool)
	for i, name := range names {
		if !same[i] {
			changed[name] = true
		}
	}
	return changed
}

// A sumTable is the form of sums in the cache.
type sumTable struct {
	Names        string // each with a zero at its end
	Stamps       []stamp
	Contents     []byte
	Declarations []byte
}

// table returns those hashes that this run wanted and that a later run can use.
func (s *sums) table() (t sumTable) {
	var names strings.Builder
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		f := s.files[name]
		if _, inMemory := s.overlay[name]; inMemory || !f.settled || !f.wanted {
			continue
		}
		names.WriteString(name + "\x00")
		t.Stamps = append(t.Stamps, f.Stamp)
		t.Contents = append(t.Contents, f.Content[:]...)
		t.Declarations = append(t.Declarations, f.Declarations[:]...)
	}
	t.Names = names.String()
	return t
}

// newSums returns the hashes that a table holds.
func newSums(overlay map[string][]byte, t sumTable) *sums {
	s := &sums{overlay: overlay, files: make(map[string]*fileSum)}
	const size = len(sum{})
	names := splitNames(t.Names)
	files := make([]fileSum, len(names))
	for i, name := range names {
		f := &files[i]
		f.Stamp = t.Stamps[i]
		copy(f.Content[:], t.Contents[i*size:])
		copy(f.Declarations[:], t.Declarations[i*size:])
		s.files[name] = f
	}
	return s
}
