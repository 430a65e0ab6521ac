package driver

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/types"
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
// vetxMagic and the facts in gob form.
const vetxMagic = "awserrlint 1\n"

// reachesAWS reports whether something that the package of cfg imports is AWS or
// reaches it. Imports of imports need not be asked: the bit is handed on.
func reachesAWS(cfg *unitchecker.Config) bool {
	for _, name := range cfg.PackageVetx {
		if info, err := os.Stat(name); err == nil && info.Size() > 0 {
			if _, ok := readVetx(name); ok {
				return true
			}
		}
	}
	return false
}

// readVetx returns the facts in the file of that name; ok is false where it is not
// one of this program, but of unitchecker, or empty.
func readVetx(name string) (facts []byte, ok bool) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, false
	}
	return bytes.CutPrefix(data, []byte(vetxMagic))
}

// A storedFact is a fact in a file.
type storedFact struct {
	Package string
	Object  objectpath.Path // "" for a fact about the package
	Fact    analysis.Fact
}

// encode returns the content of a vetx file with all facts in s. Facts about
// objects that other packages cannot name stay behind.
func (s *factSet) encode() ([]byte, error) {
	var stored []storedFact
	var encoder objectpath.Encoder
	for k, fact := range s.objects {
		if path, err := encoder.For(k.object); err == nil {
			stored = append(stored, storedFact{k.object.Pkg().Path(), path, fact})
		}
	}
	for k, fact := range s.packages {
		stored = append(stored, storedFact{Package: k.pkg.Path(), Fact: fact})
	}
	// The go command compares files: equal facts must be equal bytes.
	slices.SortFunc(stored, func(x, y storedFact) int { return strings.Compare(x.key(), y.key()) })

	buf := bytes.NewBufferString(vetxMagic)
	if len(stored) == 0 {
		return buf.Bytes(), nil
	}
	if err := gob.NewEncoder(buf).Encode(stored); err != nil {
		return nil, fmt.Errorf("cannot write what is known about %s: %w", s.pkg.Path(), err)
	}
	return buf.Bytes(), nil
}

func (f storedFact) key() string { return fmt.Sprintf("%s %s %T", f.Package, f.Object, f.Fact) }

// decode adds to s the facts in data, the content of a vetx file. Facts about what
// the package of s cannot reach are of no use to it.
func (s *factSet) decode(data []byte) error {
	if len(data) == 0 {
		return nil
	}
	var stored []storedFact
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&stored); err != nil {
		return err
	}
	reachable := reachablePackages(s.pkg)
	for _, f := range stored {
		pkg := reachable[f.Package]
		if pkg == nil {
			continue
		}
		if f.Object == "" {
			s.packages[packageKey{pkg, reflect.TypeOf(f.Fact)}] = f.Fact
		} else if obj, err := objectpath.Object(pkg, f.Object); err == nil {
			s.objects[objectKey{obj, reflect.TypeOf(f.Fact)}] = f.Fact
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

// registerFacts makes the fact types of analyzers, and of those they require,
// known to gob.
func registerFacts(analyzers []*analysis.Analyzer) {
	for _, a := range analyzers {
		for _, f := range a.FactTypes {
			gob.Register(f)
		}
		registerFacts(a.Requires)
	}
}
