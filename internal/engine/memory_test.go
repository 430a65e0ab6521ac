package engine

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/cache"
)

// TestMemory edits files in memory, as an editor does, and checks what is analyzed for it and that the cache learns
// nothing of what is not saved.
func TestMemory(t *testing.T) {
	p := newProgram(t, carts)
	p.mem = NewMemory()
	p.want(analyzed(4, 4))
	p.want(nothingChanged)
	before := entriesIn(t, p.cache)

	low := p.read("low/low.go")
	edit := func(text string) { p.load.Overlay = map[string][]byte{p.file("low/low.go"): []byte(text)} }
	body := strings.Replace(low, "return nil", "in = nil\n\treturn nil", 1)
	edit(body)
	p.want(analyzed(1, 4))
	p.want(analyzed(0, 4))
	cut := strings.Replace(low, "cart: %w", "cart: %v", 1)
	edit(cut)
	p.want(analyzed(3, 4)) // other facts
	edit(body)
	p.want(analyzed(2, 4)) // low is known, and so are those for its facts, but only the last result of a package is kept
	p.load.Patterns = []string{"./low"}
	p.want(analyzed(0, 1))
	p.load.Patterns = []string{"./..."}
	if after := entriesIn(t, p.cache); after != before {
		t.Errorf("the cache has %d entries after edits in memory, before %d", after, before)
	}

	// Another process that reads the file finds nothing of it.
	p.load.Overlay, p.mem = nil, nil
	p.write("low/low.go", cut)
	p.want(analyzed(3, 4))
}

// TestMemoryIsBounded puts more into a memory than it keeps.
func TestMemoryIsBounded(t *testing.T) {
	m := NewMemory()
	key := func(n int) (k cache.Key) { k[0], k[1] = byte(n), byte(n>>8); return k }
	const size, n = 1 << 20, 100
	for i := range n {
		m.put(key(i), make([]byte, size))
		m.get(key(0))
	}
	if m.size > maxMemory || m.order.Len() != len(m.entries) || m.size != size*len(m.entries) {
		t.Errorf("%d bytes in %d entries", m.size, len(m.entries))
	}
	for i, want := range map[int]bool{0: true, 1: false, n - 1: true} {
		if _, ok := m.get(key(i)); ok != want {
			t.Errorf("entry %d is there: %t", i, ok)
		}
	}
	for i := range 2 * maxUnsaved {
		m.putUnsaved("a", key(1000+i), nil)
		m.putUnsaved("b", key(2000+i), nil)
		m.putUnsaved("a", key(1000+i), nil) // the same again
	}
	for i := range 2 * maxUnsaved {
		for _, first := range []int{1000, 2000} {
			if _, ok := m.get(key(first + i)); ok != (i >= maxUnsaved) {
				t.Errorf("unsaved entry %d is there: %t", i, ok)
			}
		}
	}
	m.put(key(0), nil)
	if data, ok := m.get(key(0)); !ok || len(data) != 0 {
		t.Errorf("replaced entry: %d bytes, %t", len(data), ok)
	}
}

// entriesIn returns the number of files in a cache.
func entriesIn(t *testing.T, dir string) int {
	t.Helper()
	n := 0
	err := filepath.WalkDir(dir, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
