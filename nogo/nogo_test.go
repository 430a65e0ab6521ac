package nogo_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestNogo runs the program that rules_go makes of the analyzer, as Bazel would: with export data in place
// of imports, with the facts of packages in files, and, at last, without the source of the SDK.
func TestNogo(t *testing.T) {
	const orders = "../examples/orders"
	program := build(t)
	want := findings(output(t, "..", "go", "run", "./cmd/awserrlint", "-cache=off", "-C", "examples/orders", "./..."), `(?m)^examples/orders/(\S+:\d+:\d+): \w+: .* \((\w+)\)$`)
	want = without(want, "lambdaproxyerr")
	have := run(t, program, orders, "")
	if len(want) == 0 || !slices.Equal(have, want) {
		t.Errorf("nogo finds\n%s\nthe command\n%s", strings.Join(have, "\n"), strings.Join(want, "\n"))
	}

	less := run(t, program, orders, t.TempDir())
	want = without(want, "errstring", "impossiblematch")
	if !slices.Equal(less, want) {
		t.Errorf("without the source of the SDK, nogo finds\n%s\nwant\n%s", strings.Join(less, "\n"), strings.Join(want, "\n"))
	}
}

// generated is what "nogo(deps = [...])" makes of our package: see generate_nogo_main.go of rules_go.
const generated = `package main

import (
	analyzer1 "github.com/awserrlint/awserrlint/nogo"
	"golang.org/x/tools/go/analysis"
)

var analyzers = []*analysis.Analyzer{analyzer1.Analyzer}

var configs = map[string]config{
	"awserrlint": {analyzerFlags: map[string]string{"lambdaproxyerr": "false"}},
}

const debugMode = false
`

// build builds nogo and returns its name. Its files stand inside of a copy of x/tools, whose internal packages they import.
func build(t *testing.T) string {
	t.Helper()
	tools, rules := t.TempDir(), moduleDir(t, "github.com/bazelbuild/rules_go@v0.65.0")
	if err := os.CopyFS(tools, os.DirFS(moduleDir(t, "golang.org/x/tools@v0.52.0"))); err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"generated.go": generated}
	list := regexp.MustCompile(`(?s)name = "nogo_srcs",\s+srcs = \[(.*?)\]`).FindStringSubmatch(read(t, filepath.Join(rules, "go/tools/builders/BUILD.bazel")))
	if list == nil {
		t.Fatal("rules_go has no list of the files of nogo")
	}
	for _, m := range append(regexp.MustCompile(`"(\w+\.go)"`).FindAllStringSubmatch(list[1], -1), []string{"", "path.go"}) {
		files[m[1]] = read(t, filepath.Join(rules, "go/tools/builders", m[1]))
	}
	for name, text := range files {
		write(t, filepath.Join(tools, "nogomain", name), text)
	}
	output(t, tools, "go", "mod", "edit", "-require=github.com/awserrlint/awserrlint@v0.0.0", "-replace=github.com/awserrlint/awserrlint="+root,
		"-require=github.com/aymanbagabas/go-udiff@v0.4.1")
	program := filepath.Join(t.TempDir(), "nogo")
	output(t, tools, "go", "build", "-mod=mod", "-o", program, "./nogomain")
	return program
}

// run runs nogo on the packages of the module in dir, each after those it imports, and returns the findings. The source of the SDK is
// looked for in the folder modules, "" for where it is.
func run(t *testing.T, program, dir, modules string) []string {
	t.Helper()
	type pkg struct {
		ImportPath, Dir, Export string
		GoFiles                 []string
		Module                  *struct{ Main bool }
	}
	var pkgs []pkg
	temp := t.TempDir()
	importcfg := ""
	list := json.NewDecoder(strings.NewReader(output(t, dir, "go", "list", "-export", "-trimpath", "-deps", "-json=ImportPath,Dir,Export,GoFiles,Module", "./...")))
	for {
		var p pkg
		if err := list.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
		if p.Export != "" {
			importcfg += fmt.Sprintf("packagefile %s=%s\n", p.ImportPath, p.Export)
		}
	}
	write(t, filepath.Join(temp, "importcfg"), importcfg)
	var facts []string
	text := ""
	for i, p := range pkgs {
		if p.Module == nil || !p.Module.Main {
			continue
		}
		file := filepath.Join(temp, fmt.Sprint(i, ".facts"))
		args := append([]string{"-p", p.ImportPath, "-importcfg", filepath.Join(temp, "importcfg"), "-go_version", "1.26", "-x", file}, facts...)
		for _, name := range p.GoFiles {
			args = append(args, filepath.Join(p.Dir, name))
		}
		facts = append(facts, "-fact", p.ImportPath+"="+file)
		cmd := exec.Command(program, args...)
		if modules != "" {
			cmd.Env = append(os.Environ(), "GOMODCACHE="+modules)
		}
		out, err := cmd.CombinedOutput()
		if err != nil && !strings.HasPrefix(string(out), "nogo: errors found by nogo during build-time code analysis:\n") {
			t.Fatalf("nogo on %s: %v\n%s", p.ImportPath, err, out)
		}
		text += string(out)
	}
	root, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	return findings(strings.ReplaceAll(text, root+string(filepath.Separator), ""), `(?m)^(\S+:\d+:\d+): (\w+): .* \(awserrlint\)$`)
}

// findings returns what pattern matches in text: places and rules.
func findings(text, pattern string) []string {
	var list []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		list = append(list, m[1]+" "+m[2])
	}
	slices.Sort(list)
	return list
}

// without returns the findings of other rules.
func without(findings []string, rules ...string) []string {
	return slices.DeleteFunc(slices.Clone(findings), func(f string) bool { return slices.Contains(rules, f[strings.LastIndex(f, " ")+1:]) })
}

// moduleDir returns the folder of a module, which it downloads.
func moduleDir(t *testing.T, module string) string {
	t.Helper()
	var m struct{ Dir string }
	if err := json.Unmarshal([]byte(output(t, ".", "go", "mod", "download", "-json", module)), &m); err != nil {
		t.Fatal(err)
	}
	return m.Dir
}

// output runs a command in dir and returns what it prints. Exit code 1 means findings, so it is no error if there are any.
func output(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil && len(out) == 0 {
		t.Fatalf("%s %q: %v\n%s", name, args, err, &stderr)
	}
	return string(out)
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
