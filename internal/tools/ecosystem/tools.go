package main

import (
	"context"
	"os/exec"
	"path/filepath"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// prepareTools builds the tool under test in the temporary folder, unless -tool is given, and with each Go
// of -go. It makes the paths of the tool and the base absolute.
func (o *options) prepareTools(ctx context.Context) error {
	if err := o.prepareResults(ctx); err != nil {
		return err
	}
	if o.tool == "" {
		o.tool = filepath.Join(o.temp, "awserrlint")
		if err := checkout.Build(ctx, o.tool, nil); err != nil {
			return err
		}
	}
	o.toolBy = make(map[string]string)
	for _, version := range o.goVersions {
		o.toolBy[version] = filepath.Join(o.temp, "awserrlint-"+version)
		if err := checkout.Build(ctx, o.toolBy[version], toolchain(version)); err != nil {
			return err
		}
	}
	for _, tool := range []*string{&o.tool, &o.base} {
		if *tool == "" {
			continue
		}
		abs, err := filepath.Abs(*tool)
		if err != nil {
			return err
		}
		if *tool, err = exec.LookPath(abs); err != nil {
			return err
		}
	}
	return nil
}

// prepareResults sets the folders that resultsEnv needs.
func (o *options) prepareResults(ctx context.Context) (err error) {
	o.results = filepath.Join(o.temp, "results")
	o.buildCache, err = checkout.GoEnv(ctx, "GOCACHE")
	return err
}

// toolchain returns the variable that has the go command use a version of Go, such as go1.27.3.
func toolchain(version string) []string { return []string{"GOTOOLCHAIN=" + version} }
