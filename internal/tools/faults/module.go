package main

import (
	_ "embed"
	"fmt"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
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
	files, err := checkout.Requires(requires, modulePath)
	if err != nil {
		return err
	}
	for i := range n {
		name := fmt.Sprintf("service%02d", i)
		for _, f := range txtar.Parse(service).Files {
			files[name+"/"+f.Name] = []byte(strings.ReplaceAll(string(f.Data), "package service", "package "+name))
		}
	}
	return checkout.WriteFiles(dir, files)
}
