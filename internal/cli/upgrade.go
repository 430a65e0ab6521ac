package cli

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/mod/semver"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errorscmd"
	"github.com/awserrlint/awserrlint/internal/option"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/ruleset"
	"github.com/awserrlint/awserrlint/internal/upgrade"
)

const upgradeUsage = `usage: awserrlint upgrade [flags] [packages]

Reports the matches of AWS errors that stop working, or start to matter, with the newest
versions of the service packages, as go get -u would bring them. Nothing in the module
changes; the go command downloads the services whose errors the packages match.

`

// upgradeOptions are the values of the flags of "upgrade".
type upgradeOptions struct {
	dir, tags string
	outputs   outputs
	tests     bool
	to        *option.List
}

// upgradeTo is the form of what -to names.
var upgradeTo = option.NewForm(`[a-z0-9]+@v[^,\s@]+`, func(string) string {
	return "is no version of a service package; write dynamodb@v1.73.1"
})

func (o *upgradeOptions) register(flags *flag.FlagSet) {
	flags.StringVar(&o.dir, "C", "", "change to `dir` before anything else")
	o.outputs.register(flags)
	flags.StringVar(&o.tags, "tags", "", "also set these build `tags`, separated by commas")
	flags.BoolVar(&o.tests, "tests", false, "also report matches in tests, mocks and fakes")
	o.to = option.NewList(upgradeTo)
	flags.Var(o.to, "to", "compare with these `versions` of services, such as dynamodb@v1.73.1, and with no others")
}

// runUpgrade analyzes the packages that args name with the rule of package upgrade alone, prints what it
// finds and returns the exit code.
func (inv *invocation) runUpgrade(args []string, opts *upgradeOptions) (int, error) {
	flags := program.NewFlagSet()
	opts.register(flags)
	if err := program.Parse(flags, args); errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(inv.stdout, upgradeUsage)
		flags.SetOutput(inv.stdout)
		flags.PrintDefaults()
		return program.Clean, nil
	} else if err != nil {
		return program.Failed, err
	}
	newest := &newest{versions: make(map[string]string), services: make(map[string]func() (*model.Service, error)), compared: make(map[string]string)}
	for _, word := range opts.to.Words {
		name, version, _ := strings.Cut(word, "@")
		newest.versions[name] = version
	}
	rules := append(slices.Clone(inv.Rules), upgrade.New(newest.of)) // settings may name any rule
	run := &invocation{Set: ruleset.New(rules), stdout: inv.stdout, stderr: inv.stderr}
	// What was found with other versions is no result, so none are kept.
	args = []string{"-rules", upgrade.Name, "-cache=off", "-C", opts.dir, "-tags", opts.tags, fmt.Sprintf("-tests=%t", opts.tests)}
	if err := run.parse(append(args, flags.Args()...)); err != nil {
		return program.Failed, err
	}
	run.outputs = opts.outputs
	code, err := run.analyze()
	if err != nil {
		return code, err
	}
	for _, line := range newest.lines() {
		fmt.Fprintf(inv.stderr, "%s: %s\n", program.Name, line)
	}
	if len(newest.failures) > 0 {
		code = program.Failed
	}
	return code, nil
}

// newest finds the versions of service packages that an upgrade brings.
type newest struct {
	versions map[string]string // those to compare with, by service; if there are none, the newest

	mu       sync.Mutex // guards what follows
	services map[string]func() (*model.Service, error)
	compared map[string]string // what was compared, or not, by service and version in use
	failures []string
}

// of returns the newer version of a service package, nil if there is none, or none that can be had.
func (n *newest) of(old *model.Service) *model.Service {
	version := "latest"
	if len(n.versions) > 0 {
		if version = n.versions[old.Name]; version == "" {
			return nil
		}
	}
	n.mu.Lock()
	get := n.services[old.Name]
	if get == nil {
		get = sync.OnceValues(func() (*model.Service, error) { return errorscmd.Fetch(old.Name, version) })
		n.services[old.Name] = get
	}
	n.mu.Unlock()

	svc, err := get()
	n.mu.Lock()
	defer n.mu.Unlock()
	key := old.Name + " " + old.Version
	switch {
	case err != nil:
		if line := err.Error(); !slices.Contains(n.failures, line) {
			n.failures = append(n.failures, line)
		}
		return nil
	case svc.Version == old.Version, version == "latest" && semver.Compare(svc.Version, old.Version) < 0:
		n.compared[key] = key + " is the newest"
		return nil
	}
	n.compared[key] = key + " with " + svc.Version
	return svc
}

// lines returns what was compared, and why other services were not.
func (n *newest) lines() []string {
	var lines []string
	if len(n.compared) > 0 {
		lines = append(lines, "compared: "+strings.Join(slices.Sorted(maps.Values(n.compared)), ", "))
	}
	for _, failure := range slices.Sorted(slices.Values(n.failures)) {
		lines = append(lines, failure+"; -to names the versions to compare with")
	}
	if len(lines) == 0 {
		lines = append(lines, "compared nothing: the packages match no error of a service that is known and has a newer version")
	}
	return lines
}
