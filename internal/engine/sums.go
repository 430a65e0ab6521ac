package engine

import (
	"crypto/sha256"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"
	"unsafe"
)

// A sum is a hash of a file.
type sum [sha256.Size]byte

// A fileSum is what is known of a file.
type fileSum struct {
	Stamp        stamp
	Content      sum
	Declarations sum // see declarations

	settled bool // a change since the file was read would show in its stamp
	wanted  bool // in this run
}

// sums are the hashes of files. Those of files that have not changed since an earlier run are from
// the cache: to look at a file is much cheaper than to read it.
type sums struct {
	overlay map[string][]byte
	files   map[string]*fileSum // by name
}

// want hashes the files called names, several at a time, unless this run has hashed them. What
// cannot be read has a hash of zeros: the load says what is wrong.
func (s *sums) want(names []string) {
	slices.Sort(names)
	names = slices.DeleteFunc(slices.Compact(names), func(name string) bool { return s.files[name] != nil && s.files[name].wanted })
	results := make([]*fileSum, len(names))
	parallel(len(names), 4, func(i int) { results[i] = s.sumOf(names[i]) })
	for i, name := range names {
		s.files[name] = results[i]
	}
}

// sumOf hashes the file called name, unless that is known.
func (s *sums) sumOf(name string) *fileSum {
	if data, ok := s.overlay[name]; ok {
		f := newFileSum(data)
		f.settled = true // nobody changes it
		return f
	}
	if known := s.files[name]; known != nil && known.Stamp == stampAt(name) {
		known.settled, known.wanted = true, true
		return known
	}
	f, err := os.Open(name)
	if err != nil {
		return &fileSum{wanted: true}
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return &fileSum{wanted: true}
	}
	now := time.Now()
	data := make([]byte, info.Size())
	if _, err := io.ReadFull(f, data); err != nil {
		return &fileSum{wanted: true}
	}
	out := newFileSum(data)
	out.Stamp, out.settled = stampOf(info), settled(info, now)
	return out
}

func newFileSum(data []byte) *fileSum {
	return &fileSum{
		Content:      sha256.Sum256(data),
		Declarations: declarations(unsafe.String(unsafe.SliceData(data), len(data))),
		wanted:       true,
	}
}

// content returns the hash of a file's content, and declarations that of its declarations. Both are
// in the form that a digest takes.
func (s *sums) content(name string) string      { return string(s.files[name].Content[:]) }
func (s *sums) declarations(name string) string { return string(s.files[name].Declarations[:]) }

// unchanged reports whether a file still has the content that was hashed. It cannot tell of one that
// changed just before that.
func (s *sums) unchanged(name string) bool {
	f := s.files[name]
	if f == nil || !f.settled {
		return false
	}
	_, inMemory := s.overlay[name]
	return inMemory || f.Stamp == stampAt(name)
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
