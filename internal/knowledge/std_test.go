package knowledge

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

func TestIsStd(t *testing.T) {
	if !slices.IsSorted(stdPackages) {
		t.Error("stdPackages are not sorted")
	}
	out, err := exec.Command("go", "list", "std").Output()
	if err != nil {
		t.Fatal(err)
	}
	for path := range strings.Lines(string(out)) {
		if path = strings.TrimSpace(path); !IsStd(path) {
			t.Errorf("%s is of the standard library", path)
		}
	}
	for _, path := range []string{
		"", "shop", "shop/store", "shop/internal/store", "command-line-arguments", "example.com/m", "log/store", "plugin/a",
		"main", "go", "cmd/go", "C", "_/tmp/m", "example.com/internal/m", "internals", "vendored/a",
	} {
		if IsStd(path) {
			t.Errorf("%q is not of the standard library", path)
		}
	}
}

func TestReservedForStd(t *testing.T) {
	for path, want := range map[string]bool{"errors": true, "net/http": true, "shop/store": true, "example.com/m": false} {
		if ReservedForStd(path) != want {
			t.Errorf("ReservedForStd(%q) is not %t", path, want)
		}
	}
}
