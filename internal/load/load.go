package load

import (
	"context"
	"go/token"
	"path/filepath"

	"golang.org/x/tools/go/packages"
)

// Config says what to load.
type Config struct {
	Dir       string   // folder that patterns are relative to; "" is the current one
	Patterns  []string // package patterns as of the go command; none means "."
	BuildTags string   // comma-separated list of extra build tags, as of go build's -tags
	Tests     bool     // also load the test variants of packages
	Env       []string // environment of the go command; nil is that of this process

	// Overlay holds what to read in place of files, by absolute name. They exist.
	Overlay map[string][]byte
}

// A Result is what Load found.
type Result struct {
	// Packages are the packages to analyze, dependencies first. Each has Fset,
	// Syntax, Types, TypesInfo, TypesSizes, GoFiles, CompiledGoFiles and Module, and
	// its Imports hold those of its imports that are in Packages as well.
	Packages []*packages.Package

	// Fset holds the positions of all Packages.
	Fset *token.FileSet

	// Matched is the number of packages that the patterns match, those that
	// cannot reach AWS included.
	Matched int

	// Problems are what kept packages, or parts of them, from being analyzed.
	Problems []Problem

	// Fallback says why types were read from export data instead of source:
	// "" where they were not.
	Fallback string
}

// A Problem is a package, or a part of one, that could not be analyzed.
type Problem struct {
	Package string // import path, or the pattern that matches none
	Pos     string // "file:line:col" or "file" with an absolute name, or ""
	Message string // one line: lower case, no full stop
}

// Load loads what cfg names. The error is for what keeps everything from being
// loaded: no module, an unknown folder, a go command that fails.
func Load(ctx context.Context, cfg Config) (*Result, error) {
	res, err := loadSource(ctx, cfg)
	if err == nil || ctx.Err() != nil {
		return res, err
	}
	res, err = loadExport(ctx, cfg, oneLine(err.Error()))
	if err != nil {
		return nil, err
	}
	for i, p := range res.Problems {
		res.Problems[i].Pos = absolute(cfg.Dir, p.Pos)
	}
	return res, nil
}

// absolute returns the position that pos, which may be relative to dir, stands for,
// always with the same name for the same file.
func absolute(dir, pos string) string {
	if pos == "" {
		return ""
	}
	if !filepath.IsAbs(pos) {
		pos = filepath.Join(dir, pos)
	}
	if abs, err := filepath.Abs(pos); err == nil {
		return abs
	}
	return pos
}
