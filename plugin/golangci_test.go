package plugin_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/ruletest"
	"github.com/awserrlint/awserrlint/internal/tools/checkout"
	"github.com/awserrlint/awserrlint/internal/tools/fuzz/program"
)

// These tests run a golangci-lint that is built with the plugin on copies of the module of the
// fixtures.

// needFacts are the fixtures with findings that need facts about other packages, which
// golangci-lint does not pass on.
var needFacts = []string{
	"discarded/own/", // a function of another package that returns errors of AWS
	"discarded/wrapped/",
	"discarded/reach/",
	"origins/uses/",
	"calls/uses/",
	"swallowed/reach/",
	"handler/starter/",          // a function of another package that starts handlers
	"lambdaproxyerr/elsewhere/", // a function of another package that ends the process
	"outputbeforecheck/reach/",
	"impossiblematch/through/", // a method of another package behind an interface
	"errstring/behind/",        // methods of another package behind an interface
	"lambdaerrvalue/bare/",
	"lambdadropresp/elsewhere/", // a function of another package that makes responses
	"zerostatus/reach/",         // a function of another package that returns statuses
	"brokenchain/reach/",        // a function of another package that cuts errors off, or asks them
	"lambdabody/web/",
	"lambdabody/webfixes/",
	"lambdabody/advice/",
	"lambdaerrvalue/web/",
	"lambdaasync/elsewhere/", // a function of another package that only logs
}

// TestSameFindings checks that golangci-lint finds what the command finds, in the fixtures and in generated programs.
func TestSameFindings(t *testing.T) {
	dir := copyFixtures(t)
	programs, err := program.Files(1, 0, 20)
	if err == nil {
		err = checkout.WriteFiles(filepath.Join(dir, "generated"), programs)
	}
	if err != nil {
		t.Fatal(err)
	}
	packages, err := checkout.PackagesWithout(t.Context(), dir, awspath.Services+"/ec2")
	if err != nil {
		t.Fatal(err)
	}
	want := standalone(t, dir, packages...)
	have := golangci(t, dir, packages...)
	for _, f := range want {
		if !slices.Contains(have, f) && !slices.ContainsFunc(needFacts, func(p string) bool { return strings.HasPrefix(f, p) }) {
			t.Errorf("only the awserrlint command finds\n%s", f)
		}
	}
	for _, f := range have {
		if !slices.Contains(want, f) {
			t.Errorf("only golangci-lint finds\n%s", f)
		}
	}
	generated := 0
	for _, f := range want {
		if strings.HasPrefix(f, "generated/") {
			generated++
		}
	}
	if generated == 0 || generated == len(want) {
		t.Errorf("%d of %d findings are in generated programs", generated, len(want))
	}
}

// TestFix checks that the fixes of golangci-lint turn the examples into their golden files.
func TestFix(t *testing.T) {
	for _, rule := range analyzers.All() {
		name := rule.Analyzer.Name
		goldens, err := filepath.Glob(filepath.Join(ruletest.Fixtures(t), name, "example", "*.go.golden"))
		if err != nil {
			t.Fatal(err)
		}
		if len(goldens) == 0 {
			continue // the rule has no fixes
		}
		t.Run(name, func(t *testing.T) {
			dir := copyFixtures(t)
			setting(t, dir, "rules: "+name)
			golangci(t, dir, "--fix", "./"+name+"/example")
			for _, golden := range goldens {
				file := strings.TrimSuffix(filepath.Base(golden), ".golden")
				have := read(t, filepath.Join(dir, name, "example", file))
				if !bytes.Equal(have, read(t, golden)) {
					t.Errorf("golangci-lint makes something else of %s:\n%s", file, have)
				}
			}
		})
	}
}

// fault returns a Go file with a finding in line 11 and with the given comment in the line above.
func fault(comment string) string {
	return fmt.Sprintf(`package faulty

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func f(ctx context.Context, client *s3.Client, in *s3.DeleteObjectInput) {
	%s
	client.DeleteObject(ctx, in)
}
`, comment)
}

