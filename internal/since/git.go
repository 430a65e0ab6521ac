package since

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/diff"
	godiff "github.com/sourcegraph/go-diff/diff"
)

// git runs the git command in a folder.
type git struct {
	ctx context.Context
	dir string
}

// commit returns the hash of the commit that rev names.
func (g *git) commit(rev string) (string, error) {
	if _, err := g.line("rev-parse", "--is-inside-work-tree"); err != nil {
		return "", err
	}
	hash, err := g.line("rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil && g.ctx.Err() == nil {
		return "", fmt.Errorf("git knows no commit %q; a shallow clone may lack it (git fetch --unshallow)", rev)
	}
	return hash, err
}

// line returns the only line that git prints.
func (g *git) line(args ...string) (string, error) {
	out, err := g.run(args...)
	return strings.TrimSuffix(string(out), "\n"), err
}

// run returns what git prints. The error is what it complains of, on one line.
func (g *git) run(args ...string) ([]byte, error) {
	cmd := exec.CommandContext(g.ctx, "git", args...)
	cmd.Dir = g.dir
	cmd.WaitDelay = time.Second
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	err := cmd.Run()
	if g.ctx.Err() != nil {
		return nil, g.ctx.Err()
	}
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		said, _, _ := strings.Cut(strings.TrimSpace(complaint.String()), "\n")
		if said == "" {
			said = err.Error()
		}
		return nil, fmt.Errorf("git %s: %s", args[0], strings.TrimPrefix(said, "fatal: "))
	}
	return out.Bytes(), err
}

// after returns the lines of content that are not in old, or that old has at lines in before.
func after(old, content []byte, before lines) (lines, error) {
	_, patch, _ := bytes.Cut(diff.Diff("a", old, "b", content), []byte("\n")) // the first line is a command
	f, err := godiff.ParseFileDiff(patch)
	if err != nil {
		return nil, fmt.Errorf("diff of a file: %w", err)
	}
	return changedLines(f, before), nil
}
