package engine

import (
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/cache"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// carts is a program in which low calls AWS, mid asks what low returns, high asks mid, and other
// has nothing to do with them. plain does not call AWS.
const carts = `
-- low/low.go --
package low

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type Store struct{ client *dynamodb.Client }

func (s *Store) Create(ctx context.Context, in *dynamodb.PutItemInput) error {
	if _, err := s.client.PutItem(ctx, in); err != nil {
		return fmt.Errorf("create cart: %w", err)
	}
	return nil
}
-- mid/mid.go --
package mid

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"example.com/carts/low"
)

func Open(ctx context.Context, s *low.Store) error {
	err := s.Create(ctx, new(dynamodb.PutItemInput))
	if err != nil && strings.Contains(err.Error(), "ConditionalCheckFailedException") {
		return nil
	}
	return err
}
-- high/high.go --
package high

import (
	"context"
	"strings"

	"example.com/carts/low"
	"example.com/carts/mid"
)

func Open(ctx context.Context, s *low.Store) bool {
	err := mid.Open(ctx, s)
	return err == nil || strings.Contains(err.Error(), "InternalServerError")
}
-- other/other.go --
package other

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func Drop(ctx context.Context, client *sqs.Client) {
	client.DeleteMessage(ctx, nil)
}
-- plain/plain.go --
package plain

func F() int { return 1 }
`

// A program is a module in a folder, and what the rules are told.
type program struct {
	*testing.T
	dir   string
	cache string
	args  string // flags of rules
	mem   *Memory
	load  load.Config
	off   bool // the cache
}

// newProgram writes the files of an archive to a new module, which requires the modules of
// fixtures.
func newProgram(t *testing.T, archive string) *program {
	t.Helper()
	p := &program{T: t, dir: filepath.Join(t.TempDir(), "carts"), cache: filepath.Join(t.TempDir(), "cache")}
	mod, err := os.ReadFile("../../testdata/src/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	p.write("go.mod", strings.Replace(string(mod), "module example.com/fixtures", "module example.com/carts", 1))
	sum, err := os.ReadFile("../../testdata/src/go.sum")
	if err != nil {
		t.Fatal(err)
	}
	p.write("go.sum", string(sum))
	for _, f := range txtar.Parse([]byte(archive)).Files {
		p.write(f.Name, string(f.Data))
	}
	p.load = load.Config{Patterns: []string{"./..."}, Env: append(os.Environ(), "GOWORK=")}
	pause()
	return p
}

// pause waits until what was written is older than a tick, as it nearly always is.
func pause() { time.Sleep(2 * tick) }

func (p *program) file(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

// write writes a file of the program.
func (p *program) write(name, content string) {
	p.Helper()
	file := p.file(name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
		p.Fatal(err)
	}
}

func (p *program) read(name string) string {
	p.Helper()
	content, err := os.ReadFile(p.file(name))
	if err != nil {
		p.Fatal(err)
	}
	return string(content)
}

// edit replaces old, which must be there once, by new in a file.
func (p *program) edit(name, old, new string) {
	p.Helper()
	content := p.read(name)
	if strings.Count(content, old) != 1 {
		p.Fatalf("%s has %q %d times", name, old, strings.Count(content, old))
	}
	p.write(name, strings.Replace(content, old, new, 1))
}

// steps remembers the steps of a run in the order in which they ended.
type steps struct {
	mu   sync.Mutex
	list []string
}

func (s *steps) Begin(what string, waits bool) (end func()) {
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.list = append(s.list, what)
	}
}

// last returns what the run says last of what it did: nothingChanged or analyzed.
func (s *steps) last() string {
	i := len(s.list) - 1
	for ; i >= 0; i-- {
		if s.list[i] == nothingChanged || strings.HasPrefix(s.list[i], "packages: ") {
			return s.list[i]
		}
	}
	return ""
}

// run runs the rules, and returns the findings and problems, one on a line, the names of imported
// packages, and the steps.
func (p *program) run() (string, *steps) {
	p.Helper()
	res, steps, err := p.result(p.Context())
	if err != nil {
		p.Fatal(err)
	}
	return text(res), steps
}

func (p *program) result(ctx context.Context) (*Result, *steps, error) {
	p.Helper()
	rules := ruleset.New(analyzers.All())
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	rules.Register(flags)
	if err := flags.Parse(strings.Fields(p.args)); err != nil {
		p.Fatal(err)
	}
	if err := rules.Apply(flags, ruleset.Settings{}); err != nil { // other tests set the same flags
		p.Fatal(err)
	}
	enabled, err := rules.Enabled()
	if err != nil {
		p.Fatal(err)
	}
	steps := new(steps)
	cfg := Config{Load: p.load, Analyzers: enabled, Severity: rules.Severity}
	if cfg.Load.Dir == "" {
		cfg.Load.Dir = p.dir
	}
	cfg.Load.Steps, cfg.Load.Tests = steps, rules.Tests()
	if !p.off {
		cfg.Cache, cfg.Memory = cache.Open(p.cache), p.mem
	}
	res, err := Run(ctx, cfg)
	return res, steps, err
}

// text returns all of a result.
func text(res *Result) string {
	var b strings.Builder
	for _, f := range finding.Sort(slices.Clone(res.Findings)) {
		fmt.Fprintf(&b, "%s %#v\n", f, f)
	}
	for _, p := range res.Problems {
		fmt.Fprintf(&b, "%+v\n", p)
	}
	fmt.Fprintln(&b, res.Matched, res.Packages)
	for _, path := range slices.Sorted(maps.Keys(res.Names)) {
		fmt.Fprintln(&b, path, res.Names[path])
	}
	return b.String()
}

// want runs the rules with the cache and without, demands the same, and that the last step is as
// said. It returns what was found.
func (p *program) want(last string) string {
	p.Helper()
	pause()
	got, steps := p.run()
	p.off = true
	want, _ := p.run()
	p.off = false
	if got != want {
		p.Errorf("with a cache:\n%s\nwithout:\n%s", got, want)
	}
	if steps.last() != last {
		p.Errorf("steps are %q, want %q at the end", steps.list, last)
	}
	return got
}

const nothingChanged = "nothing has changed since the last run"

// analyzed returns the last step of a run that analyzes n packages of all.
func analyzed(n, all int) string {
	return fmt.Sprintf("packages: %d analyzed, %d from the cache", n, all-n)
}

func (p *program) remove(name string) {
	p.Helper()
	if err := os.RemoveAll(p.file(name)); err != nil {
		p.Fatal(err)
	}
}

func (p *program) rename(old, new string) {
	p.Helper()
	if err := os.Rename(p.file(old), p.file(new)); err != nil {
		p.Fatal(err)
	}
}
