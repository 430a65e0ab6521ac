package since

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"github.com/sourcegraph/go-diff/diff"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/readfile"
)

// Changes are the lines of Go files in a work tree that a revision does not have, whether they are
// committed or not.
type Changes struct {
	root  string            // the top folder of the work tree, without symbolic links
	files map[string]lines  // by absolute names below root
	dirs  map[string]string // without symbolic links, by names with them
}

// lines are the numbers of changed lines. A nil value stands for all lines.
type lines map[int]bool

// Top returns the top folder of the work tree that has the folder dir.
func Top(ctx context.Context, dir string) (string, error) {
	g := &git{ctx: ctx, dir: dir}
	root, err := g.line("rev-parse", "--show-toplevel")
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(filepath.FromSlash(root))
}

// Rev returns what is new since the revision rev in the work tree that has the folder dir. Git says
// which lines these are. It follows renames, and files that it does not track are new unless they
// are ignored.
func Rev(ctx context.Context, dir, rev string) (*Changes, error) {
	g, err := gitAt(ctx, dir)
	if err != nil {
		return nil, err
	}
	hash, err := g.commit(rev)
	if err != nil {
		return nil, err
	}
	return g.since(hash)
}

// MergeBase is Rev for the commit at which the work tree's branch left the branch.
func MergeBase(ctx context.Context, dir, branch string) (*Changes, error) {
	g, err := gitAt(ctx, dir)
	if err != nil {
		return nil, err
	}
	hash, err := g.commit(branch)
	if err != nil {
		return nil, err
	}
	base, err := g.line("merge-base", "HEAD", hash)
	if err != nil {
		return nil, fmt.Errorf("HEAD and %s have no common commit; a shallow clone may lack it (git fetch --unshallow)", branch)
	}
	return g.since(base)
}

// since returns what is new since the commit with the hash. The folder of g is the top of the work tree.
func (g *git) since(hash string) (*Changes, error) {
	c := &Changes{root: g.dir, files: make(map[string]lines), dirs: make(map[string]string)}
	// What users configure for their own eyes must not change what is parsed, nor may .gitattributes call source binary.
	patch, err := g.run("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules", "--text",
		"--src-prefix=a/", "--dst-prefix=b/", "--find-renames", "--unified=0", "--inter-hunk-context=0", hash, "--", "*.go")
	if err != nil && g.partial && g.ctx.Err() == nil {
		return nil, fmt.Errorf("%w; if this partial clone lacks files of the revision, "+allowProtocol+"=https lets git fetch them", err)
	}
	if err != nil {
		return nil, err
	}
	files, err := parse(patch)
	if err != nil {
		return nil, fmt.Errorf("git diff: %w", err)
	}
	for name, hunks := range files {
		c.files[c.abs(name)] = changedLines(hunks, nil)
		if isLink(c.abs(name)) { // git compares where it leads to, not the lines there
			c.files[c.abs(name)] = nil
		}
	}
	untracked, err := g.run("ls-files", "--others", "--exclude-standard", "-z", "--", "*.go")
	if err != nil {
		return nil, err
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(string(untracked), "\x00"), "\x00") {
		c.files[c.abs(name)] = nil
	}
	return c, nil
}

func (c *Changes) abs(name string) string { return filepath.Join(c.root, filepath.FromSlash(name)) }

// changedLines returns the lines that hunks add, and those beside what they remove: a check that is gone
// leaves no line of its own. Of the others, those that before has in the old file are changed, too.
func changedLines(hunks []*diff.Hunk, before lines) lines {
	changed := make(lines)
	for _, hunk := range hunks {
		line := int(hunk.NewStartLine)
		if hunk.NewLines == 0 {
			line++ // git counts the line before, where there is none to name
		}
		body := edit.LinesOf(hunk)
		for i, text := range body {
			switch text[0] {
			case '+':
				changed[line] = true
				line++
			case ' ':
				line++
			case '-':
				if i+1 == len(body) || body[i+1][0] == ' ' {
					changed[line-1], changed[line] = true, true
				}
			}
		}
	}
	for old := range before {
		if line, ok := moved(hunks, old); ok {
			changed[line] = true
		}
	}
	return changed
}

// moved returns where hunks move the line old to. It reports false if they remove it.
func moved(hunks []*diff.Hunk, old int) (line int, ok bool) {
	shift := 0
	for _, hunk := range hunks {
		if old < int(hunk.OrigStartLine) {
			break
		}
		if old >= int(hunk.OrigStartLine+hunk.OrigLines) {
			shift = int(hunk.NewStartLine + hunk.NewLines - hunk.OrigStartLine - hunk.OrigLines)
			continue
		}
		from, to := int(hunk.OrigStartLine), int(hunk.NewStartLine)
		for _, text := range edit.LinesOf(hunk) {
			if text[0] != '+' && from == old {
				return to, text[0] == ' '
			}
			if text[0] != '+' {
				from++
			}
			if text[0] != '-' {
				to++
			}
		}
	}
	return old + shift, true
}

// Touch reports whether one of the lines from first to last of a file is new. The name is absolute.
func (c *Changes) Touch(name string, first, last int) bool {
	changed, ok := c.files[c.real(name)]
	if !ok || changed == nil {
		return ok
	}
	for line := first; line <= last; line++ {
		if changed[line] {
			return true
		}
	}
	return false
}

// real returns the name of a file as the keys of files have it: without symbolic links in its folder. A file that is itself a
// link has the lines of the one that it leads to. If git was not asked about that, all of them are new.
func (c *Changes) real(name string) string {
	dir := filepath.Dir(name)
	if _, ok := c.dirs[dir]; !ok {
		c.dirs[dir] = dir
		if resolved, err := filepath.EvalSymlinks(dir); err == nil {
			c.dirs[dir] = resolved
		}
	}
	name = filepath.Join(c.dirs[dir], filepath.Base(name))
	if _, ok := c.files[name]; ok || !isLink(name) {
		return name
	}
	target, err := filepath.EvalSymlinks(name)
	if err == nil && strings.HasSuffix(target, ".go") && strings.HasPrefix(target, c.root+string(filepath.Separator)) {
		return target
	}
	c.files[name] = nil
	return name
}

func isLink(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode()&os.ModeSymlink != 0
}

// With returns the changes for files with other contents than those on disk, such as fixed ones. What
// differs from the file on disk is new, too.
func (c *Changes) With(contents map[string][]byte) (*Changes, error) {
	if len(contents) == 0 {
		return c, nil
	}
	all := &Changes{root: c.root, files: maps.Clone(c.files), dirs: c.dirs}
	for name, content := range contents {
		disk, err := readfile.All(name)
		if err != nil {
			return nil, err
		}
		before, ok := c.files[c.real(name)]
		if ok && before == nil || bytes.Equal(disk, content) {
			continue
		}
		if !ok {
			before = make(lines)
		}
		hunks, err := edit.Change{Name: name, Old: disk, Fixed: content}.Hunks()
		if err != nil {
			return nil, err
		}
		all.files[c.real(name)] = changedLines(hunks, before)
	}
	return all, nil
}
