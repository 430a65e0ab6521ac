package cli

import (
	"bufio"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/program"
)

// driver is a small build system for GOPACKAGESDRIVER. It knows of no go.mod: DRIVER_OVERLAY, an
// -overlay of the go command, holds it. It takes DRIVER_TIME to begin.
func driver() int {
	wait, err := time.ParseDuration(os.Getenv("DRIVER_TIME"))
	if err == nil {
		time.Sleep(wait)
	}
	var req packages.DriverRequest
	if err := json.NewDecoder(os.Stdin).Decode(&req); err != nil {
		return program.Fail(err)
	}
	const listed = packages.NeedName | packages.NeedFiles | packages.NeedForTest
	mode := req.Mode & listed
	if req.Mode&packages.NeedTypes != 0 {
		mode |= packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile | packages.NeedModule
	}
	cfg := &packages.Config{
		Mode:       mode,
		Env:        append(os.Environ(), "GOPACKAGESDRIVER=off"),
		BuildFlags: append(req.BuildFlags, "-overlay="+os.Getenv("DRIVER_OVERLAY")),
		Tests:      req.Tests,
		Overlay:    req.Overlay,
	}
	roots, err := packages.Load(cfg, os.Args[1:]...)
	if err != nil {
		return program.Fail(err)
	}
	res := packages.DriverResponse{Compiler: "gc", Arch: runtime.GOARCH}
	for _, pkg := range roots {
		res.Roots = append(res.Roots, pkg.ID)
	}
	for pkg := range packages.Postorder(roots) {
		res.Packages = append(res.Packages, pkg)
	}
	if err := json.NewEncoder(os.Stdout).Encode(res); err != nil {
		return program.Fail(err)
	}
	return 0
}

// A run says what it waits for before a second is over, here for a driver that takes long. The best
// of a few runs counts, since the machine may be busy.
func TestWaitOfProcess(t *testing.T) {
	best := time.Hour
	for range 3 {
		best = min(best, timeOfWait(t))
	}
	if best > time.Second {
		t.Errorf("a run said what it waits for after %s", best)
	}
}

// timeOfWait returns how long a run takes until it says what it waits for.
func timeOfWait(t *testing.T) time.Duration {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.go"), []byte("package a\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	tool, err := exec.LookPath("testdriver")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program.Name, "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOPACKAGESDRIVER="+tool, "DRIVER_TIME=1h")
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
	if want := "awserrlint: waiting: "; err != nil || !strings.HasPrefix(line, want) || !strings.Contains(line, "GOPACKAGESDRIVER") {
		t.Errorf("printed %q, %v; want %s and GOPACKAGESDRIVER", line, err, want)
	}
	cmd.Process.Signal(os.Interrupt)
	cmd.Wait()
	return took
}
