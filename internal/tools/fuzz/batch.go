package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
	"github.com/awserrlint/awserrlint/internal/tools/fuzz/variant"
)

// A batch is a module, all of whose packages are attacked at once.
type batch struct {
	tool  tool
	tally *tally
	temp  string            // an empty folder
	seed  uint64            // of variants
	files map[string][]byte // by slash-separated name in the module, plain, see variant.Plain
	other map[string][]byte // go.mod, go.sum and the like
	share int               // go vet and go build look at one in so many packages
}

// attack checks all invariants, with each of the variants.
func (b *batch) attack(variants []variant.Variant) error {
	base := filepath.Join(b.temp, "base")
	if err := b.write(base, b.files); err != nil {
		return err
	}
	b.tally.check("sound", len(b.files))
	first, err := b.tool.analyze(base)
	if err != nil {
		b.tally.fail("sound", "base", err.Error())
		return nil
	}
	if len(first.Problems) > 0 {
		for _, p := range first.Problems {
			b.tally.fail("sound", p.Package, p.Position+": "+p.Message)
		}
		return b.without(first, variants)
	}
	if err := b.vet(base); err != nil {
		return err
	}
	for _, v := range variants {
		if err := b.attackBy(v, base, first); err != nil {
			return err
		}
	}
	return nil
}

// without goes on without the packages that have problems: what is no program has no variants.
func (b *batch) without(rep checkout.JSONReport, variants []variant.Variant) error {
	had := len(b.files)
	for _, p := range rep.Problems {
		folder := strings.TrimPrefix(p.Package, modulePath+"/")
		maps.DeleteFunc(b.files, func(name string, _ []byte) bool { return path.Dir(name) == folder })
	}
	if len(b.files) == had || len(b.files) == 0 {
		return nil
	}
	if err := os.RemoveAll(b.temp); err != nil {
		return err
	}
	return b.attack(variants)
}

// attackBy checks the invariants with a variant of what is in base, where first is found.
func (b *batch) attackBy(v variant.Variant, base string, first checkout.JSONReport) error {
	files, names, err := b.vary(v)
	if err != nil {
		return err
	}
	dir := filepath.Join(b.temp, v.Name)
	if err := b.write(dir, files); err != nil {
		return err
	}
	rep, err := b.tool.analyze(dir, "-cache=off")
	if err != nil {
		b.tally.fail("sound", v.Name, err.Error())
		return nil
	}
	if err := b.compare("variant", v.Name, v, base, dir, first, rep, names); err != nil {
		return err
	}
	if err := b.cached(v, base, files, first, rep); err != nil {
		return err
	}
	return b.fixes(v.Name, dir, files, rep)
}

// cached checks that what is kept of runs before changes nothing: of the same program, or, as if somebody had edited every
// file, of a variant.
func (b *batch) cached(v variant.Variant, base string, files map[string][]byte, first, rep checkout.JSONReport) error {
	if err := b.same("nothing changed", base, first); err != nil {
		return err
	}
	if err := b.write(base, files); err != nil {
		return err
	}
	if err := b.same(v.Name+" in place of another", base, rep); err != nil {
		return err
	}
	return b.write(base, b.files)
}

// write writes files, and what else the module has, to dir.
func (b *batch) write(dir string, files map[string][]byte) error {
	return errors.Join(checkout.WriteFiles(dir, b.other), checkout.WriteFiles(dir, files))
}

// random returns a source of numbers for a file and a purpose.
func (b *batch) random(file, purpose string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(file + "\x00" + purpose))
	return rand.New(rand.NewPCG(b.seed, h.Sum64()))
}

// vary makes variants of all files.
func (b *batch) vary(v variant.Variant) (files map[string][]byte, names map[string][]string, err error) {
	files, names = make(map[string][]byte), make(map[string][]string)
	for name, src := range b.files {
		if files[name], names[name], err = v.Make(b.random(name, v.Name), src); err != nil {
			return nil, nil, fmt.Errorf("%s: %s: %w", v.Name, name, err)
		}
	}
	return files, names, nil
}

// same checks that the tool finds in dir what it found with the result want.
func (b *batch) same(what, dir string, want checkout.JSONReport) error {
	rep, err := b.tool.analyze(dir)
	if err != nil {
		b.tally.fail("sound", what, err.Error())
		return nil
	}
	return b.compare("cache", what, variant.Variant{Fixed: true}, dir, dir, want, rep, nil)
}

// compare checks the invariant that have, which is found in the folder made, is what is found in base, of which that is the variant v.
func (b *batch) compare(invariant, what string, v variant.Variant, base, made string, want, have checkout.JSONReport, names map[string][]string) error {
	b.tally.check(invariant, len(b.files))
	if len(have.Problems) != len(want.Problems) {
		for _, p := range have.Problems {
			b.tally.fail(invariant, what, p.Position+": "+p.Message)
		}
	}
	old, err := locate(base, want, v, names)
	if err != nil {
		return err
	}
	now, err := locate(made, have, v, names)
	if err != nil {
		return err
	}
	for _, d := range differences(old, now) {
		b.tally.fail(invariant, what, d)
	}
	return nil
}

// differences returns a line for each finding that is only in one of two lists.
func differences(old, now []found) []string {
	counts := make(map[found]int)
	for _, f := range old {
		counts[f]--
	}
	for _, f := range now {
		counts[f]++
	}
	var lines []string
	for f, n := range counts {
		if n != 0 {
			lines = append(lines, fmt.Sprintf("%s: %+d: %s, fix: %v", f.file, n, f.text, f.fix))
		}
	}
	slices.Sort(lines)
	return lines
}

// isFormatted reports whether gofmt leaves a file as it is, also the second time.
func isFormatted(src []byte) bool {
	formatted, err := format.Source(src)
	return err == nil && bytes.Equal(formatted, src)
}

// names returns the names of files, sorted.
func names(files map[string][]byte) []string { return slices.Sorted(maps.Keys(files)) }

// sample returns the folders of one in share packages, chosen by their names, as patterns.
func (b *batch) sample() []string {
	var some []string
	for _, name := range names(b.files) {
		dir := path.Dir(name)
		h := fnv.New32a()
		h.Write([]byte(dir))
		if pattern := "./" + dir; h.Sum32()%uint32(b.share) == 0 && !slices.Contains(some, pattern) {
			some = append(some, pattern)
		}
	}
	return some
}
