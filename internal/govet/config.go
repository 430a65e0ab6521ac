package govet

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A vetConfig describes a package, as the go command does: it is what this program needs of
// unitchecker.Config in x/tools and of vetConfig in cmd/go/internal/work, up to Go 1.27.
type vetConfig struct {
	ID           string
	Dir          string
	ImportPath   string
	GoVersion    string // of the language, "go1.26.0"
	GoFiles      []string
	NonGoFiles   []string
	IgnoredFiles []string

	Module        *vetModule // since Go 1.27; nil in GOROOT
	ModulePath    string     // before Go 1.27
	ModuleVersion string     // before Go 1.27

	ImportMap   map[string]string // from paths in the source to paths of packages
	PackageFile map[string]string // export data of imports, by path; a go command may leave it out
	PackageVetx map[string]string // vetx files of imports, by path
	VetxOnly    bool              // only the vetx file is wanted
	VetxOutput  string            // name of the vetx file to write
	Stdout      string            // name of a file to write in place of standard output, or ""
	FixArchive  string            // name of the archive of fixed files to write, or ""

	SucceedOnTypecheckFailure bool
}

// A vetModule is what vetConfig says of a module.
type vetModule struct{ Path, Version string }

// readConfig reads the description of a package by the go command.
func readConfig(name string) (*vetConfig, error) {
	data, err := readfile.All(name)
	if err != nil {
		return nil, err
	}
	cfg := new(vetConfig)
	if err := json.Unmarshal(data, cfg); err != nil {
		return nil, fmt.Errorf("cannot read the description of a package in %s: %w", name, err)
	}
	if cfg.ImportPath == "" || len(cfg.GoFiles) == 0 { // the go command has none such vetted
		return nil, fmt.Errorf("%s does not describe a package", name)
	}
	return cfg, nil
}

// module returns the module of the package, the zero value for packages of GOROOT.
func (cfg *vetConfig) module() vetModule {
	if cfg.Module != nil {
		return *cfg.Module
	}
	return vetModule{cfg.ModulePath, cfg.ModuleVersion}
}

// inProgram reports whether the package is of a main module, or of a module that a replace line takes
// from a folder. The go command gives the latter the version that is required, so only the folder
// tells: in the module cache it is called path@version, among vendored packages vendor/path.
func (cfg *vetConfig) inProgram() bool {
	m := cfg.module()
	dir := filepath.ToSlash(cfg.Dir)
	return m.Path != "" && (m.Version == "" || !strings.Contains(dir, "@v") && !strings.HasSuffix(dir, "/vendor/"+cfg.ImportPath))
}
