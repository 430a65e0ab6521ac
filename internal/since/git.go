package since

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// git runs the git command in a folder.
type git struct {
	ctx     context.Context
	dir     string
	filters []string // settings that turn off those of the repository
	partial bool     // whether git leaves it to a remote to have some files
}

// gitAt returns git in the top folder of the work tree that has the folder dir.
func gitAt(ctx context.Context, dir string) (*git, error) {
	top, err := Top(ctx, dir)
	if err != nil {
		return nil, err
	}
	g := &git{ctx: ctx, dir: top}
	return g, g.readSettings()
}

// commit returns the hash of the commit that rev names.
func (g *git) commit(rev string) (string, error) {
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
	readable := []string{"-c", "core.quotePath=true"} // names that are no UTF-8 have no other form that can be read
	cmd := exec.CommandContext(g.ctx, "git", slices.Concat(inert(), readable, g.filters, args)...)
	cmd.Dir = g.dir
	cmd.Env = append(cmd.Environ(), "GIT_OPTIONAL_LOCKS=0")
	if _, ok := os.LookupEnv(allowProtocol); !ok {
		cmd.Env = append(cmd.Env, allowProtocol+"=")
	}
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
