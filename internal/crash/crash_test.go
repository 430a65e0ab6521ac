package crash

import (
	"errors"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

type table struct{ row *int }

func TestGuard(t *testing.T) {
	plain := errors.New("no")
	if err := Guard(func() error { return plain }); err != plain {
		t.Errorf("an error is turned into %v", err)
	}
	if err := Guard(func() error { return nil }); err != nil {
		t.Errorf("nil is turned into %v", err)
	}
	for name, tt := range map[string]struct {
		f    func()
		want string
	}{
		"a value":       {func() { panic("oh\n\tno") }, `panic at crash/crash_test\.go:\d+: oh no \(this is a bug; .*\)`},
		"the runtime":   {func() { _ = make([]int, 1)[len(name(""))] }, `panic at crash/crash_test\.go:\d+: runtime error: index out of range \[1\] with length 1 .*`},
		"a nil pointer": {func() { _ = *new(table).row }, `panic at crash/crash_test\.go:\d+: runtime error: invalid memory address or nil pointer dereference .*`},
		"passed on": {func() {
			defer func() { panic(recover()) }()
			strings.Repeat("x", -1)
		}, `panic at strings/strings\.go:\d+: strings: negative Repeat count .*`},
	} {
		err := Guard(func() error { tt.f(); return nil })
		if err == nil || !regexp.MustCompile("^"+tt.want+"$").MatchString(err.Error()) {
			t.Errorf("%s: error is %v, want %s", name, err, tt.want)
		}
	}
}

func name(s string) string { return s + "x" }

// TestStack checks that the stack is printed if GOTRACEBACK asks for it.
func TestStack(t *testing.T) {
	if os.Getenv("CRASH_TEST") != "" {
		Guard(func() error { panic("oh") })
		return
	}
	for level, want := range map[string]bool{"": false, "single": false, "none": false, "0": false, "all": true, "1": true} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestStack$")
		cmd.Env = append(os.Environ(), "CRASH_TEST=1", "GOTRACEBACK="+level)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if got := strings.Contains(string(out), "goroutine "); got != want {
			t.Errorf("GOTRACEBACK=%q prints\n%s", level, out)
		}
	}
}
