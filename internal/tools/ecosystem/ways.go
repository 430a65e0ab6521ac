package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A way is how awserrlint came to the packages of a module, from the best to the worst.
type way int

const (
	modelled way = iota // it did what the go command does by itself
	asked               // it asked the go command, which compiled nothing
	compiled            // it had the go command compile, as its last resort
	failed              // it printed no findings, not even none
)

func (w way) String() string {
	return [...]string{"modelled", "asked", "last resort", "failed"}[w]
}

// A wayRow is what it takes to analyze a module where the module cache and the build cache are empty.
type wayRow struct {
	checkout.Module
	outcome
	way       way
	detail    string // what was asked, or why nothing else was left
	downloads folderSize
	built     folderSize // what the go command wrote to the build cache
}

// step matches a line of awserrlint -x: how long a step took, and what it was.
var step = regexp.MustCompile(`(?m)^awserrlint: +(\d\S*)  (.+)$`)

// parseWay returns the way that stderr, of awserrlint -x, tells of.
func parseWay(stderr string) (w way, detail string) {
	var commands []string
	for _, m := range step.FindAllStringSubmatch(stderr, -1) {
		if _, err := time.ParseDuration(m[1]); err != nil {
			continue
		}
		what := m[2]
		if strings.HasPrefix(what, "compiling with ") {
			_, reason, _ := strings.Cut(what, ", since ")
			return compiled, cmp.Or(reason, what)
		}
		if command, ok := strings.CutPrefix(what, "go "); ok && !slices.Contains(commands, command) {
			commands = append(commands, command)
		}
	}
	if len(commands) > 0 {
		return asked, strings.Join(commands, ", ")
	}
	return modelled, ""
}

// runWays analyzes each module with empty caches and prints a table. It returns what printWays does.
func (o *options) runWays(ctx context.Context, modules []checkout.Module, out, progress io.Writer) (same bool, err error) {
	proxy, err := o.proxy(ctx)
	if err != nil {
		return false, err
	}
	var rows []*wayRow
	for i, m := range modules {
		fmt.Fprintf(progress, "%d/%d %s\n", i+1, len(modules), m.Name())
		r, err := o.runWay(ctx, m, proxy)
		if err != nil {
			return false, err
		}
		rows = append(rows, r)
	}
	return printWays(out, rows)
}

// proxy returns a GOPROXY that has the modules in the module cache, and goes to the user's for others.
func (o *options) proxy(ctx context.Context) (string, error) {
	modules, err := checkout.GoEnv(ctx, "GOMODCACHE")
	if err != nil {
		return "", err
	}
	path := filepath.ToSlash(filepath.Join(modules, "cache", "download"))
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/...
	}
	disk := url.URL{Scheme: "file", Path: path}
	proxy, err := checkout.GoEnv(ctx, "GOPROXY")
	return disk.String() + "," + proxy, err
}

// runWay analyzes m with empty caches, and removes them.
func (o *options) runWay(ctx context.Context, m checkout.Module, proxy string) (*wayRow, error) {
	modules, build := filepath.Join(o.temp, "modules"), filepath.Join(o.temp, "build")
	env := []string{"GOMODCACHE=" + modules, "GOCACHE=" + build, "GOPROXY=" + proxy}
	p, err := checkout.Run(ctx, o.timeout, m.Dir(), env, o.tool, "-format", "json", "-x", "-cache=off", "./...")
	if err != nil {
		return nil, err
	}
	r := &wayRow{Module: m, outcome: decode(p, m.Dir())}
	r.way, r.detail = parseWay(string(p.Stderr))
	if _, err := decodeStandalone(p.Stdout, m.Dir()); err != nil {
		r.way, r.detail = failed, ""
	}
	if r.downloads, err = sizeOf(filepath.Join(modules, "cache", "download"), ".zip"); err != nil {
		return nil, err
	}
	if r.built, err = sizeOf(build, ""); err != nil {
		return nil, err
	}
	// Files of modules are read-only.
	clean := exec.CommandContext(ctx, "go", "clean", "-modcache")
	clean.Env = append(os.Environ(), env...)
	if text, err := clean.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go clean -modcache: %w\n%s", err, text)
	}
	return r, os.RemoveAll(build)
}

// A folderSize is how many files are below a folder, and how many bytes they have.
type folderSize struct {
	files int
	bytes int64
}

func (s folderSize) megabytes() string { return fmt.Sprintf("%.1f", float64(s.bytes)/1e6) }

// sizeOf returns the size of the files below dir whose names end in suffix. There may be no dir.
func sizeOf(dir, suffix string) (size folderSize, err error) {
	if _, err := os.Stat(dir); err != nil {
		return size, nil
	}
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, suffix) {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size.files++
			size.bytes += info.Size()
		}
		return err
	})
	return size, err
}

// printWays prints a row for each module, and how many modules took each way. It returns whether all
// could be analyzed, and nothing was compiled for that.
func printWays(out io.Writer, rows []*wayRow) (same bool, err error) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "module\tway\twall s\tdownloads\tMB\tbuild cache MB\tfindings\texit\tremarks")
	var counts [failed + 1]int
	var wall time.Duration
	var downloads, built folderSize
	findings := 0
	for _, r := range rows {
		remarks := r.detail
		if len(r.problems) > 0 {
			remarks = strings.Join(append(slices.DeleteFunc([]string{r.detail}, isEmpty), r.problems[0]), "; ")
		}
		fmt.Fprintf(w, "%s\t%s\t%.2f\t%d\t%s\t%s\t%d\t%d\t%s\n", r.Name(), r.way, r.costs[0].Wall.Seconds(), r.downloads.files,
			r.downloads.megabytes(), r.built.megabytes(), len(r.findings), r.exit, shortened(remarks))
		counts[r.way]++
		wall += r.costs[0].Wall
		downloads.files += r.downloads.files
		downloads.bytes += r.downloads.bytes
		built.bytes += r.built.bytes
		findings += len(r.findings)
	}
	var ways []string
	for w := modelled; w <= failed; w++ {
		ways = append(ways, fmt.Sprintf("%d %s", counts[w], w))
	}
	fmt.Fprintf(w, "%d modules\t\t%.2f\t%d\t%s\t%s\t%d\t\t\n", len(rows), wall.Seconds(), downloads.files, downloads.megabytes(),
		built.megabytes(), findings)
	if err := w.Flush(); err != nil {
		return false, err
	}
	_, err = fmt.Fprintf(out, "\n%s\n", strings.Join(ways, ", "))
	return counts[compiled]+counts[failed] == 0, err
}

func isEmpty(s string) bool { return s == "" }
