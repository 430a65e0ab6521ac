package cli

import (
	"os"

	"github.com/awserrlint/awserrlint/internal/govet"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// Main runs the program with the arguments of the process and returns the exit code. It first asks
// govet whether the go command started it, which must be fast: that happens for each package of
// a build.
func Main(rules []*rule.Rule) int {
	args := os.Args[1:]
	if code, ok := govet.Main(rules, args); ok {
		return code
	}
	inv := &invocation{Set: ruleset.New(rules), stdout: os.Stdout, stderr: os.Stderr, args: args}
	code, err := inv.run()
	if err != nil {
		return program.Fail(err)
	}
	return code
}
