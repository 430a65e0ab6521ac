//go:build browser

package output

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write docs/report.png")

// TestBrowser uses the page for examples/orders in Chromium. With -update it also makes the picture of the
// documentation. It needs node, the packages in the folder browser (npm ci), and chromium.
func TestBrowser(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	report := filepath.Join(t.TempDir(), "report.html")
	tool := exec.Command("go", "run", "./cmd/awserrlint", "-C", "examples/orders", "-format", "html:"+report, "./...")
	tool.Dir = root
	if out, err := tool.CombinedOutput(); tool.ProcessState.ExitCode() != 1 {
		t.Fatalf("%v\n%s", err, out)
	}
	args := []string{"check.js", report}
	if *update {
		args = append(args, filepath.Join(root, "docs", "report.png"))
	}
	browser := exec.Command("node", args...)
	browser.Dir = "browser"
	browser.Stderr = os.Stderr
	if out, err := browser.Output(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
