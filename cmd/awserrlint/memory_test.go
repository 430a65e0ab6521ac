//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// TestMemoryOfModules demands that the memory of one module is free before the next is loaded.
func TestMemoryOfModules(t *testing.T) {
	dir := t.TempDir()
	for i := range 4 {
		if err := os.CopyFS(filepath.Join(dir, fmt.Sprint(i)), os.DirFS("../../examples/orders")); err != nil {
			t.Fatal(err)
		}
	}
	one, all := peak(t, filepath.Join(dir, "0")), peak(t, dir)
	if all > one*3/2 {
		t.Errorf("four modules took %d KB at their peak, one of them takes %d KB", all, one)
	}
}

// peak returns the most memory that a run on all packages in dir takes, in KB.
func peak(t *testing.T, dir string) int64 {
	t.Helper()
	cmd := exec.Command("awserrlint", "-cache=off", "./...")
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("%v: %s", err, out)
	}
	return cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
}
