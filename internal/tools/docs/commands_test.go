package docs

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// A docCommand is a command that a page shows.
type docCommand struct {
	page, text string
}

// shells are the languages of blocks of commands.
var shells = regexp.MustCompile("(?s)\n```(?:sh|bash|shell|console)\n(.*?)\n```")

// comment matches the comment at the end of a command.
var comment = regexp.MustCompile(`\s+# .*$`)

// documentation returns the names of all pages that people read, but for those of rules.
func documentation(t *testing.T) []string {
	t.Helper()
	var pages []string
	for _, pattern := range []string{"*.md", "docs/*.md", "editors/*.md", "editors/*/*.md", "examples/*/*.md"} {
		names, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			rel, err := filepath.Rel(root, name)
			if err != nil {
				t.Fatal(err)
			}
			pages = append(pages, filepath.ToSlash(rel))
		}
	}
	return pages
}

// docCommands returns the commands in the blocks of a page.
func docCommands(t *testing.T, page string) []docCommand {
	t.Helper()
	var commands []docCommand
	for _, block := range shells.FindAllStringSubmatch(readDoc(t, page), -1) {
		for line := range strings.Lines(strings.ReplaceAll(block[1], "\\\n", "")) {
			line = strings.TrimSpace(comment.ReplaceAllString(strings.TrimRight(line, "\n"), ""))
			if line = strings.TrimPrefix(line, "$ "); line != "" && !strings.HasPrefix(line, "#") {
				commands = append(commands, docCommand{page, line})
			}
		}
	}
	return commands
}

// elsewhere are commands that other tests run, or that cannot run in one, by what they begin with: where, or why.
var elsewhere = map[string]string{
	"go test ./":                        "it runs this",
	"bash .ci/run":                      "runs all tests",
	"awserrlint [flags]":                "is a pattern",
	"go run ./internal/tools/bench":     "takes minutes: internal/tools/bench",
	"go run ./internal/tools/ecosystem": "needs checkouts: internal/tools/ecosystem",
	"go run ./internal/tools/mutate":    "needs checkouts: internal/tools/mutate",
	"go build -o /tmp/before":           "writes outside of a test: part of the above",
	"git clone ":                        "needs the network",
	"golangci-lint custom":              "plugin",
	"./custom-gcl":                      "plugin",
	"go install github.com/":            "needs a published version: internal/action, cmd/awserrlint",
	"go run github.com/":                "the same",
	"go get -tool":                      "the same",
	"go tool awserrlint":                "the same",
	"cp go.mod tools.mod":               "cmd/awserrlint: TestTool",
	"go tool -modfile=":                 "cmd/awserrlint: TestTool",
	"go vet -vettool=$(go tool":         "the same",
	"sha256sum ":                        "needs a release",
	"gh attestation verify":             "the same",
	"source <(":                         "internal/cli",
	"awserrlint completion fish":        "internal/cli",
}

// TestCommands runs the commands in the documentation: those of awserrlint, go vet and the like in a copy of
// examples/orders that git knows, those of this repository in its folder. A command may report findings, but must
// not fail.
func TestCommands(t *testing.T) {
	bin := filepath.Dir(buildTool(t))
	used := make(map[string]bool)
	for _, page := range documentation(t) {
		var dir string
		for _, c := range docCommands(t, page) {
			if prefix, ok := otherwise(c.text); ok {
				used[prefix] = true
				continue
			}
			if dir == "" {
				dir = ordersInGit(t)
			}
			if err := c.run(dir, bin); err != nil {
				t.Errorf("%s: %s\n%v", c.page, c.text, err)
			}
		}
	}
	for prefix := range elsewhere {
		if !used[prefix] {
			t.Errorf("no page has a command that begins with %q", prefix)
		}
	}
}

// otherwise returns the key of elsewhere for a command.
func otherwise(command string) (prefix string, ok bool) {
	for prefix := range elsewhere {
		if strings.HasPrefix(command, prefix) {
			return prefix, true
		}
	}
	return "", false
}

// run runs the command with the tool in the folder bin.
func (c docCommand) run(dir, bin string) error {
	text := c.text
	if strings.HasPrefix(text, "go run ./") || strings.HasPrefix(text, "go install ./") || strings.HasPrefix(text, "go doc ./") || strings.HasPrefix(text, "go build ") {
		dir = root
	}
	ctx, stop := context.WithTimeout(context.Background(), 3*time.Minute)
	defer stop()
	cmd := exec.CommandContext(ctx, "bash", "-c", text)
	cmd.WaitDelay = time.Second
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+bin+string(filepath.ListSeparator)+os.Getenv("PATH"), "GOBIN="+filepath.Join(bin, "gobin"))
	out, err := cmd.CombinedOutput()
	code := cmd.ProcessState.ExitCode()
	finds := strings.HasPrefix(text, "awserrlint ") || strings.HasPrefix(text, "go run ./cmd/awserrlint ") || strings.HasPrefix(text, "go vet ") || strings.HasPrefix(text, "go tool awserrlint")
	if err != nil && !(code == 1 && finds) {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}

// ordersInGit returns a copy of examples/orders, in a repository of git with a commit before the last.
func ordersInGit(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(root, "examples", "orders"))); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"init", "-q", "-b", "main"}, {"add", "-A"},
		{"-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "orders"},
	} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	return dir
}

// link matches a link to a file, with an anchor perhaps.
var link = regexp.MustCompile(`\]\(([^):\s]*?)(#[^)\s]*)?\)`)

// TestLinks demands that links in the documentation lead somewhere, and that its index has all pages.
func TestLinks(t *testing.T) {
	indexed := make(map[string]bool)
	for _, page := range documentation(t) {
		text := codeBlocks.ReplaceAllString(readDoc(t, page), "")
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			target := page
			if m[1] != "" {
				target = filepath.ToSlash(filepath.Join(filepath.Dir(page), m[1]))
			}
			if page == "docs/README.md" {
				indexed[target] = true
			}
			if _, err := os.Stat(filepath.Join(root, target)); err != nil {
				t.Errorf("%s: a link leads to %s, which does not exist", page, target)
			} else if m[2] != "" && strings.HasSuffix(target, ".md") && !slices.Contains(anchors(t, target), m[2][1:]) {
				t.Errorf("%s: a link leads to %s%s, which does not exist", page, target, m[2])
			}
		}
	}
	for _, page := range documentation(t) {
		if strings.HasPrefix(page, "docs/") && page != "docs/README.md" && !indexed[page] {
			t.Errorf("docs/README.md has no link to %s", page)
		}
	}
}

// codeBlocks matches code, headings matches headings, and noAnchor what they have that their anchors lack.
var (
	codeBlocks = regexp.MustCompile("(?s)\n```.*?\n```|`[^`\n]*`")
	headings   = regexp.MustCompile(`(?m)^#+ (.*)$`)
	noAnchor   = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// anchors returns the anchors of the headings of a page, as GitHub makes them.
func anchors(t *testing.T, page string) []string {
	t.Helper()
	var all []string
	for _, m := range headings.FindAllStringSubmatch(codeBlocks.ReplaceAllString(readDoc(t, page), ""), -1) {
		all = append(all, strings.ReplaceAll(noAnchor.ReplaceAllString(strings.ToLower(m[1]), ""), " ", "-"))
	}
	return all
}
