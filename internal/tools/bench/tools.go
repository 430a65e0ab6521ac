package main

import (
	"context"
	"os"
	"path/filepath"
)

const module = "github.com/awserrlint/awserrlint"

// A tool is a peer that awserrlint is compared with.
type tool struct {
	name    string
	pkg     string // what to install; "" for the go command itself
	version string
	args    []string // that precede the package pattern

	// findArgs replace args when findings are compared, not time.
	findArgs []string
}

// tools are the peers. golangci-lint runs its two linters for errors or, to compare findings, its
// default linters and errorlint.
var tools = []tool{
	{name: "errcheck", pkg: "github.com/kisielk/errcheck", version: "v1.30.0"},
	{name: "staticcheck", pkg: "honnef.co/go/tools/cmd/staticcheck", version: "v0.8.2"},
	{
		name: "golangci-lint", pkg: "github.com/golangci/golangci-lint/v2/cmd/golangci-lint", version: "v2.15.0",
		args: []string{"run", "--no-config", "--default=none", "--enable=errcheck,errorlint", "--allow-parallel-runners"},
		findArgs: []string{
			"run", "--no-config", "--enable=errorlint", "--allow-parallel-runners", "--max-issues-per-linter=0", "--max-same-issues=0", "--uniq-by-line=false",
		},
	},
	{name: "go vet", args: []string{"vet"}},
	{name: "go list", args: []string{"list"}},
}

func (t tool) id() string { return t.name }

func (t tool) label() string {
	if t.version == "" {
		return t.name
	}
	return t.name + " " + t.version
}

// install returns the path of the tool in the folder cache, after installing it if it is missing.
func (t tool) install(ctx context.Context, cache string) (string, error) {
	if t.pkg == "" {
		return "go", nil
	}
	dir, err := filepath.Abs(filepath.Join(cache, t.name+"-"+t.version))
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, t.name)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	return path, goCommand(ctx, ".", []string{"GOBIN=" + dir, "GOFLAGS="}, "install", t.pkg+"@"+t.version)
}
