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
		{name: "old go line", files: "-- go.mod --\nmodule example.com/m\n\ngo 1.16\n", want: "older than 1.17"},
		{name: "no go line", files: "-- go.mod --\nmodule example.com/m\n", want: "older than 1.17"},
		{name: "new go line", files: "-- go.mod --\nmodule example.com/m\n\ngo 1.999\n", want: "needs a newer Go"},
		{name: "toolchain", files: "-- go.mod --\nmodule example.com/m\n\ngo 1.21\n\ntoolchain go1.999.1\n", want: "toolchain go1.999.1"},
		{name: "go.work", files: "-- go.work --\ngo 1.26\n\nuse .\n", want: "go.work"},
		{name: "GOWORK", env: []string{"GOWORK=/x/go.work"}, want: "GOWORK"},
		{name: "overlay", env: []string{"GOFLAGS=-overlay=x.json"}, want: "-overlay"},
		{name: "modfile", env: []string{"GOFLAGS=-buildvcs=false -modfile=x.mod"}, want: "-modfile"},
		{name: "race", env: []string{"GOFLAGS=-race"}, want: "-race"},
		{name: "mod", env: []string{"GOFLAGS=-mod=other"}, want: "-mod"},
		{name: "quotes", env: []string{"GOFLAGS='-tags=a b'"}, want: "quotes"},
		{name: "go/env file", files: "-- go/env --\nGOFLAGS=-race\n", env: []string{"XDG_CONFIG_HOME=$DIR"}, want: "-race"},
		{name: "GOENV", files: "-- my.env --\nGOFLAGS=-race\n", env: []string{"GOENV=$DIR/my.env"}, want: "-race"},
		{name: "GO111MODULE", env: []string{"GO111MODULE=off"}, want: "GO111MODULE"},
		{name: "driver", env: []string{"GOPACKAGESDRIVER=driver"}, want: "GOPACKAGESDRIVER"},
		{name: "GOEXPERIMENT", env: []string{"GOEXPERIMENT=x"}, want: "GOEXPERIMENT"},
		{name: "GOAMD64", env: []string{"GOAMD64=v3"}, want: "GOAMD64"},
		{name: "GOTOOLCHAIN", env: []string{"GOTOOLCHAIN=go1.22.1"}, want: "GOTOOLCHAIN"},
		{name: "no go", env: []string{"GOROOT=", "PATH=$DIR"}, want: "no go command"},
		{name: "no VERSION", env: []string{"GOROOT=$DIR"}, want: "no file VERSION"},
		{name: "devel", files: "-- VERSION --\ndevel go1.27-abc\n", env: []string{"GOROOT=$DIR"}, want: "not a release"},
		{name: "experiment", files: "-- VERSION --\ngo1.26.1 X:y\n", env: []string{"GOROOT=$DIR"}, want: "not a release"},
		{name: "new Go", files: "-- VERSION --\ngo1.999.1\n", env: []string{"GOROOT=$DIR"}, want: "newer than the one that built"},
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
		{name: "files", patterns: []string{"a/a.go"}, want: "pattern a/a.go"},
		{name: "all", patterns: []string{"all"}, want: "pattern all"},
		{name: "inner wildcard", patterns: []string{"./.../a"}, want: "pattern ./.../a"},
		{name: "other module", patterns: []string{"github.com/aws/aws-sdk-go-v2/aws"}, want: "pattern github.com/aws"},
		{name: "no modules.txt", files: "-- vendor/README --\n", want: "modules.txt"},
		{name: "other modules.txt", files: "-- vendor/modules.txt --\n# github.com/aws/aws-sdk-go-v2 v1.0.1 => ./sdk\n## explicit\n", want: "modules.txt"},
		{name: "other replacement", files: "-- vendor/modules.txt --\n# github.com/aws/aws-sdk-go-v2 v1.0.0 => ./sdk2\n## explicit\n", want: "modules.txt"},
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
