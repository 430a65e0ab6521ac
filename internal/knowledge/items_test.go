package knowledge

import (
	"os"
	"strings"
	"testing"
)

func TestItems(t *testing.T) {
	list, err := os.ReadFile("../tools/failures/testdata/services.txt")
	if err != nil {
		t.Fatal(err)
	}
	for op, name := range items {
		if !strings.Contains(string(list), "."+op+": ") {
			t.Errorf("no operation %s has failure members", op)
		}
		if got := Items(op); got != name {
			t.Errorf("Items(%q) = %q, want %q", op, got, name)
		}
	}
	if got := Items("Disable"); got != "items" {
		t.Errorf("Items of an operation that is not in the table are %q", got)
	}
}
