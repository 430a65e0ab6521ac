package cache

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// age makes the file called name old.
func age(t *testing.T, c *Cache, name string, d time.Duration) {
	t.Helper()
	old := c.now().Add(-d)
	if err := os.Chtimes(name, old, old); err != nil {
		t.Fatal(err)
	}
}

// write writes a file that the cache did not write, of size bytes.
func write(t *testing.T, name string, size int64) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(name, size); err != nil { // a hole: it takes no space
		t.Fatal(err)
	}
	return name
}

func TestTrim(t *testing.T) {
	now := time.Now()
	c := Open(filepath.Join(t.TempDir(), "cache"))
	c.now = func() time.Time { return now }
	if err := c.Trim(); err != nil {
		t.Errorf("without a folder: %v", err)
	}
	if files := list(t, c.dir); files != nil {
		t.Errorf("Trim makes %q", files)
	}

	const day = 24 * time.Hour
	put(t, c, "new", "data")
	put(t, c, "old", "data")
	age(t, c, c.fileName(keyOf("old")), maxAge+time.Minute)
	put(t, c, "older but used", "data")
	age(t, c, c.fileName(keyOf("older but used")), 2*maxAge)
	want(t, c, "older but used", "data")
	age(t, c, write(t, c.fileName(keyOf("new"))+temporaryMark+"1", 1), maxTemporary+time.Minute)
	write(t, c.fileName(keyOf("new"))+temporaryMark+"2", 1)
	other := write(t, filepath.Join(c.dir, "ab", "other"), 1)
	age(t, c, other, 2*maxAge)
	if err := c.Trim(); err != nil {
		t.Fatal(err)
	}
	want(t, c, "new", "data")
	want(t, c, "older but used", "data")
	want(t, c, "old", "missing")
	if u, err := c.Usage(); err != nil || u.Entries != 2 {
		t.Errorf("usage is %+v, %v", u, err)
	}
	files := list(t, c.dir)
	if len(files) != 5 { // two entries, what one process writes now, other, the marker
		t.Errorf("files are %q", files)
	}

	// It works once a day.
	age(t, c, c.fileName(keyOf("new")), 2*maxAge)
	if err := c.Trim(); err != nil {
		t.Fatal(err)
	}
	if got := list(t, c.dir); !slices.Equal(got, files) {
		t.Errorf("a second Trim leaves %q", got)
	}
	now = now.Add(day + time.Minute)
	if err := c.Trim(); err != nil {
		t.Fatal(err)
	}
	want(t, c, "new", "missing")
	want(t, c, "older but used", "data")

	// A clock that was ahead does not stop it.
	now = now.Add(-10 * day)
	age(t, c, c.fileName(keyOf("older but used")), 2*maxAge)
	if err := c.Trim(); err != nil {
		t.Fatal(err)
	}
	want(t, c, "older but used", "missing")
}

func TestTrimBySize(t *testing.T) {
	c := Open(t.TempDir())
	for i, name := range []string{"newest", "middle", "large", "oldest"} {
		put(t, c, name, name)
		age(t, c, c.fileName(keyOf(name)), time.Duration(i)*time.Minute)
	}
	large := c.fileName(keyOf("large"))
	write(t, large, maxSize)
	age(t, c, large, 2*time.Minute)
	if err := c.Trim(); err != nil {
		t.Fatal(err)
	}
	want(t, c, "newest", "newest")
	want(t, c, "middle", "middle")
	want(t, c, "oldest", "oldest")
	if _, err := os.Stat(large); !os.IsNotExist(err) {
		t.Errorf("the entry that makes the cache too large is there: %v", err)
	}
}

func TestClean(t *testing.T) {
	c := Open(filepath.Join(t.TempDir(), "cache"))
	if err := c.Clean(); err != nil {
		t.Errorf("without a folder: %v", err)
	}
	for _, name := range []string{"a", "b", "c"} {
		put(t, c, name, name)
	}
	write(t, c.fileName(keyOf("d"))+temporaryMark+"1", 1)
	if err := c.Trim(); err != nil {
		t.Fatal(err)
	}
	others := []string{filepath.Join(c.dir, "notes.txt"), filepath.Join(c.dir, "ab", "notes"), filepath.Join(c.dir, "docs", "x")}
	for _, name := range others {
		write(t, name, 1)
	}
	if err := c.Clean(); err != nil {
		t.Fatal(err)
	}
	if got := list(t, c.dir); !slices.Equal(got, []string{"ab/notes", "docs/x", "notes.txt"}) {
		t.Errorf("Clean leaves %q", got)
	}
	for _, name := range others {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(c.dir, "docs")); err != nil {
		t.Fatal(err)
	}
	if err := c.Clean(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(c.dir); !os.IsNotExist(err) {
		t.Errorf("the folder is still there: %v", err)
	}
}
