//go:build unix

package hostile

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/mod/modfile"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"awserrlint": func() { os.Exit(cli.Main(analyzers.All())) }})
}

// A result is what a run of the linter came to.
type result struct {
	stdout, stderr string
	code           int
	cpu            time.Duration
	peak           int64 // most memory, in MB
}

func (r result) String() string {
	return fmt.Sprintf("exit code %d, %.1f s, %d MB", r.code, r.cpu.Seconds(), r.peak)
}

// hang is how long a run may take. None takes a tenth of it on an idle machine.
const hang = 5 * time.Minute

// run runs the program, the linter unless name says otherwise, in dir.
func run(t *testing.T, dir, name string, args ...string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), hang)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.WaitDelay = time.Second
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+t.TempDir(), "GITHUB_ACTIONS=", "NO_COLOR=1")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	if ctx.Err() != nil {
		t.Fatalf("%s %q does not end within %v", name, args, hang)
	}
	r := result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode(), cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), peak(cmd.ProcessState)}
	if strings.Contains(r.stderr, "goroutine ") || strings.Contains(r.stdout+r.stderr, "this is a bug") {
		t.Errorf("%s %q crashes: %.2000s", name, args, r.stderr+r.stdout)
	}
	return r
}

// A tree is the files of a module, by name.
type tree map[string]string

// write writes the files, and go.mod and go.sum of a module that requires the SDK, unless there is
// a go.mod among them.
func (files tree) write(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	all := maps.Clone(files)
	if all["go.mod"] == "" {
		all["go.mod"], all["go.sum"] = requires(t)
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(all[name]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// requires returns go.mod and go.sum of a module that requires what the fixtures require.
func requires(t *testing.T) (mod, sum string) {
	t.Helper()
	text, err := os.ReadFile("../../testdata/src/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	sums, err := os.ReadFile("../../testdata/src/go.sum")
	if err != nil {
		t.Fatal(err)
	}
	file, err := modfile.Parse("go.mod", text, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.AddModuleStmt("example.com/hostile"); err != nil {
		t.Fatal(err)
	}
	return string(modfile.Format(file.Syntax)), string(sums)
}
