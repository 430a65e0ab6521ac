package cli

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/awserrlint/awserrlint/internal/program"
)

// A run says what it waits for before a second is over. The best of a few runs counts, since the
// machine may be busy.
func TestWaitOfProcess(t *testing.T) {
	driver, err := exec.LookPath("testdriver")
	if err != nil {
		t.Fatal(err)
	}
	end := make(chan struct{})
	proxy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-end }))
	t.Cleanup(func() {
		close(end)
		proxy.Close()
	})
	for _, test := range []struct {
		name string
		env  []string
		want string
	}{
		{"driver", []string{"GOPACKAGESDRIVER=" + driver, "DRIVER_TIME=1h"}, "GOPACKAGESDRIVER"},
		{"proxy", []string{"GOMODCACHE=" + t.TempDir(), "GOPROXY=" + proxy.URL}, "github.com/aws/smithy-go"},
	} {
		best := time.Hour
		for range 3 {
			best = min(best, timeOfWait(t, test.env, test.want))
		}
		if best > time.Second {
			t.Errorf("%s: it said what it waits for after %s", test.name, best)
		}
	}
}

// timeOfWait returns how long a run on a module takes until it says that it waits for want.
func timeOfWait(t *testing.T, env []string, want string) time.Duration {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "module"))); err != nil {
		t.Fatal(err)
	}
	user := "package a\n\nimport _ \"github.com/aws/smithy-go\"\n"
	if err := os.WriteFile(filepath.Join(dir, "a.go"), []byte(user), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program.Name, "./...")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(stderr).ReadString('\n')
	took := time.Since(start)
	if err != nil || !strings.HasPrefix(line, "awserrlint: waiting: ") || !strings.Contains(line, want) {
		t.Errorf("printed %q, %v; want that it waits for %s", line, err, want)
	}
	cmd.Process.Signal(os.Interrupt)
	if err := cmd.Wait(); err == nil {
		t.Error("an interrupted run ended well")
	}
	return took
}
