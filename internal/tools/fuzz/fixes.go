package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
	"github.com/awserrlint/awserrlint/internal/tools/fuzz/variant"
)

// fixes checks what -diff prints, and what -fix does, for the module in dir, in which before was found.
func (b *batch) fixes(what, dir string, files map[string][]byte, before checkout.JSONReport) error {
	patch, _, err := b.tool.run(dir, "-diff")
	if err != nil {
		b.tally.fail("sound", what+" -diff", err.Error())
		return nil
	}
	patched := filepath.Join(b.temp, what+"-patched")
	if err := b.write(patched, files); err != nil {
		return err
	}
	if len(patch) > 0 {
		apply := exec.Command("git", "apply", "--whitespace=nowarn", "-")
		apply.Dir = patched
		apply.Stdin = bytes.NewReader(patch)
		if out, err := apply.CombinedOutput(); err != nil {
			b.tally.fail("diff", what, fmt.Sprintf("%v: %s", err, out))
		}
	}

	fixed := filepath.Join(b.temp, what+"-fixed")
	if err := b.write(fixed, files); err != nil {
		return err
	}
	left, err := b.tool.analyze(fixed, "-fix")
	if err != nil {
		b.tally.fail("sound", what+" -fix", err.Error())
		return nil
	}
	for _, p := range left.Problems[min(len(before.Problems), len(left.Problems)):] {
		b.tally.fail("compile", what, p.Package+": "+p.Position+": "+p.Message)
	}
	changed := 0
	for _, name := range names(files) {
		now, err := os.ReadFile(filepath.Join(fixed, name))
		if err != nil {
			return err
		}
		by, err := os.ReadFile(filepath.Join(patched, name))
		if err != nil {
			return err
		}
		if !bytes.Equal(now, by) {
			b.tally.fail("diff", what, name)
		}
		if old := files[name]; !bytes.Equal(old, now) {
			changed++
			if isFormatted(old) && !isFormatted(now) {
				b.tally.fail("gofmt", what, name)
			}
			for _, c := range lost(old, now) {
				b.tally.fail("comments", what, name+": "+c)
			}
		}
	}
	for _, invariant := range []string{"diff", "compile", "gofmt", "comments", "converge", "new"} {
		b.tally.check(invariant, changed)
	}
	return b.after(what, fixed, files, before)
}

// after checks what is found after all fixes of files, in which before was found. That a fix brings to light what was wrong in a line
// that it leaves is right: an error that is returned now is one that a caller drops.
func (b *batch) after(what, dir string, files map[string][]byte, before checkout.JSONReport) error {
	rep, err := b.tool.analyze(dir)
	if err != nil {
		b.tally.fail("sound", what+" fixed", err.Error())
		return nil
	}
	had := make(map[string]int) // findings by file, and operation or else rule: a call that has failed can also have failed in part
	key := func(file, operation, rule string) string {
		if strings.HasPrefix(rule, "lambda") {
			rule = "lambda" // a response that is lost no more can have a body that no client understands
		}
		return file + ": " + cmp.Or(strings.TrimSuffix(operation, "EventStream.Err"), rule) // of a call or of its stream
	}
	asserted := make(map[string]bool) // files with matches that never match
	for _, f := range before.Findings {
		asserted[f.File] = asserted[f.File] || f.Rule == "errassert"
		had[key(f.File, f.Operation, f.Rule)]++
	}
	for _, f := range rep.Findings {
		told := fmt.Sprintf("%s: %s: %s", f.File, f.Rule, f.Message)
		if len(f.Fixes) > 0 {
			b.tally.fail("converge", what, told)
		}
		if (f.Rule == "matchorder" || f.Rule == "impossiblematch") && asserted[f.File] {
			continue // where nothing matched, nothing was too late; and fixes may tell of more errors that it can never match
		}
		k := key(f.File, f.Operation, f.Rule)
		if had[k]--; had[k] >= 0 || !isFormatted(files[f.File]) {
			continue // lines of other layouts are no statements
		}
		now, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.File)))
		if err != nil {
			return err
		}
		if line := lineAt(now, f.Position.Offset); !bytes.Contains(files[f.File], line) {
			b.tally.fail("new", what, told)
		}
	}
	some := b.sample()
	if len(some) == 0 {
		return nil
	}
	build := exec.Command("go", append([]string{"build", "-o", os.DevNull}, some...)...)
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		b.tally.fail("compile", what+" by go build", string(out))
	}
	return nil
}

// lineAt returns the line of an offset, without white space around it.
func lineAt(src []byte, offset int) []byte {
	start := bytes.LastIndexByte(src[:offset], '\n') + 1
	line, _, _ := bytes.Cut(src[start:], []byte("\n"))
	return bytes.TrimSpace(line)
}

// lost returns the comments of old that now does not have as often, also as a part of others.
func lost(old, now []byte) []string {
	have := strings.Join(variant.Comments(now), "\n") + "\n"
	var gone []string
	for _, c := range variant.Comments(old) {
		before, after, ok := strings.Cut(have, c)
		if !ok {
			gone = append(gone, c)
		}
		have = before + after
	}
	return gone
}

// vet checks that go vet prints the lines that the tool prints for some packages of the module in dir.
func (b *batch) vet(dir string) error {
	some := b.sample()
	if len(some) == 0 {
		return nil
	}
	own := exec.Command(b.tool.name, append([]string{"-all", "-cache=off"}, some...)...)
	own.Dir = dir
	out, _ := own.Output() // fails where there are findings
	vet := exec.Command("go", append([]string{"vet", "-vettool=" + b.tool.name, "-all"}, some...)...)
	vet.Dir = dir
	var printed bytes.Buffer
	vet.Stderr = &printed
	vet.Run() // likewise
	b.tally.check("vet", len(some))
	for _, d := range lineDifferences(out, printed.Bytes()) {
		b.tally.fail("vet", "base", d)
	}
	return nil
}

var finding = regexp.MustCompile(`^\S+\.go:\d+:\d+: (error|warning|info): `)

// lineDifferences returns the findings that only one of two outputs has.
func lineDifferences(own, vet []byte) []string {
	counts := make(map[string]int)
	for i, text := range [][]byte{own, vet} {
		for line := range bytes.Lines(text) {
			if finding.Match(line) {
				counts[string(bytes.TrimPrefix(bytes.TrimSpace(line), []byte("./")))] += 2*i - 1
			}
		}
	}
	var all []string
	for line, n := range counts {
		if n != 0 {
			all = append(all, fmt.Sprintf("%+d: %s", n, line))
		}
	}
	slices.Sort(all)
	return all
}
