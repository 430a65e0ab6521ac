//go:build unix

package cache

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// fullVar is set in the process that TestFull starts.
const fullVar = "AWSERRLINT_TEST_FULL"

// TestFull has a process that may write small files only put a large entry, as on a full disk.
func TestFull(t *testing.T) {
	if dir := os.Getenv(fullVar); dir != "" {
		c := Open(dir)
		put(t, c, "small", "data")
		if err := c.Put(keyOf("small"), bytes.Repeat([]byte("x"), 1<<20)); err == nil || !strings.Contains(err.Error(), syscall.EFBIG.Error()) {
			t.Errorf("error is %v", err)
		}
		want(t, c, "small", "data")
		return
	}
	dir := t.TempDir()
	cmd := exec.Command("sh", "-c", `ulimit -f 64 && exec "$0" -test.run='^TestFull$'`, os.Args[0])
	cmd.Env = append(os.Environ(), fullVar+"="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if files := list(t, dir); len(files) != 1 {
		t.Errorf("files are %q", files)
	}
}

// TestReadOnly checks that entries can be read where nothing can be written, as from an image.
func TestReadOnly(t *testing.T) {
	c := Open(t.TempDir())
	put(t, c, "a", "data")
	age(t, c, c.fileName(keyOf("a")), 2*usedInterval)
	if os.Getuid() == 0 {
		// Root may write anywhere, so the test would show nothing about a folder without
		// permissions.
		t.Log("as root, only what can be read is tested")
	}
	if err := os.Chmod(c.dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(c.dir, 0o700) })
	want(t, c, "a", "data")
	if err := c.Put(keyOf("b"), nil); err == nil && os.Getuid() != 0 {
		t.Error("the folder can be written")
	}
}
