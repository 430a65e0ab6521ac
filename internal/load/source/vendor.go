package source

import (
	"errors"
	"go/version"
	"io/fs"
	"path/filepath"
	"strings"
)

// vendored is what a modules.txt says.
type vendored struct {
	workspace bool
	explicit  map[string]bool   // "path version" of modules that a go.mod requires
	replaced  map[string]string // what "path" or "path version" is replaced with
}

// readVendored reads the modules.txt of a vendor folder. If there is none, it says nothing.
func (t *Tree) readVendored(vendor string) (vendored, error) {
	v := vendored{explicit: make(map[string]bool), replaced: make(map[string]string)}
	name := filepath.Join(vendor, "modules.txt")
	data, err := t.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return v, nil
	}
	if err != nil {
		return v, unreadable(name, err)
	}
	last := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "## "); ok {
			for entry := range strings.SplitSeq(rest, ";") {
				switch strings.TrimSpace(entry) {
				case "explicit":
					v.explicit[last] = true
				case "workspace":
					v.workspace = true
				}
			}
		} else if rest, ok := strings.CutPrefix(line, "# "); ok {
			old, with, _ := strings.Cut(rest, " => ")
			last = old
			v.replaced[old] = with
		}
	}
	return v, nil
}

// usedFor reports whether the go command takes packages from the vendor folder by itself:
// if it was made since Go 1.14, for the module or for the workspace.
func (v vendored) usedFor(b *buildList) bool {
	return b.goLine != "" && version.Compare("go"+b.goLine, "go1.14") >= 0 && v.workspace == (b.work != nil)
}

// consistent reports whether the vendor folder was made for these go.mod files: each module that
// they require must be marked as explicit in modules.txt, with its replacement. The go command
// checks the same and then refuses to build.
func (v vendored) consistent(b *buildList) bool {
	if b.goLine == "" || version.Compare("go"+b.goLine, "go1.14") < 0 {
		return true // such a modules.txt does not say enough
	}
	for _, m := range b.mains {
		for _, req := range m.file.Require {
			if !v.explicit[req.Mod.Path+" "+req.Mod.Version] {
				return false
			}
		}
		for _, r := range m.file.Replace {
			old := strings.TrimSpace(r.Old.Path + " " + r.Old.Version)
			with := strings.TrimSpace(r.New.Path + " " + r.New.Version)
			// A workspace writes folders in another way.
			if v.replaced[old] != with && (b.work == nil || r.New.Version != "") {
				return false
			}
		}
	}
	return true
}
