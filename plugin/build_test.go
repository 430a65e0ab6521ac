package plugin_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// tools are the programs under test.
type tools struct{ golangci, awserrlint string }

var builtTools = sync.OnceValues(func() (tools, error) {
	dir, err := os.MkdirTemp("", "awserrlint-plugin-")
	if err != nil {
		return tools{}, err
	}
	built := tools{filepath.Join(dir, "golangci-lint"), filepath.Join(dir, "awserrlint")}
	if err := goBuild("..", built.awserrlint, "./cmd/awserrlint"); err != nil {
		return built, err
	}
	// This module may have got requirements that gcl lacks.
	modfile := filepath.Join(dir, "go.mod")
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join("..", "internal", "tools", "gcl", name))
		if err != nil {
			return built, err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return built, err
		}
	}
	return built, goBuild("../internal/tools/gcl", built.golangci, "-mod=mod", "-modfile="+modfile, ".")
})

func TestMain(m *testing.M) {
	code := m.Run()
	if built, err := builtTools(); err == nil {
		os.RemoveAll(filepath.Dir(built.golangci))
	}
	os.Exit(code)
}

func goBuild(dir, output string, args ...string) error {
	cmd := exec.Command("go", append([]string{"build", "-o", output}, args...)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, out)
	}
	return nil
}

func build(t *testing.T) tools {
	t.Helper()
	built, err := builtTools()
	if err != nil {
		t.Fatal(err)
	}
	return built
}
