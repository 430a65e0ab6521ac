package cli

import (
	"os"

	"github.com/awserrlint/awserrlint/internal/crash"
	"github.com/awserrlint/awserrlint/internal/govet"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// Main runs the program with the arguments of the process and returns the exit code. A bug is an
// error of one line.
func Main(rules []*rule.Rule) (code int) {
	program.LimitMemory()
	err := crash.Guard(func() (err error) {
		code, err = run(rules, os.Args[1:])
		return err
	})
	if err != nil {
		return program.Fail(err)
	}
	return code
}

// run first asks govet whether the go command started the program, which must be fast: that happens
// for each package of a build.
func run(rules []*rule.Rule, args []string) (code int, err error) {
	if code, ok := govet.Main(rules, args); ok {
		return code, nil
	}
	inv := &invocation{Set: ruleset.New(rules), stdout: os.Stdout, stderr: os.Stderr, args: args}
	return inv.run()
}
