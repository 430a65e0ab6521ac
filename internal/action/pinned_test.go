package action

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPinned checks that each action of others is named by its commit, which nobody can move, and that a comment says
// which version that is.
func TestPinned(t *testing.T) {
	files, err := filepath.Glob("../../.github/workflows/*.yml")
	if err != nil {
		t.Fatal(err)
	}
	pinned := regexp.MustCompile(`^[\w.-]+(/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
	seen := 0
	for _, name := range append(files, "../../action.yml") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			_, action, ok := strings.Cut(line, "uses:")
			action = strings.TrimSpace(action)
			if !ok || action == "./" {
				continue
			}
			seen++
			if !pinned.MatchString(action) {
				t.Errorf("%s: %s is not pinned as owner/name@<commit> # v1.2.3", name, action)
			}
		}
	}
	if seen == 0 {
		t.Error("no workflow uses an action")
	}
}
