package action

import (
	"os/exec"
	"testing"
)

// TestReleased checks that git ignores what a release makes: with a file that it does not know, the go command stamps a version that
// ends in +dirty.
func TestReleased(t *testing.T) {
	cmd := exec.Command("git", "check-ignore", "dist/checksums.txt")
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("git does not ignore the folder dist: %v %s", err, out)
	}
}
