package govet

import (
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/readfile"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// Main runs the tool for the go command, as args say, see the package comment. ok is false if args
// are not those of the go command.
func Main(rules []*rule.Rule, args []string) (code int, ok bool) {
	var err error
	switch {
	case len(args) == 1 && args[0] == "-V=full":
		err = printBuildID(os.Stdout)
	case len(args) == 1 && args[0] == "-flags":
		err = printFlags(os.Stdout, rules)
	case len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg"):
		code, err = analyzePackage(rules, args)
	default:
		return 0, false
	}
	if err != nil {
		return program.Fail(err), true
	}
	return code, true
}

// printBuildID prints a line whose last word changes whenever the tool does.
func printBuildID(w io.Writer) error {
	name, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, f); err != nil {
		return err
	}
	// The settings are part of the ID: with other settings, cached results are out of date.
	if file, err := config.Find("."); err != nil {
		return err
	} else if file != "" {
		settings, err := readfile.All(file)
		if err != nil {
			return err
		}
		hash.Write(settings)
	}
	// The go command expects the path by which it runs the tool as the name.
	_, err = fmt.Fprintf(w, "%s version devel comments-go-here buildID=%02x\n", os.Args[0], hash.Sum(nil))
	return err
}

// options are the values of the flags that x/tools' unitchecker has, too.
type options struct {
	json, fix, diff bool
	context         int
}

// newFlags returns the flags for the analysis of a package. They set opts and rules.
func newFlags(opts *options, rules *ruleset.Set) *flag.FlagSet {
	flags := program.NewFlagSet()
	flags.BoolVar(&opts.json, "json", false, "print findings as JSON")
	flags.BoolVar(&opts.fix, "fix", false, "apply fixes")
	flags.BoolVar(&opts.diff, "diff", false, "with -fix, print what it would change, and change nothing")
	flags.IntVar(&opts.context, "c", -1, "print the source line of findings and this many lines around it")
	rules.Register(flags)
	return flags
}

// printFlags prints the flags that the go command may pass.
func printFlags(w io.Writer, rules []*rule.Rule) error {
	type jsonFlag struct {
		Name  string
		Bool  bool
		Usage string
	}
	var described []jsonFlag
	newFlags(new(options), ruleset.New(rules)).VisitAll(func(f *flag.Flag) {
		switch f.Name {
		case "fix", // the go command sets it, for go vet -fix and go fix
			"fail-on": // the go command exits with 1 for every finding that it prints
			return
		}
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		described = append(described, jsonFlag{f.Name, ok && b.IsBoolFlag(), f.Usage})
	})
	return json.NewEncoder(w).Encode(described)
}
