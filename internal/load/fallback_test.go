package load

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// user is a package that imports the SDK of fakeSDK.
const user = `
-- a/a.go --
package a

import "github.com/aws/aws-sdk-go-v2/aws"

var S = aws.String("")
`

// TestReasons checks that each unusual case is noticed and gives its reason.
func TestReasons(t *testing.T) {
	tests := []struct {
		name     string
		files    string
		env      []string // $DIR is the folder of the module
		patterns []string
		want     string // part of the reason
	}{
		{name: "go.mod", files: "-- go.mod --\nmodul x\n", want: "go.mod cannot be read"},
		{name: "GOWORK", env: []string{"GOWORK=/x/go.work"}, want: "/x/go.work cannot be read"},
		{name: "overlay", env: []string{"GOFLAGS=-overlay=x.json"}, want: "-overlay"},
		{name: "modfile", env: []string{"GOFLAGS=-buildvcs=false -modfile=x.mod"}, want: "x.mod"},
		{name: "mod", env: []string{"GOFLAGS=-mod=other"}, want: "-mod"},
		{name: "GO111MODULE", env: []string{"GO111MODULE=off"}, want: "GO111MODULE"},
		{name: "driver", env: []string{"GOPACKAGESDRIVER=driver"}, want: "GOPACKAGESDRIVER"},
		{name: "no go", env: []string{"GOROOT=", "PATH=$DIR"}, want: "no go command"},
		{name: "cycle", files: `
-- a/a_test.go --
package a

import "example.com/m/b"

var _ = b.T
-- b/b.go --
package b

import "github.com/aws/aws-sdk-go-v2/aws"

var T = aws.String("")
-- b/b_test.go --
package b

import "example.com/m/a"

var _ = a.S
`, want: "import cycle"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := writeTree(t, fakeSDK, user, test.files)
			none := filepath.Join(dir, "none")
			env := append(os.Environ(), "GOFLAGS=", "GOENV=", "XDG_CONFIG_HOME="+none, "GOWORK=", "GOTOOLCHAIN=local")
			for _, kv := range test.env {
				env = append(env, strings.ReplaceAll(kv, "$DIR", dir))
			}
			cfg := Config{Dir: dir, Patterns: test.patterns, Tests: true, Env: env}
			if cfg.Patterns == nil {
				cfg.Patterns = []string{"./..."}
			}
			_, err := fromSource(t, cfg)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("loadSource: %v, want %q", err, test.want)
			}
		})
	}
}
