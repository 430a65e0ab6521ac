package driver

import (
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// vetMain answers the go command, which runs the tool of go vet -vettool and of
// go fix -fixtool in three ways:
//
//	tool -V=full           say which build of the tool this is, for the go command's cache
//	tool -flags            describe the flags of the tool, in JSON
//	tool [flags] unit.cfg  analyze the one package that the file describes
//
// Without a word about the last one in any documentation, x/tools' unitchecker is
// its definition. ok is false where args are none of them.
func vetMain(rules []*rule.Rule, args []string) (code int, ok bool) {
	var err error
	switch {
	case len(args) == 1 && args[0] == "-V=full":
		err = printBuildID(os.Stdout)
	case len(args) == 1 && args[0] == "-flags":
		err = printFlags(os.Stdout, rules)
	case len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg"):
		code, err = vetUnit(rules, args)
	default:
		return 0, false
	}
	if err != nil {
		return fail(err), true
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
	// Nor do results hold any longer once the settings have changed.
	if file, err := config.Find("."); err != nil {
		return err
	} else if file != "" {
		settings, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		hash.Write(settings)
	}
	// The go command wants the path that it was given as the name.
	_, err = fmt.Fprintf(w, "%s version devel comments-go-here buildID=%02x\n", os.Args[0], hash.Sum(nil))
	return err
}

// vetOptions are the flags of the go command's protocol itself.
type vetOptions struct {
	json, fix, diff bool
	context         int
}

// args returns the command line that sets opts.
func (opts *vetOptions) args() []string {
	return []string{
		fmt.Sprintf("-json=%t", opts.json), fmt.Sprintf("-fix=%t", opts.fix), fmt.Sprintf("-diff=%t", opts.diff), fmt.Sprintf("-c=%d", opts.context),
	}
}

// vetFlags returns the flags that a unit is analyzed with.
func (s *suite) vetFlags(opts *vetOptions) *flag.FlagSet {
	flags := flag.NewFlagSet(program, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&opts.json, "json", false, "print findings as JSON")
	flags.BoolVar(&opts.fix, "fix", false, "apply fixes")
	flags.BoolVar(&opts.diff, "diff", false, "with -fix, print what it would change, and change nothing")
	flags.IntVar(&opts.context, "c", -1, "print the source line of findings and this many lines around it")
	s.Register(flags)
	return flags
}

// printFlags tells the go command which flags it may pass on.
func printFlags(w io.Writer, rules []*rule.Rule) error {
	type jsonFlag struct {
		Name  string
		Bool  bool
		Usage string
	}
	var described []jsonFlag
	newSuite(rules).vetFlags(new(vetOptions)).VisitAll(func(f *flag.Flag) {
		if f.Name == "fix" {
			return // what go vet -fix and go fix come to: theirs to set
		}
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		described = append(described, jsonFlag{f.Name, ok && b.IsBoolFlag(), f.Usage})
	})
	return json.NewEncoder(w).Encode(described)
}