func TestSuppress(t *testing.T) {
	dir := copyFixtures(t)
	for comment, want := range map[string]int{
		"// Nothing.":         1,
		"//nolint:awserrlint": 0,
		"//nolint:revive":     1,
		"//nolint:errcheck":   0, // the loss is meant, so the finding is of severity info
		"//nolint:awserrlint // a reason that everybody understands": 0,
		"//awserrlint:ignore discarded a reason":                     0,
		"//awserrlint:ignore discarded":                              2, // and one for the missing reason
	} {
		write(t, filepath.Join(dir, "faulty", "faulty.go"), fault(comment))
		if have := golangci(t, dir, "./faulty"); len(have) != want {
			t.Errorf("below %q: %d findings, want %d: %q", comment, len(have), want, have)
		}
	}
}

// TestAll checks that what a comment says is deliberate is only reported on demand.
func TestAll(t *testing.T) {
	dir := copyFixtures(t)
	write(t, filepath.Join(dir, "faulty", "faulty.go"), fault("// best effort"))
	if have := golangci(t, dir, "./faulty"); len(have) != 0 {
		t.Errorf("have %q, want nothing", have)
	}
	setting(t, dir, "all: true")
	if have := golangci(t, dir, "./faulty"); len(have) != 1 {
		t.Errorf("with all: true, have %q, want one", have)
	}
}

// TestCalls checks that what users take for calls of AWS counts in packages that do not use AWS,
// in every driver.
func TestCalls(t *testing.T) {
	dir := copyFixtures(t)
	write(t, filepath.Join(dir, "queue", "queue.go"), "package queue\n\nfunc Publish(text string) error { println(text); return nil }\n")
	write(t, filepath.Join(dir, "shop", "shop.go"), "package shop\n\nimport \"example.com/fixtures/queue\"\n\nfunc f() {\n\tqueue.Publish(\"x\")\n}\n")
	const name = "example.com/fixtures/queue.Publish"
	at := filepath.Join("shop", "shop.go") + ":6:2: "
	out, _ := command(t, dir, build(t).awserrlint, "./shop")
	if out != "" {
		t.Errorf("without -calls, awserrlint finds\n%s", out)
	}
	if out, _ = command(t, dir, build(t).awserrlint, "-calls", name, "./shop"); !strings.HasPrefix(out, at) {
		t.Errorf("awserrlint finds %q", out)
	}
	if _, out = command(t, dir, "go", "vet", "-vettool="+build(t).awserrlint, "-calls", name, "./shop"); !strings.Contains(out, at) {
		t.Errorf("go vet finds %q", out)
	}
	setting(t, dir, "calls: ["+name+"]")
	if have := golangci(t, dir, "./shop"); len(have) != 1 || !strings.HasPrefix(have[0], at) {
		t.Errorf("golangci-lint finds %q", have)
	}
}

func TestNewFromRevision(t *testing.T) {
	dir := copyFixtures(t)
	file := filepath.Join(dir, "faulty", "faulty.go")
	write(t, file, fault("// Old."))
	git := func(args ...string) {
		t.Helper()
		command(t, dir, "git", append([]string{"-c", "user.name=Test", "-c", "user.email=test@example.com"}, args...)...)
	}
	git("init", "-q")
	git("add", ".")
	git("commit", "-q", "-m", "old")

	write(t, file, strings.Replace(fault("// Old."), "\n}", "\n\tclient.DeleteObject(ctx, nil)\n}", 1))
	have := golangci(t, dir, "--new-from-rev=HEAD", "./faulty")
	if len(have) != 1 || !strings.HasPrefix(have[0], "faulty/faulty.go:12:2: ") {
		t.Errorf("have %q, want the finding of line 12 alone", have)
	}
}

func TestUnknownSetting(t *testing.T) {
	dir := copyFixtures(t)
	setting(t, dir, "disarded: false")
	out, err := exec.Command(build(t).golangci, "run", "-c", filepath.Join(dir, ".golangci-plugin.yml")).CombinedOutput()
	if err == nil || !bytes.Contains(out, []byte(`unknown setting "disarded"`)) {
		t.Errorf("golangci-lint ends with %v and says\n%s", err, out)
	}
}
