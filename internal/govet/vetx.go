package govet

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"
)

// A vetx file is what one run of the tool leaves behind for those on packages that
// import the package. It is empty where AWS is out of reach; otherwise it is
// vetxMagic and what is known about the package and those below it.
const vetxMagic = "awserrlint 2\n"

// A packageFacts is the facts about one package. They are written where the package
// is analyzed and handed on as they are.
type packageFacts struct {
	Path  string
	Facts []byte   // see runner.Facts.Encode
	Funcs []string // that errors of AWS may come by, see load.ErrorFuncs
}

// reachesAWS reports whether something that the package of cfg imports is AWS or
// reaches it. Imports of imports need not be asked: the bit is handed on.
func reachesAWS(cfg *unitchecker.Config) bool {
	for _, name := range cfg.PackageVetx {
		if info, err := os.Stat(name); err == nil && info.Size() > 0 && isOurs(name) {
			return true
		}
	}
	return false
}

// isOurs reports whether the file of that name starts like a vetx file of this
// program. unitchecker has another form.
func isOurs(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	start := make([]byte, len(vetxMagic))
	_, err = io.ReadFull(f, start)
	return err == nil && string(start) == vetxMagic
}

// readVetx returns what is known about packages that the package of cfg imports, in
// the order of their paths.
func readVetx(cfg *unitchecker.Config) ([]packageFacts, error) {
	var all []packageFacts
	for path, name := range cfg.PackageVetx {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		data, ours := bytes.CutPrefix(data, []byte(vetxMagic))
		if !ours || len(data) == 0 {
			continue
		}
		var known []packageFacts
		if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&known); err != nil {
			return nil, fmt.Errorf("cannot read what is known about %s: %w", path, err)
		}
		all = append(all, known...)
	}
	slices.SortFunc(all, func(x, y packageFacts) int { return strings.Compare(x.Path, y.Path) })
	return slices.CompactFunc(all, func(x, y packageFacts) bool { return x.Path == y.Path }), nil
}

// factsByPath returns the facts in known by the path of the package.
func factsByPath(known []packageFacts) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, k := range known {
			if !yield(k.Path, k.Facts) {
				return
			}
		}
	}
}

// encodeVetx returns the content of a vetx file. Equal facts are equal bytes: the go
// command compares them.
func encodeVetx(known []packageFacts) ([]byte, error) {
	buf := bytes.NewBufferString(vetxMagic)
	if len(known) == 0 {
		return buf.Bytes(), nil
	}
	err := gob.NewEncoder(buf).Encode(known)
	return buf.Bytes(), err
}
