package load

import (
	"strings"
	"testing"
)

// TestReplaced checks that a module that a replace line takes from a folder is of the program, and
// that its go.mod says which Go it is written in. The SDK is none, wherever it comes from.
func TestReplaced(t *testing.T) {
	dir := writeTree(t, fakeSDK, `
-- go.mod --
module example.com/m

go 1.26

require (
	example.com/lib v0.0.0
	github.com/aws/aws-sdk-go-v2 v1.0.0
)

replace example.com/lib => ./lib

replace github.com/aws/aws-sdk-go-v2 => ./sdk
-- sdk/aws/aws.go --
package aws

import _ "github.com/aws/aws-sdk-go-v2/service"

func String(s string) *string { return &s }
-- sdk/service/service.go --
package service
-- m.go --
package m

import (
	"example.com/lib/plain"

	"github.com/aws/aws-sdk-go-v2/aws"
)

var S, T = plain.S, aws.String("")
-- lib/go.mod --
module example.com/lib

go 1.21

require github.com/aws/aws-sdk-go-v2 v1.0.0
-- lib/plain/plain.go --
package plain

import "example.com/lib/user"

var S = user.S
-- lib/user/user.go --
package user

import "github.com/aws/aws-sdk-go-v2/aws"

var S = aws.String("")
`)
	plan, err := NewPlan(t.Context(), Config{Dir: dir, Patterns: []string{"."}})
	if err != nil || plan.Fallback != "" {
		t.Fatal(err, plan.Fallback)
	}
	res, err := plan.Load(t.Context(), plan.Packages, nil)
	if err != nil || res.Fallback != "" || len(res.Problems) > 0 {
		t.Fatal(err, res.Fallback, res.Problems)
	}
	if got, want := strings.Join(ids(res.Packages), " "), "example.com/lib/user example.com/m"; got != want {
		t.Fatalf("loaded %s, want %s", got, want)
	}
	if !plan.FactsOnly("example.com/lib/user") || plan.FactsOnly("example.com/m") {
		t.Error("FactsOnly is wrong")
	}
	for _, pkg := range res.Packages {
		own := pkg.PkgPath == "example.com/m"
		if want := map[bool]string{true: "1.26", false: "1.21"}[own]; pkg.Module.GoVersion != want || pkg.Module.Main != own {
			t.Errorf("module of %s: Go %s, main %v", pkg.PkgPath, pkg.Module.GoVersion, pkg.Module.Main)
		}
	}
}
