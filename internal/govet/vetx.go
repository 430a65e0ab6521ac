package govet

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// A vetx file is what a process of go vet writes about its package for the processes of
// packages that import it. It is empty if the package cannot reach AWS. Otherwise it is
// vetxMagic, followed by the facts about the package and everything that it imports.
const vetxMagic = "awserrlint 3\n"

// A packageFacts holds the facts about one package. The process of the package writes them,
// and all later ones pass them on unchanged.
type packageFacts struct {
	Path  string
	Facts []byte   // see runner.Facts.Encode
	Funcs []string // that may return an error of AWS, see load.ErrorFuncs
}

// reachesAWS reports whether the package of cfg imports AWS, directly or not. It looks only at
// direct imports, since their vetx files tell it of theirs.
func reachesAWS(cfg *vetConfig) bool {
	for _, name := range cfg.PackageVetx {
		if info, err := os.Stat(name); err == nil && info.Size() > 0 && isOurs(name) {
			return true
		}
	}
	return false
}

// isOurs reports whether the file called name begins like a vetx file of this program. Those of
// unitchecker begin in another way.
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

// readVetx returns the facts about packages that the package of cfg imports, directly or not,
// sorted by path.
func readVetx(cfg *vetConfig) ([]packageFacts, error) {
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

// factsByPath returns the facts about each package in known, by path.
func factsByPath(known []packageFacts) map[string][]byte {
	facts := make(map[string][]byte)
	for _, k := range known {
		facts[k.Path] = k.Facts
	}
	return facts
}

// encodeVetx returns the content of a vetx file. Equal facts give equal bytes, which the go
// command compares.
func encodeVetx(known []packageFacts) ([]byte, error) {
	buf := bytes.NewBufferString(vetxMagic)
	if len(known) == 0 {
		return buf.Bytes(), nil
	}
	err := gob.NewEncoder(buf).Encode(known)
	return buf.Bytes(), err
}
