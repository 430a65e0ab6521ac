package source

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/mod/module"
)

// downloads has the go command download modules: all that are wanted at the moment in one
// command, and two commands at most at a time. Each module is asked for once.
type downloads struct {
	gocmd   *goCommand
	env     []string
	private string // patterns of modules that no proxy has
	sums    func() []byte

	mu      sync.Mutex // guards what follows
	known   map[module.Version]*download
	waiting []*download
	running int // commands
}

// A download is a module that is wanted.
type download struct {
	mod    module.Version
	done   chan struct{}
	reason string // why it cannot be had, in one line; "" if it is there. Read it when done.
}

func newDownloads(gocmd *goCommand, env *environ, sums func() []byte) *downloads {
	d := &downloads{gocmd: gocmd, sums: sums, known: make(map[module.Version]*download)}
	// What the go command downloads in parallel depends on the number of processors, though it
	// mostly waits.
	d.env = []string{"GOWORK=off", gocmd.plain, "GOMAXPROCS=" + strconv.Itoa(max(16, runtime.NumCPU()))}
	d.private = cmp.Or(env.get("GONOPROXY"), env.get("GOPRIVATE"))
	return d
}

// fail says that mod cannot be had, for a reason of one line.
func (d *downloads) fail(mod module.Version, reason string) {
	done := make(chan struct{})
	close(done)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.known[mod] = &download{mod: mod, done: done, reason: reason}
}

// want starts to download mods, unless that was done before.
func (d *downloads) want(mods []module.Version) []*download {
	d.mu.Lock()
	defer d.mu.Unlock()
	var wanted []*download
	for _, mod := range mods {
		l := d.known[mod]
		if l == nil {
			l = &download{mod: mod, done: make(chan struct{})}
			d.known[mod] = l
			d.waiting = append(d.waiting, l)
		}
		wanted = append(wanted, l)
	}
	for d.running < 2 && len(d.waiting) > 0 {
		d.running++
		go d.work(d.take())
	}
	return wanted
}

// take removes from those that wait what one command should download: private modules one by
// one, since they may take long, and all others together, or half of them if they are many and
// the other command has nothing to do. d.mu must be locked.
func (d *downloads) take() []*download {
	var public, private []*download
	for _, l := range d.waiting {
		if module.MatchPrefixPatterns(d.private, l.mod.Path) {
			private = append(private, l)
		} else {
			public = append(public, l)
		}
	}
	if n := len(public) / 2; n >= 4 && d.running == 1 {
		d.waiting = append(public[n:], private...)
		return public[:n]
	}
	if len(public) > 0 {
		d.waiting = private
		return public
	}
	d.waiting = private[1:]
	return private[:1]
}

// work downloads batch, and then what waits by then.
func (d *downloads) work(batch []*download) {
	for batch != nil {
		d.fetch(batch)
		d.mu.Lock()
		batch = nil
		if len(d.waiting) > 0 {
			batch = d.take()
		} else {
			d.running--
		}
		d.mu.Unlock()
	}
}

// fetch downloads batch with one command.
func (d *downloads) fetch(batch []*download) {
	files := map[string][]byte{"go.mod": []byte("module awserrlint\n"), "go.sum": d.sums()}
	args := []string{"mod", "download", "-json"}
	what := "downloading " + batch[0].mod.Path + " " + batch[0].mod.Version
	if len(batch) > 1 {
		what += fmt.Sprintf(" and %d more", len(batch)-1)
	}
	for _, l := range batch {
		args = append(args, l.mod.String())
	}
	type result struct{ Path, Version, Dir, Error string }
	results := make(map[module.Version]result)
	err := inScratch(files, func(dir string) error {
		out, err := d.gocmd.run(what, true, dir, d.env, args...)
		list, _ := decodeAll[result](out)
		for _, r := range list {
			results[module.Version{Path: r.Path, Version: r.Version}] = r
		}
		return err
	})
	for _, l := range batch {
		r, ok := results[l.mod]
		switch {
		case ok && strings.Contains(r.Error, ".info: ") && d.fetchAsBuild(l.mod):
		case ok && r.Error != "":
			l.reason = cmp.Or(firstLine(r.Error), "it cannot be downloaded")
		case ok && r.Dir != "":
		case len(batch) > 1 && d.gocmd.ctx.Err() == nil:
			// A wrong checksum ends the command, and nobody knows whose it is.
			d.fetch([]*download{l})
			continue
		case err != nil:
			l.reason = err.Error()
		default:
			l.reason = "the go command did not download it"
		}
		close(l.done)
	}
}

// fetchAsBuild has the go command look for the packages of mod, for which it downloads the module
// as for a build. Unlike go mod download, that does not ask the proxy for the time of the version:
// some proxies have a module, but not its .info file. It reports whether the module is there.
func (d *downloads) fetchAsBuild(mod module.Version) bool {
	files := map[string][]byte{
		"go.mod": fmt.Appendf(nil, "module awserrlint\n\ngo 1.21\n\nrequire %s %s\n", mod.Path, mod.Version),
		"go.sum": d.sums(),
	}
	type result struct{ Module struct{ Version, Dir string } }
	var found []result
	err := inScratch(files, func(dir string) error {
		what := "downloading " + mod.Path + " " + mod.Version + ", of which the proxy has no .info file"
		out, err := d.gocmd.run(what, true, dir, d.env, "list", "-mod=mod", "-e", "-find", "-json=Module", mod.Path+"/...")
		found, _ = decodeAll[result](out)
		return err
	})
	return err == nil && slices.ContainsFunc(found, func(r result) bool { return r.Module.Dir != "" && r.Module.Version == mod.Version })
}
