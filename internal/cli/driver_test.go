package cli

import (
	"encoding/json"
	"os"
	"runtime"
	"time"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/program"
)

// driver is a small build system for GOPACKAGESDRIVER. It knows of no go.mod: DRIVER_OVERLAY, an
// -overlay of the go command, holds it. It takes DRIVER_TIME to begin.
func driver() int {
	wait, err := time.ParseDuration(os.Getenv("DRIVER_TIME"))
	if err == nil {
		time.Sleep(wait)
	}
	var req packages.DriverRequest
	if err := json.NewDecoder(os.Stdin).Decode(&req); err != nil {
		return program.Fail(err)
	}
	const listed = packages.NeedName | packages.NeedFiles | packages.NeedForTest
	mode := req.Mode & listed
	if req.Mode&packages.NeedTypes != 0 {
		mode |= packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile | packages.NeedModule
	}
	cfg := &packages.Config{
		Mode:       mode,
		Env:        append(os.Environ(), "GOPACKAGESDRIVER=off"),
		BuildFlags: append(req.BuildFlags, "-overlay="+os.Getenv("DRIVER_OVERLAY")),
		Tests:      req.Tests,
		Overlay:    req.Overlay,
	}
	roots, err := packages.Load(cfg, os.Args[1:]...)
	if err != nil {
		return program.Fail(err)
	}
	res := packages.DriverResponse{Compiler: "gc", Arch: runtime.GOARCH}
	for _, pkg := range roots {
		res.Roots = append(res.Roots, pkg.ID)
	}
	for pkg := range packages.Postorder(roots) {
		res.Packages = append(res.Packages, pkg)
	}
	if err := json.NewEncoder(os.Stdout).Encode(res); err != nil {
		return program.Fail(err)
	}
	return 0
}
