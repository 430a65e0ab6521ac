package load

import (
	"fmt"
	"go/token"
	"strings"
	"testing"
)

// TestVerified checks that a load whose errors are not those of the program is replaced by one that
// leaves nothing out.
func TestVerified(t *testing.T) {
	dir := writeTree(t, fakeSDK, layers, `
-- high/typo.go --
package high

func typo() { low.None() }
`)
	plan, err := NewPlan(t.Context(), Config{Dir: dir, Patterns: []string{"./..."}})
	if err != nil || plan.Fallback != "" {
		t.Fatal(err, plan.Fallback)
	}
	for _, test := range []struct {
		name  string
		fault func(l *loader)
		whole bool
	}{
		{"no fault", func(l *loader) {}, false},
		{"an error", func(l *loader) {
			mid := l.pkgs["example.com/m/mid"]
			mid.doubts |= flawed
			l.note(complaint{pkg: mid, at: token.Position{Filename: "mid.go", Line: 1}, msg: "low.Low has no method"})
		}, true},
		{"an unknown type", func(l *loader) { l.pkgs["example.com/m/mid"].doubts |= touched }, true},
	} {
		l, err := plan.run(t.Context(), plan.Packages, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		test.fault(l)
		got, err := plan.verified(t.Context(), plan.Packages, l)
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		if got.whole != test.whole || len(got.problems()) != 1 || len(got.sorted) != len(plan.Packages) {
			t.Errorf("%s: whole is %t, problems are %v", test.name, got.whole, got.problems())
		}
	}
}

// TestDistrust checks that errors outside of the program make the load need the compiler only if
// they concern a package to analyze.
func TestDistrust(t *testing.T) {
	for _, test := range []struct{ name, user, want string }{
		{"declaration", "var X = aws.None", "type error: "},
		{"type", "func F(t aws.T) { _ = t.Bad }", "type error: "},
		{"no concern", "func F(t aws.T) { _ = t.Good }", "<nil>"},
	} {
		dir := writeTree(t, fakeSDK, `
-- sdk/aws/aws.go --
package aws

type T struct {
	Bad  none
	Good int
}

var None = none
-- a/a.go --
package a

import "github.com/aws/aws-sdk-go-v2/aws"

`+test.user+"\n")
		_, err := fromSource(t, Config{Dir: dir, Patterns: []string{"./..."}})
		if got := fmt.Sprint(err); !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: error is %v, want %q", test.name, err, test.want)
		}
	}
}
