package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"awserrlint": main})
}

// TestScripts runs the command itself, on modules that use the real SDK.
func TestScripts(t *testing.T) {
	// Scripts fetch modules the way it is done here, and share what is built.
	out, err := exec.Command("go", "env", "-json", "GOPATH", "GOMODCACHE", "GOCACHE", "GOPROXY", "GOSUMDB", "GONOSUMDB", "GOFLAGS").Output()
	if err != nil {
		t.Fatal(err)
	}
	var environment map[string]string
	if err := json.Unmarshal(out, &environment); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "", // rewrites what cmp compares with
		Setup: func(env *testscript.Env) error {
			for name, value := range environment {
				env.Setenv(name, value)
			}
			env.Setenv("MODULES", "file://"+filepath.ToSlash(environment["GOMODCACHE"])+"/cache/download") // as a proxy
			tool, err := exec.LookPath("awserrlint")
			env.Setenv("TOOL", tool)
			return err
		},
	})
}

// TestStart looks at what the program is made of. The go command starts it for each
// package of a build, where these would cost more than all that it does.
func TestStart(t *testing.T) {
	// html/template, for -format html, takes 0.1 ms of the 3 ms that the start takes.
	heavy := []string{"net", "os/user", "runtime/cgo", "testing"}
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for path := range strings.Lines(string(out)) {
		if path = strings.TrimSpace(path); slices.Contains(heavy, path) {
			t.Errorf("the program imports %s", path)
		}
	}
}
