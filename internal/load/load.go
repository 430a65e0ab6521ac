package load

import (
	"context"
	"crypto/sha256"
	"go/token"
	"path/filepath"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/cache"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// Config says what to load.
type Config struct {
	Dir       string   // the folder that patterns are relative to; "" is the current one
	Patterns  []string // package patterns of the go command; none means "."
	BuildTags string   // comma-separated list of extra build tags, as of go build's -tags
	Tests     bool     // also load the test variants of packages
	Calls     []string // what counts as a call of AWS: import/path.Func, import/path.Type.Method, import/path.Type
	Env       []string // environment of the go command; nil is that of this process

	// Overlay holds content to read in place of that of files, by absolute name. A file need not exist, but its folder
	// must.
	Overlay map[string][]byte

	// Steps is told what is done, and what is waited for; may be nil.
	Steps source.Steps

	Cache   *cache.Cache    // keeps what the go command says; may be nil
	Sources *source.Sources // keeps files that never change, for a process that loads again and again; may be nil
}

// A Sum is a hash of the content of a file.
type Sum = [sha256.Size]byte

// A Result is what Load found.
type Result struct {
	// Packages are the packages to analyze, dependencies first. Each has Fset,
	// Syntax, Types, TypesInfo, TypesSizes, GoFiles, CompiledGoFiles and Module. Imports
	// holds only imports that are in Packages as well.
	Packages []*packages.Package

	// Needs returns the paths of the packages whose declarations each package needs, directly or not,
	// and that can change: all but those of the standard library and of the module cache. They are
	// by the ID of the package that needs them. It is nil if there is a Fallback.
	Needs func() map[string][]string

	// Sums are hashes of the files of Packages, by name, as they were read.
	Sums map[string]Sum

	// Lacking are the IDs of packages that lack a package that cannot be had, or a file that cannot
	// be read, directly or through what they import. It may be there in a later load, though no
	// file that was read has changed.
	Lacking map[string]bool

	// Untold are the IDs of packages with FactsOnly that have problems which are not in Problems.
	// Those that were left out for that are not in Packages.
	Untold map[string]bool

	// Fset holds the positions of all Packages.
	Fset *token.FileSet

	// Matched is the number of packages that the patterns match, including those that
	// cannot reach AWS.
	Matched int

	// Unmatched has an error for each pattern that matches no package. It is nil if even the plan
	// needed the last resort: then Problems tell it.
	Unmatched []*source.NoMatchError

	// Problems are what kept packages, or parts of them, from being analyzed.
	Problems []finding.Problem

	// Fallback says why types were read from export data instead of source.
	// It is "" if they were read from source.
	Fallback string
}

// Load loads what cfg names: a Plan, and all its packages. Those with FactsOnly are not in Packages
// of the result, but in Imports of those that are.
func Load(ctx context.Context, cfg Config) (*Result, error) {
	plan, err := NewPlan(ctx, cfg)
	if err != nil {
		return nil, err
	}
	res, err := plan.Load(ctx, plan.Packages, nil)
	if err == nil {
		plan.dropFactsOnly(res)
	}
	return res, err
}

// absolute returns pos, which may be relative to dir, with the absolute name of its file.
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
