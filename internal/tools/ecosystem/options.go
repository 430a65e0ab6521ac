package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// options are the values of the flags.
type options struct {
	tool, base string // binaries; if tool is "", it is built
	golden     string
	verdicts   string // file
	update     bool
	messages   bool // print findings with their messages
	vet, fix   bool
	ways       bool
	states     bool
	goVersions []string       // other than the one that is in use
	modules    *regexp.Regexp // chooses by the name of a module
	rounds     int
	timeout    time.Duration // of each process
	checkouts  []checkout.Checkout

	temp       string // folder for what this run needs
	results    string // folder that awserrlint keeps results in
	buildCache string // folder of the go command

	// toolBy is the tool under test by the Go version in goVersions that it is built with.
	toolBy map[string]string
}

func parse(args []string, help io.Writer) (*options, error) {
	var o options
	flags := flag.NewFlagSet("ecosystem", flag.ContinueOnError)
	flags.SetOutput(help)
	flags.StringVar(&o.tool, "tool", "", "test this `binary` of awserrlint, not one built from the current checkout")
	flags.StringVar(&o.base, "base", "", "compare with what this `binary` of awserrlint finds, and with its time and memory")
	flags.StringVar(&o.golden, "golden", "", "compare with the findings in this `file`")
	flags.StringVar(&o.verdicts, "verdicts", "", "only compare with the verdicts on findings in this `file`, and print what has to be read")
	flags.BoolVar(&o.update, "update", false, "write the findings to the golden file, or to that of the verdicts")
	flags.BoolVar(&o.messages, "messages", false, "compare and print messages, too")
	flags.BoolVar(&o.vet, "vet", true, "also run under go vet")
	flags.BoolVar(&o.fix, "fix", false, "also apply fixes, to a copy, and test that they hold")
	flags.BoolVar(&o.ways, "ways", false, "only tell what it takes to analyze each module with empty module and build caches")
	flags.BoolVar(&o.states, "states", false, "also demand the same findings with results kept from runs before, in a copy")
	goVersions := flags.String("go", "", "with -states, also demand the same findings with these `versions` of Go, such as go1.27.3, separated by commas")
	pattern := flags.String("module", "", "run only on modules whose owner/name/folder matches this `regexp`")
	flags.IntVar(&o.rounds, "rounds", 1, "measure `n` times")
	flags.DurationVar(&o.timeout, "timeout", 10*time.Minute, "longest `time` that a process may take")
	flags.Usage = func() {
		fmt.Fprintf(help, "usage: go run ./internal/tools/ecosystem [flags] CHECKOUT...\n\nCHECKOUT is the root of a repository, in a folder called owner+name.\n\n")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	var err error
	if o.modules, err = regexp.Compile(*pattern); err != nil {
		return nil, fmt.Errorf("-module: %w", err)
	}
	switch {
	case flags.NArg() == 0:
		return nil, errors.New("want at least one checkout: -h tells more")
	case o.rounds < 1:
		return nil, errors.New("-rounds: want at least one")
	case o.golden != "" && o.base != "":
		return nil, errors.New("-golden and -base: compare with one of them at a time")
	case o.verdicts != "" && (o.golden != "" || o.base != "" || o.fix || o.states || o.ways):
		return nil, errors.New("-verdicts: compare with nothing else at the same time")
	case *goVersions != "" && !o.states:
		return nil, errors.New("-go: want -states")
	case o.update && o.golden == "" && o.verdicts == "":
		return nil, errors.New("-update: want the file to write with -golden or -verdicts")
	}
	if *goVersions != "" {
		o.goVersions = strings.Split(*goVersions, ",")
	}
	o.checkouts, err = checkout.Open(flags.Args())
	return &o, err
}

// selects returns whether the module called name in repository is part of this run, even if it no
// longer exists.
func (o *options) selects(repository, name string) bool {
	for _, c := range o.checkouts {
		if c.Repository == repository {
			return o.modules.MatchString(name)
		}
	}
	return false
}
