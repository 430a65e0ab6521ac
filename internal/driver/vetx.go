package driver

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/types"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/types/objectpath"
)

// A vetx file is what one run of the tool leaves behind for those on packages that
// import the package. It is empty where AWS is out of reach; otherwise it is
// vetxMagic and what is known about the package and those below it.
const vetxMagic = "awserrlint 2\n"

// A packageFacts is the facts about one package. They are written where the package
// is analyzed and handed on as they are.
type packageFacts struct {
	Path  string
	Facts []byte   // a []storedFact in gob form
	Funcs []string // that errors of AWS may come by, see load.ErrorFuncs
}

// A storedFact is a fact about an object, or about the package where Object is "".
type storedFact struct {
	Object objectpath.Path
	Fact   analysis.Fact
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

// encode returns the facts in s about its own package. Those about objects that
// other packages cannot name stay behind.
func (s *factSet) encode() (packageFacts, error) {
	var stored []storedFact
	var paths objectpath.Encoder
	for k, fact := range s.objects {
		if k.object.Pkg() != s.pkg {
			continue
		}
		if path, err := paths.For(k.object); err == nil {
			stored = append(stored, storedFact{path, fact})
		}
	}
	for k, fact := range s.packages {
		if k.pkg == s.pkg {
			stored = append(stored, storedFact{Fact: fact})
		}
	}
	key := func(f storedFact) string { return fmt.Sprintf("%s %T", f.Object, f.Fact) }
	slices.SortFunc(stored, func(x, y storedFact) int { return strings.Compare(key(x), key(y)) })
	var buf bytes.Buffer
	err := gob.NewEncoder(&buf).Encode(stored)
	return packageFacts{Path: s.pkg.Path(), Facts: buf.Bytes()}, err
}

// decode adds to s what is known about packages that its own can reach; about others
// nobody asks.
func (s *factSet) decode(known []packageFacts) error {
	reachable := reachablePackages(s.pkg)
	for _, k := range known {
		pkg := reachable[k.Path]
		if pkg == nil || len(k.Facts) == 0 {
			continue
		}
		var stored []storedFact
		if err := gob.NewDecoder(bytes.NewReader(k.Facts)).Decode(&stored); err != nil {
			return fmt.Errorf("cannot read what is known about %s: %w", k.Path, err)
		}
		for _, f := range stored {
			if f.Object == "" {
				s.packages[packageKey{pkg, reflect.TypeOf(f.Fact)}] = f.Fact
			} else if obj, err := objectpath.Object(pkg, f.Object); err == nil {
				s.objects[objectKey{obj, reflect.TypeOf(f.Fact)}] = f.Fact
			}
		}
	}
	return nil
}

// reachablePackages returns the packages that pkg imports, directly or not, by path.
func reachablePackages(pkg *types.Package) map[string]*types.Package {
	reachable := make(map[string]*types.Package)
	var visit func(pkg *types.Package)
	visit = func(pkg *types.Package) {
		for _, imp := range pkg.Imports() {
			if reachable[imp.Path()] == nil {
				reachable[imp.Path()] = imp
				visit(imp)
			}
		}
	}
	visit(pkg)
	return reachable
}
