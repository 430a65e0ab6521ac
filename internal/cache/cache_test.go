package cache

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

func keyOf(name string) Key { return sha256.Sum256([]byte(name)) }

func put(t *testing.T, c *Cache, name, content string) {
	t.Helper()
	if err := c.Put(keyOf(name), []byte(content)); err != nil {
		t.Fatal(err)
	}
}

// want checks that the entry called name is content, or is missing if that is "missing".
func want(t *testing.T, c *Cache, name, content string) {
	t.Helper()
	data, ok := c.Get(keyOf(name))
	if got := string(data); ok != (content != "missing") || ok && got != content {
		t.Errorf("entry %s is %q, %t; want %q", name, got, ok, content)
	}
}

func TestGetAndPut(t *testing.T) {
	c := Open(filepath.Join(t.TempDir(), "not", "yet"))
	want(t, c, "a", "missing")
	put(t, c, "a", "one")
	put(t, c, "empty", "")
	want(t, c, "a", "one")
	want(t, c, "empty", "")
	want(t, c, "b", "missing")
	put(t, c, "a", "two")
	want(t, c, "a", "two")
	if u, err := c.Usage(); err != nil || u.Entries != 2 || u.Size != int64(2*headerSize+len("two")) {
		t.Errorf("usage is %+v, %v", u, err)
	}
}

// TestDamage checks that a damaged entry is a miss and is removed.
func TestDamage(t *testing.T) {
	for name, damage := range map[string]func(content []byte) []byte{
		"zero":             func([]byte) []byte { return nil },
		"cut in magic":     func(b []byte) []byte { return b[:3] },
		"cut in checksum":  func(b []byte) []byte { return b[:headerSize-1] },
		"no data":          func(b []byte) []byte { return b[:headerSize] },
		"cut at the end":   func(b []byte) []byte { return b[:len(b)-1] },
		"longer":           func(b []byte) []byte { return append(b, 'x') },
		"one bit":          func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
		"checksum":         func(b []byte) []byte { b[headerSize-1] ^= 1; return b },
		"other form":       func(b []byte) []byte { b[len(magic)-2]++; return b },
		"of another key":   func([]byte) []byte { return pack(keyOf("b"), []byte("data")) },
		"zeros after kill": func(b []byte) []byte { return make([]byte, len(b)) },
	} {
		t.Run(name, func(t *testing.T) {
			c := Open(t.TempDir())
			put(t, c, "a", "data")
			file := c.fileName(keyOf("a"))
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, damage(content), 0o600); err != nil {
				t.Fatal(err)
			}
			want(t, c, "a", "missing")
			if _, err := os.Stat(file); !os.IsNotExist(err) {
				t.Errorf("the entry is still there: %v", err)
			}
			put(t, c, "a", "again")
			want(t, c, "a", "again")
		})
	}
}

// TestUsed checks that an entry keeps the time of its last use, but is not written on each.
func TestUsed(t *testing.T) {
	now := time.Now()
	c := Open(t.TempDir())
	c.now = func() time.Time { return now }
	put(t, c, "a", "data")
	file := c.fileName(keyOf("a"))
	for _, test := range []struct{ age, want time.Duration }{{time.Minute, time.Minute}, {2 * time.Hour, 0}} {
		if err := os.Chtimes(file, now, now.Add(-test.age)); err != nil {
			t.Fatal(err)
		}
		want(t, c, "a", "data")
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := now.Sub(info.ModTime()).Round(time.Second); got != test.want {
			t.Errorf("after a use, an entry of age %s has age %s, want %s", test.age, got, test.want)
		}
	}
}

// TestParallel has many readers and writers of the same entries.
func TestParallel(t *testing.T) {
	dir := t.TempDir()
	names := []string{"a", "b", "c"}
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() {
			c := Open(dir)
			for round := range 50 {
				name := names[(i+round)%len(names)]
				if data, ok := c.Get(keyOf(name)); ok && strings.Trim(string(data), name) != "" {
					t.Errorf("entry %s is torn", name)
				}
				err := c.Put(keyOf(name), bytes.Repeat([]byte(name), 1+1000*i))
				if err != nil && runtime.GOOS != "windows" { // there, a file that is read cannot be replaced
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if u, err := Open(dir).Usage(); err != nil || u.Entries != len(names) {
		t.Errorf("%+v, %v", u, err)
	}
}

// TestUnusable checks that a folder that cannot be used is an error of Put and a miss of Get.
func TestUnusable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{file, filepath.Join(file, "below")} {
		c := Open(dir)
		if err := c.Put(keyOf("a"), nil); err == nil {
			t.Errorf("%s can be written", dir)
		}
		want(t, c, "a", "missing")
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "mine" {
		t.Errorf("the file is %q, %v", data, err)
	}
}

func TestDir(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", filepath.Join(t.TempDir(), "cache"))
	for _, key := range []string{"HOME", "home", "LocalAppData"} {
		t.Setenv(key, t.TempDir())
	}
	base, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	if dir, err := Dir(); err != nil || dir != filepath.Join(base, "awserrlint") {
		t.Errorf("folder is %s, %v", dir, err)
	}
}

// list returns the files in dir, as paths relative to it.
func list(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(dir, name)
			files = append(files, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	slices.Sort(files)
	return files
}
