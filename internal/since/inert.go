package since

import (
	"fmt"
	"os"
	"strings"
)

// allowProtocol is the variable that tells git with which protocols it may fetch: with none, unless the user set it.
// In a partial clone, git would fetch what a diff lacks, by programs that the repository's settings name.
const allowProtocol = "GIT_ALLOW_PROTOCOL"

// inert returns options with which git starts no program for the sake of settings that a repository brings along: its
// own, or those of a bare repository that is committed as a folder of another. Flags of "git diff" do the rest, and
// [git.readSettings].
func inert() []string {
	return []string{"--no-pager", "-c", "core.fsmonitor=", "-c", "core.hooksPath=" + os.DevNull, "-c", "safe.bareRepository=explicit"}
}

// readSettings turns off filters, through which git would put files of the work tree to compare them.
func (g *git) readSettings() error {
	names, err := g.run("config", "-z", "--name-only", "--list")
	if err != nil {
		return err
	}
	for key := range strings.SplitSeq(strings.TrimSuffix(string(names), "\x00"), "\x00") {
		name, variable := key, ""
		if dot := strings.LastIndexByte(key, '.'); dot >= 0 {
			name, variable = key[:dot], key[dot+1:]
		}
		switch {
		case key == "extensions.partialclone" || strings.HasPrefix(name, "remote.") && variable == "promisor":
			g.partial = true
		case !strings.HasPrefix(name, "filter."):
		case strings.Contains(name, "="): // -c could not name it
			return fmt.Errorf("git config: %q is no name of a filter", strings.TrimPrefix(name, "filter."))
		case variable == "clean" || variable == "process":
			g.filters = append(g.filters, "-c", key+"=", "-c", name+".required=false")
		}
	}
	return nil
}
