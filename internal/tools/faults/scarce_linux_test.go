package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// Where a user may write is tested with a process that has no rights but those of the owner of the files, also if root runs the
// test. What a full disk and a read-only one do is tested on real ones, where the system lets this test mount them.

// powerless makes cmd run without capabilities: as a user of its own to it, as this one to the file system.
func powerless(cmd *exec.Cmd) {
	if os.Getuid() != 0 {
		return // it has none
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 1000, HostID: 0, Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 1000, HostID: 0, Size: 1}},
	}
}

// An outcome is how a run ended.
type outcome struct {
	code           int
	stdout, stderr string
}

// runWith runs the tool in the module, after change has changed the command.
func (l *lab) runWith(t *testing.T, change func(cmd *exec.Cmd), args ...string) outcome {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), l.tool, args...)
	cmd.Dir = l.module
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+l.cache)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if change != nil {
		change(cmd)
	}
	err := cmd.Run()
	if _, exited := errors.AsType[*exec.ExitError](err); err != nil && !exited {
		t.Fatal(err)
	}
	return outcome{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// unchanged checks that the run failed and said why in the line want, beside the sum of its findings at most, and that the module is
// as it was.
func (l *lab) unchanged(t *testing.T, got outcome, want string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(got.stderr, "\n"), "\n")
	lines = slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "awserrlint: 6 findings") })
	if got.code != 2 || !slices.Equal(lines, []string{want}) {
		t.Errorf("it ends with %d and says\n%s\nwant\n%s", got.code, got.stderr, want)
	}
	s, err := l.look()
	if err != nil {
		t.Error(err)
	} else if s.phase() != before {
		t.Errorf("something is left: %s, %s", s.key(""), s.temporary)
	}
}

// TestPermissions has a user without rights fix what is not his to change.
func TestPermissions(t *testing.T) {
	l := testLab(t, 1)
	dir, file := filepath.Join(l.module, "service00"), filepath.Join(l.module, "service00", "put.go")
	t.Run("folder", func(t *testing.T) {
		chmod(t, dir, 0o555)
		l.unchanged(t, l.runWith(t, powerless, "-fix", "./..."), "awserrlint: service00/main.go: no file can be made beside it: permission denied; nothing is changed")
	})
	t.Run("file", func(t *testing.T) {
		chmod(t, file, 0o444)
		l.unchanged(t, l.runWith(t, powerless, "-fix", "./..."), "awserrlint: service00/put.go: cannot fix a read-only file; nothing is changed")
	})
	t.Run("file, as whoever runs the test", func(t *testing.T) {
		chmod(t, file, 0o444)
		l.unchanged(t, l.runWith(t, nil, "-fix", "./..."), "awserrlint: service00/put.go: cannot fix a read-only file; nothing is changed")
	})
	t.Run("another's file", func(t *testing.T) {
		if os.Getuid() != 0 {
			t.Skip("only root can give files away")
		}
		if err := os.Chown(file, 1234, 1234); err != nil {
			t.Fatal(err)
		}
		defer os.Chown(file, 0, 0)
		l.unchanged(t, l.runWith(t, powerless, "-fix", "./..."), "awserrlint: service00/put.go: cannot fix a read-only file; nothing is changed")
	})
}

