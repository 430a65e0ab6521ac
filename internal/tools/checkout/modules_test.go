package checkout

import (
	"os"
	"reflect"
	"regexp"
	"testing"
)

func TestFindModules(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{".", "b", "a/deep", "vendor/x", "a/testdata/x", "node_modules/x", "_old", ".bingo"} {
		if err := os.MkdirAll(root+"/"+dir, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(root+"/"+dir+"/go.mod", nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	checkouts := []Checkout{{Root: root, Repository: "acme/shop", Commit: "-"}}
	for pattern, want := range map[string][]string{
		"":    {"acme/shop/a/deep", "acme/shop/b", "acme/shop"},
		"a/d": {"acme/shop/a/deep"},
	} {
		modules, err := FindModules(checkouts, regexp.MustCompile(pattern))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, m := range modules {
			names = append(names, m.Name())
		}
		if !reflect.DeepEqual(names, want) {
			t.Errorf("%q: have %q, want %q", pattern, names, want)
		}
	}
}
