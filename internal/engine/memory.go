package engine

import (
	"container/list"
	"slices"
	"sync"

	"github.com/awserrlint/awserrlint/internal/cache"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// A Memory is what a process keeps for its next run: entries of packages, also those of files that are not saved, and
// what a run knew of files and facts. It may be used by several runs at a time. A nil Memory is empty, and stays so.
type Memory struct {
	mu      sync.Mutex
	entries map[cache.Key]*list.Element // of order
	order   list.List                   // of *kept, the one used last in front
	size    int                         // of the data of all entries, in bytes
	unsaved map[string][]cache.Key      // of entries that depend on files that are not saved, by package ID, the newest last

	sources source.Sources // of packages that are imported

	runs    map[cache.Key]bool // which the memory has been asked for
	files   map[string]fileSum // settled ones, by name
	exports map[string]exports // by package ID, as they were last
}

// A kept is an entry with its key.
type kept struct {
	key  cache.Key
	data []byte
}

const (
	// maxMemory is how many bytes of entries a Memory keeps: those of thousands of packages.
	maxMemory = 32 << 20

	// maxUnsaved is how many entries of one package a Memory keeps that depend on files that are not saved: there is another one with
	// each key that somebody presses, and one goes back by few.
	maxUnsaved = 4
)

// NewMemory returns a memory without entries.
func NewMemory() *Memory {
	return &Memory{
		entries: make(map[cache.Key]*list.Element), unsaved: make(map[string][]cache.Key), runs: make(map[cache.Key]bool),
		files: make(map[string]fileSum), exports: make(map[string]exports),
	}
}

func (m *Memory) get(key cache.Key) (data []byte, ok bool) {
	if m == nil {
		return nil, false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	at, ok := m.entries[key]
	if !ok {
		return nil, false
	}
	m.order.MoveToFront(at)
	return at.Value.(*kept).data, true
}

// put makes data the entry for key, and drops those that nobody has used for longest.
func (m *Memory) put(key cache.Key, data []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if at, ok := m.entries[key]; ok {
		m.drop(at)
	}
	m.entries[key] = m.order.PushFront(&kept{key, data})
	for m.size += len(data); m.size > maxMemory && m.order.Len() > 1; {
		m.drop(m.order.Back())
	}
}

// putUnsaved is put for an entry of the package with the ID that depends on a file that is not saved.
func (m *Memory) putUnsaved(id string, key cache.Key, data []byte) {
	m.put(key, data)
	m.mu.Lock()
	defer m.mu.Unlock()
	keys := append(slices.DeleteFunc(m.unsaved[id], func(k cache.Key) bool { return k == key }), key)
	if len(keys) > maxUnsaved {
		if at, ok := m.entries[keys[0]]; ok {
			m.drop(at)
		}
		keys = keys[1:]
	}
	m.unsaved[id] = keys
}

func (m *Memory) drop(at *list.Element) {
	k := m.order.Remove(at).(*kept)
	m.size -= len(k.data)
	delete(m.entries, k.key)
}

// first reports whether the memory is asked about the run for the first time, so that what the cache has of it is news.
func (m *Memory) first(run cache.Key) bool {
	if m == nil {
		return true
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	known := m.runs[run]
	m.runs[run] = true
	return !known
}

// recall sets what the last runs knew of files and of pkgs.
func (m *Memory) recall(s *sums, pkgs []*pkg) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for name, f := range m.files {
		if _, inMemory := s.overlay[name]; !inMemory {
			s.files[name] = &f
		}
	}
	for _, p := range pkgs {
		if known, ok := m.exports[p.ID]; ok {
			p.know(known)
		}
	}
}

// remember keeps what a run knew of files and of pkgs.
func (m *Memory) remember(s *sums, pkgs []*pkg) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for name, f := range s.files {
		if _, inMemory := s.overlay[name]; inMemory || !f.settled || !f.wanted {
			continue
		}
		m.files[name] = fileSum{Stamp: f.Stamp, Content: f.Content, Declarations: f.Declarations}
	}
	for _, p := range pkgs {
		m.exports[p.ID] = p.exports
	}
}

// Sources returns what the memory keeps of files that never change, nil if m is nil.
func (m *Memory) Sources() *source.Sources {
	if m == nil {
		return nil
	}
	return &m.sources
}