// TestCacheFolder checks that the same is found where the cache, or something else of the environment, cannot be had.
func TestCacheFolder(t *testing.T) {
	l := testLab(t, 1)
	if l.runWith(t, nil, "./...").code != 1 { // so that there are results
		t.Error("nothing is found")
	}
	want := l.runWith(t, powerless, "-cache=off", "-format", "json", "./...")
	empty, file := t.TempDir(), filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{empty, l.cache, filepath.Join(l.cache, "awserrlint")} {
		chmod(t, dir, 0o555)
	}
	for name, env := range map[string][]string{
		"full and read-only":  {},
		"empty and read-only": {"XDG_CACHE_HOME=" + empty},
		"a file":              {"XDG_CACHE_HOME=" + file},
		"nowhere":             {"XDG_CACHE_HOME=/nowhere"},
		"no temporary folder": {"TMPDIR=/nowhere"},
		"no home":             {"HOME=", "XDG_CACHE_HOME=", "XDG_CONFIG_HOME=", "GOMODCACHE=" + goEnv(t, "GOMODCACHE")},
	} {
		t.Run(name, func(t *testing.T) {
			got := l.runWith(t, func(cmd *exec.Cmd) { powerless(cmd); cmd.Env = append(cmd.Env, env...) }, "-format", "json", "./...")
			if got != want {
				t.Errorf("it finds\n%v\nnot\n%v", got, want)
			}
		})
	}
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	value, err := checkout.GoEnv(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func chmod(t *testing.T, name string, mode os.FileMode) {
	t.Helper()
	info, err := os.Stat(name)
	if err == nil {
		err = os.Chmod(name, mode)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(name, info.Mode()) })
}

// TestKept checks what a fixed file has of the old one.
func TestKept(t *testing.T) {
	l := testLab(t, 1)
	file := filepath.Join(l.module, "service00", "put.go")
	uid, gid := os.Getuid(), os.Getgid()
	if uid == 0 {
		uid, gid = 1234, 4321
	}
	if err := errors.Join(os.Chown(file, uid, gid), os.Chmod(file, 0o750)); err != nil {
		t.Fatal(err)
	}
	outside := filepath.Join(t.TempDir(), "linked.go")
	if err := os.Link(file, outside); err != nil {
		t.Fatal(err)
	}
	if got := l.runWith(t, nil, "-fix", "./..."); got.code != l.fixedCode {
		t.Fatalf("it ends with %d: %s", got.code, got.stderr)
	}
	if err := l.isFixed(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if stat := info.Sys().(*syscall.Stat_t); int(stat.Uid) != uid || int(stat.Gid) != gid || info.Mode() != 0o750 {
		t.Errorf("owner %d, group %d, mode %s", stat.Uid, stat.Gid, info.Mode())
	}
	if text, err := os.ReadFile(outside); err != nil || !bytes.Equal(text, l.old["service00/put.go"]) {
		t.Errorf("the file outside with which it shared its content is changed: %v", err)
	}
}

// TestLimit has a process that may write only small files fix a module, as on a full disk.
func TestLimit(t *testing.T) {
	l := testLab(t, 1)
	limit := func(cmd *exec.Cmd) {
		args := append([]string{"sh", "-c", `ulimit -f 1 && exec "$0" "$@"`, cmd.Path}, cmd.Args[1:]...)
		cmd.Path, cmd.Args = "/bin/sh", args
	}
	l.unchanged(t, l.runWith(t, limit, "-fix", "./..."), "awserrlint: service00/main.go: file too large; nothing is changed")
}

// scarceVar is set in the process that TestScarce starts. It holds the folder to mount file systems on.
const scarceVar = "AWSERRLINT_TEST_SCARCE"

// TestScarce uses a full disk, and one that is read-only.
func TestScarce(t *testing.T) {
	if dir := os.Getenv(scarceVar); dir != "" {
		if err := syscall.Mount("none", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""); err != nil {
			t.Fatal(err)
		}
		testFull(t, dir)
		testReadOnly(t, dir)
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestScarce$", "-test.v")
	cmd.Env = append(os.Environ(), scarceVar+"="+t.TempDir(), toolVar+"="+tool)
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
	if os.Getuid() != 0 {
		cmd.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
		cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}
		cmd.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}
	}
	out, err := cmd.CombinedOutput()
	if _, exited := errors.AsType[*exec.ExitError](err); err != nil && (!exited || strings.Contains(string(out), "operation not permitted")) {
		t.Skipf("this system lets only root mount a file system; TestLimit and TestPermissions remain: %v", err)
	}
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func testFull(t *testing.T, dir string) {
	if err := syscall.Mount("none", dir, "tmpfs", 0, "size=4m"); err != nil {
		t.Fatal(err)
	}
	defer syscall.Unmount(dir, syscall.MNT_DETACH)
	l := testLab(t, 1)
	small := *l
	small.module = filepath.Join(dir, "module")
	if err := errors.Join(checkout.WriteFiles(small.module, l.old), os.WriteFile(filepath.Join(dir, "report"), []byte("old"), 0o666)); err != nil {
		t.Fatal(err)
	}
	if err := fill(filepath.Join(dir, "filler")); err != nil {
		t.Fatal(err)
	}
	const full = "no space left on device"
	small.unchanged(t, small.runWith(t, nil, "-fix", "./..."), "awserrlint: service00/main.go: "+full+"; nothing is changed")
	report := filepath.Join(dir, "report")
	small.unchanged(t, small.runWith(t, nil, "-format", "json:"+report, "./..."), "awserrlint: no json is written: ../report: "+full)
	small.unchanged(t, small.runWith(t, nil, "-format", "json:"+report+"2", "./..."), "awserrlint: no json is written: ../report2: "+full)
	small.unchanged(t, small.runWith(t, nil, "-baseline", report+"3", "-write-baseline", "./..."), "awserrlint: ../report3: "+full)
	entries, err := os.ReadDir(dir)
	if text, readErr := os.ReadFile(report); err != nil || readErr != nil || string(text) != "old" || len(entries) != 3 {
		t.Errorf("the report is %q, and there are %v: %v", text, entries, errors.Join(err, readErr))
	}

	// Without a cache, or with one that cannot grow, the same is found.
	want := l.runWith(t, nil, "-cache=off", "-format", "json", "./...")
	got := l.runWith(t, func(cmd *exec.Cmd) { cmd.Env = append(cmd.Env, "XDG_CACHE_HOME="+filepath.Join(dir, "cache")) }, "-format", "json", "./...")
	if got != want {
		t.Errorf("with a cache on a full disk, it finds\n%v\nnot\n%v", got, want)
	}
}

// fill writes to a new file until nothing more fits on its disk.
func fill(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	for size := 1 << 20; size > 0; size /= 2 {
		for err == nil {
			_, err = f.Write(make([]byte, size))
		}
		if !errors.Is(err, syscall.ENOSPC) {
			return err
		}
		err = nil
	}
	return f.Close()
}

func testReadOnly(t *testing.T, dir string) {
	l := testLab(t, 1)
	if err := syscall.Mount(l.module, dir, "", syscall.MS_BIND, ""); err != nil {
		t.Fatal(err)
	}
	defer syscall.Unmount(dir, syscall.MNT_DETACH)
	if err := syscall.Mount("none", dir, "", syscall.MS_REMOUNT|syscall.MS_BIND|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	fixed := *l
	fixed.module = dir
	fixed.unchanged(t, fixed.runWith(t, nil, "-fix", "./..."), "awserrlint: service00/main.go: cannot fix a read-only file; nothing is changed")
	fixed.unchanged(t, fixed.runWith(t, nil, "-format", "json:out", "./..."), "awserrlint: no json is written: out: no file can be made beside it: read-only file system")
}
