package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/awserrlint/awserrlint/internal/program"
)

// The scripts run the command with the rules of rules_test.go.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		program.Name: func() { os.Exit(Main(testRules)) },
		"nextvet":    func() { os.Exit(mainWithoutExportData()) },
		"testdriver": func() { os.Exit(driver()) },
		"terminal":   func() { os.Exit(onTerminal()) },
	})
}

// TestScripts runs each script in a new module that requires smithy-go, a small part of the
// SDK.
func TestScripts(t *testing.T) {
	environment := goEnvironment(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "", // rewrites the files that cmp expects
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"cmpvet":     compareVet,
			"readonly":   readOnly,
			"validsarif": validSARIF,
		},
		Setup: func(env *testscript.Env) error {
			for name, value := range environment {
				env.Setenv(name, value)
			}
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
			for name, command := range map[string]string{"TOOL": program.Name, "NEXTTOOL": "nextvet", "DRIVER": "testdriver"} {
				path, err := exec.LookPath(command)
				if err != nil {
					return err
				}
				env.Setenv(name, path)
			}
			for _, name := range []string{"go.mod", "go.sum"} {
				content, err := os.ReadFile(filepath.Join("testdata", "module", name))
				if err != nil {
					return err
				}
				if err := os.WriteFile(filepath.Join(env.WorkDir, name), content, 0o666); err != nil {
					return err
				}
			}
			return nil
		},
	})
}

// goEnvironment returns the settings of the go command that make scripts fetch modules as this
// test does, and share the build cache.
func goEnvironment(t *testing.T) map[string]string {
	t.Helper()
	out, err := exec.Command("go", "env", "-json", "GOPATH", "GOMODCACHE", "GOCACHE", "GOPROXY", "GOSUMDB", "GONOSUMDB", "GOFLAGS").Output()
	if err != nil {
		t.Fatal(err)
	}
	var environment map[string]string
	if err := json.Unmarshal(out, &environment); err != nil {
		t.Fatal(err)
	}
	return environment
}

// compareVet is a script command that compares what go vet has just printed on standard error with
// the lines of a file, in any order.
func compareVet(ts *testscript.TestScript, _ bool, files []string) {
	lines := func(text string) []string {
		lines := slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool {
			// Skip what is no finding: go vet's names of packages, and related positions.
			return line == "" || strings.HasPrefix(line, "# ") || strings.Contains(line, ": \t")
		})
		slices.Sort(lines)
		return lines
	}
	got, want := lines(ts.ReadFile("stderr")), lines(ts.ReadFile(files[0]))
	if !slices.Equal(got, want) {
		ts.Fatalf("go vet printed\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// readOnly is a script command that makes files read-only.
func readOnly(ts *testscript.TestScript, _ bool, files []string) {
	for _, name := range files {
		ts.Check(os.Chmod(ts.MkAbs(name), 0o444))
	}
}

// validSARIF is a script command that checks a file against the schema of SARIF.
func validSARIF(ts *testscript.TestScript, _ bool, files []string) {
	log, err := sarif.FromBytes([]byte(ts.ReadFile(files[0])))
	ts.Check(err)
	for _, run := range log.Runs {
		// For a field that the log leaves out, the library writes the zero value, not the default.
		run.Language, run.Tool.Driver.Language = "en-US", "en-US"
		run.NewlineSequences = []string{"\n"}
	}
	ts.Check(log.Validate())
}

// mainWithoutExportData runs the command as a go command would that lists no export data, which
// later versions may do.
func mainWithoutExportData() int {
	last := len(os.Args) - 1
	if os.Args[last] == "-V=full" {
		return printOtherBuildID()
	}
	data, err := os.ReadFile(os.Args[last])
	if err != nil || !strings.HasSuffix(os.Args[last], ".cfg") {
		return Main(testRules) // not the analysis of a package
	}
	var cfg map[string]any
	if err := json.Unmarshal(data, &cfg); err != nil {
		return program.Fail(err)
	}
	delete(cfg, "PackageFile")
	if data, err = json.Marshal(cfg); err != nil {
		return program.Fail(err)
	}
	os.Args[last] += ".next.cfg"
	if err := os.WriteFile(os.Args[last], data, 0o666); err != nil {
		return program.Fail(err)
	}
	return Main(testRules)
}

// printOtherBuildID prints an ID that differs from the one of the command, or the go command would
// take its results.
func printOtherBuildID() int {
	r, w, err := os.Pipe()
	if err != nil {
		return program.Fail(err)
	}
	stdout := os.Stdout
	os.Stdout = w
	code := Main(testRules)
	w.Close()
	line, err := io.ReadAll(r)
	if err != nil {
		return program.Fail(err)
	}
	fmt.Fprintf(stdout, "%sff\n", strings.TrimSpace(string(line)))
	return code
}
