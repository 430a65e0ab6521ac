package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// tool is the awserrlint built from this module.
var tool string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "ecosystem-test-")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(dir)
		o := options{temp: dir}
		if err := o.prepareTools(context.Background()); err != nil {
			panic(err)
		}
		tool = o.tool
		return m.Run()
	}())
}

// newCheckout returns a checkout of acme/shop with the module orders in folder, and a module in a
// folder that is ignored.
func newCheckout(t *testing.T, folder string) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "acme+shop")
	for _, dir := range []string{filepath.Join(root, folder), filepath.Join(root, "node_modules", "other")} {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(dir, os.DirFS("../../../examples/orders")); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// script returns the path of an executable shell script.
func script(t *testing.T, text string) string {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("there is no shell")
	}
	name := filepath.Join(t.TempDir(), "awserrlint")
	if err := os.WriteFile(name, []byte("#!/bin/sh\n"+text), 0o777); err != nil {
		t.Fatal(err)
	}
	return name
}

// ecosystem runs the command, which must end with the given exit code, and returns what it prints.
func ecosystem(t *testing.T, code int, args ...string) string {
	t.Helper()
	var out, progress bytes.Buffer
	if have := run(t.Context(), args, &out, &progress); have != code {
		t.Fatalf("ecosystem %s: exit code %d, want %d\n%s%s", strings.Join(args, " "), have, code, &out, &progress)
	}
	return out.String()
}

func contains(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("missing: %q\nin: %s", part, text)
		}
	}
}

func lacks(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if strings.Contains(text, part) {
			t.Errorf("unwanted: %q\nin: %s", part, text)
		}
	}
}

func TestDriversAgree(t *testing.T) {
	out := ecosystem(t, exitSame, "-tool", tool, newCheckout(t, "services/orders"))
	contains(t, out,
		"acme/shop\t-\tservices/orders\n",
		"\tqueue/queue.go:84:11\tdiscarded\n",
		"go vet  disagree  wall s  CPU s  MiB", "\nacme/shop/services/orders  ", "\n1 modules ")
	lacks(t, out, "node_modules", "error of sqs.DeleteMessage is discarded")
}

func TestGolden(t *testing.T) {
	root := newCheckout(t, ".")
	golden := filepath.Join(t.TempDir(), "findings.txt")
	other := "acme/other\t1234567890ab\t.\n\tmain.go:1:2\tdiscarded\n"
	if err := os.WriteFile(golden, []byte(other), 0o666); err != nil {
		t.Fatal(err)
	}
	args := []string{"-tool", tool, "-vet=false", "-golden", golden, root}
	ecosystem(t, exitSame, append([]string{"-update"}, args...)...)
	text, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	contains(t, string(text), other, "acme/shop\t-\t.\n")
	contains(t, ecosystem(t, exitSame, args...), "No finding changed")

	changed := strings.Replace(string(text), "queue.go:84:11\tdiscarded", "queue.go:84:11\tswallowed", 1)
	if err := os.WriteFile(golden, []byte(changed), 0o666); err != nil {
		t.Fatal(err)
	}
	out := ecosystem(t, exitChanged, args...)
	contains(t, out, "acme/shop\n-\tqueue/queue.go:84:11\tswallowed\n+\tqueue/queue.go:84:11\tdiscarded\n\ndiscarded +1, swallowed -1\n")
	lacks(t, out, "acme/other")

	// Messages are compared only if they are recorded.
	withMessages := append([]string{"-messages"}, args...)
	ecosystem(t, exitFailed, withMessages...)
	ecosystem(t, exitSame, append([]string{"-update"}, withMessages...)...)
	ecosystem(t, exitSame, withMessages...)
	ecosystem(t, exitSame, args...)
}

func TestBase(t *testing.T) {
	base := script(t, fmt.Sprintf("exec %q -discarded=false \"$@\"\n", tool))
	out := ecosystem(t, exitChanged, "-tool", tool, "-base", base, "-vet=false", "-rounds=2", newCheckout(t, "."))
	contains(t, out, "Findings changed since the base:\n\nacme/shop\n+\t", "+\tqueue/queue.go:84:11\tdiscarded\n", "\n\ndiscarded +", "wall s  ratio  CPU s  ratio  MiB")
	lacks(t, out, "\n-\t", "swallowed")
}

func TestFixHolds(t *testing.T) {
	root := newCheckout(t, ".")
	before, err := checkout.ReadSources(root)
	if err != nil {
		t.Fatal(err)
	}
	out := ecosystem(t, exitSame, "-tool", tool, "-vet=false", "-fix", root)
	contains(t, out, " changed ")
	after, err := checkout.ReadSources(root)
	if err != nil {
		t.Fatal(err)
	}
	if changed := after.Since(before); len(changed) > 0 {
		t.Errorf("the checkout itself is changed: %s", changed)
	}
}

func TestFixDoesNotHold(t *testing.T) {
	// Each run adds a line that does not compile.
	breaking := script(t, fmt.Sprintf("%q \"$@\"\ncode=$?\ncase \"$*\" in *-fix*) echo ' var broken int = \"\"' >>queue/queue.go ;; esac\nexit $code\n", tool))
	out := ecosystem(t, exitChanged, "-tool", breaking, "-vet=false", "-fix", newCheckout(t, "."))
	contains(t, out, "Fixes do not hold:\n\nacme/shop\n",
		"run 2 of -fix still changes queue/queue.go\n",
		"-fix does not come to an end in 4 runs\n",
		"not formatted by gofmt: queue/queue.go\n",
		"go vet: queue/queue.go: ",
		"new problem: ", " faults ")
}

func TestIncomplete(t *testing.T) {
	root := newCheckout(t, ".")
	file := filepath.Join(root, "queue", "broken.go")
	if err := os.WriteFile(file, []byte("package queue\n\nvar broken int = \"\"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	contains(t, ecosystem(t, exitSame, "-tool", tool, root), "acme/shop\t-\t.\tincomplete\n", "  2     queue/broken.go:3:18: ")
}

func TestTimeout(t *testing.T) {
	slow := script(t, "exec sleep 60\n")
	out := ecosystem(t, exitSame, "-tool", slow, "-vet=false", "-timeout=100ms", newCheckout(t, "."))
	contains(t, out, "acme/shop\t-\t.\tincomplete\n", "ran for more than 100ms")
}

func TestUsage(t *testing.T) {
	root := newCheckout(t, ".")
	for _, args := range [][]string{
		{},
		{"-unknown", root},
		{"-update", root},
		{"-verdicts=a", "-golden=b", root},
		{"-verdicts=a", "-fix", root},
		{"-verdicts=nowhere.txt", root},
		{"-golden=a", "-base=b", root},
		{"-rounds=0", root},
		{"-module=(", root},
		{"-module=^nothing$", root},
		{"-golden=nowhere.txt", root},
		{"-tool=nowhere", root},
		{"nowhere"},
		{root, root},
	} {
		ecosystem(t, exitFailed, args...)
	}
	ecosystem(t, exitSame, "-h")
}
