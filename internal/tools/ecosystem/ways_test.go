package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

func TestParseWay(t *testing.T) {
	for stderr, want := range map[string]string{
		"": "modelled ",
		"awserrlint:    1.3ms  read something\nawserrlint:     800µs  download example.com/a v1.2.3 and 3 more\n":                                    "modelled ",
		"awserrlint:     120ms  go list -m all\nawserrlint: waiting: go list -m all\nawserrlint:      12ms  go env\n":                                "asked list -m all, env",
		"awserrlint:    1m2.1s  go list -m all\nawserrlint:     1.2s  compiling with go list -export, since there is an overlay\n":                   "last resort there is an overlay",
		"awserrlint:    12ms  go list -m all\nawserrlint:    12ms  go list -m all\n":                                                                 "asked list -m all",
		"awserrlint: shop/a.go:1:2: go list -m all\nother:    12ms  go list -m all\nawserrlint: 12 files  go list\nawserrlint: go list: it failed\n": "modelled ",
	} {
		w, detail := parseWay(stderr)
		if have := w.String() + " " + detail; have != want {
			t.Errorf("have %q, want %q of\n%s", have, want, stderr)
		}
	}
}

func TestPrintWays(t *testing.T) {
	of := func(folder string, w way, detail string, problems ...string) *wayRow {
		return &wayRow{
			Module: checkout.Module{Checkout: checkout.Checkout{Repository: "acme/shop"}, Folder: folder}, way: w, detail: detail,
			outcome:   outcome{report: report{findings: make([]finding, 2), problems: problems}, exit: 1, costs: []checkout.Cost{{Wall: 1500 * time.Millisecond}}},
			downloads: folderSize{7, 12_300_000}, built: folderSize{2, 100_000},
		}
	}
	var out strings.Builder
	same, err := printWays(&out, []*wayRow{of(".", modelled, ""), of("b", asked, "list -m all", "no\nsuch module")})
	want := `
module       way       wall s  downloads  MB    build cache MB  findings  exit  remarks
acme/shop    modelled  1.50    7          12.3  0.1             2         1     
acme/shop/b  asked     1.50    7          12.3  0.1             2         1     list -m all; no
2 modules              3.00    14         24.6  0.2             4               

1 modelled, 1 asked, 0 last resort, 0 failed
`
	if out.String() != want[1:] || !same || err != nil {
		t.Errorf("have\n%swant%s%v, %v", &out, want, same, err)
	}
	for _, w := range []way{compiled, failed} {
		if same, _ := printWays(&out, []*wayRow{of(".", modelled, ""), of("b", w, "")}); same {
			t.Errorf("%s is good", w)
		}
	}
}

// TestWays runs a tool that says that it compiles, downloads a module and writes to the build cache.
func TestWays(t *testing.T) {
	root := newCheckout(t, ".")
	tool := script(t, `
[ "$5" = ./... ] && [ ! -e "$GOMODCACHE" ] && [ ! -e "$GOCACHE" ] || exit 3
echo "awserrlint:    1.5s  compiling with go list -export, since it is told to" >&2
mkdir -p "$GOCACHE" && echo built > "$GOCACHE/x" && echo '{"version": 1, "findings": []}'
go mod download github.com/aws/smithy-go || exit 3
`)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	out := ecosystem(t, exitChanged, "-ways", "-tool", tool, root)
	have := regexp.MustCompile(` +`).ReplaceAllString(regexp.MustCompile(`\d+\.\d+`).ReplaceAllString(out, "N"), " ")
	contains(t, have, "acme/shop last resort N 1 N N 0 0 it is told to\n", "0 modelled, 0 asked, 1 last resort, 0 failed")
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
