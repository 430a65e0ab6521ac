package main

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/txtar"
)

// service is a package in which many findings have fixes. Those of several files need a function that only
// one of them gets, and that file is not the first one by name.
//
//go:embed service.txtar
var service []byte

const modulePath = "example.com/faults"

// writeModule writes a module of n packages to the folder dir. It requires what the module in the folder requires requires, which
// is the SDK.
func writeModule(dir, requires string, n int) error {
	files := make(map[string][]byte)
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(requires, name))
		if err != nil {
			return err
		}
		files[name] = text
	}
	gomod, err := modfile.Parse("go.mod", files["go.mod"], nil)
	if err == nil {
		err = gomod.AddModuleStmt(modulePath)
	}
	if err != nil {
		return err
	}
	if files["go.mod"], err = gomod.Format(); err != nil {
		return err
	}
	for i := range n {
		name := fmt.Sprintf("service%02d", i)
		for _, f := range txtar.Parse(service).Files {
			files[filepath.Join(name, f.Name)] = []byte(strings.ReplaceAll(string(f.Data), "package service", "package "+name))
		}
	}
	return writeFiles(dir, files)
}

// writeFiles writes files, by their names below dir.
func writeFiles(dir string, files map[string][]byte) error {
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, text, 0o666); err != nil {
			return err
		}
	}
	return nil
}
