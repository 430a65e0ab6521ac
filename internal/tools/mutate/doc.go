// The mutate command plants faults in copies of real programs and tells how many of them awserrlint finds
// and mends.
//
//	go run ./internal/tools/mutate [flags] CHECKOUT...
//
// A CHECKOUT is the root folder of a repository, called owner+name; see internal/tools/ecosystem. All Go
// modules below it are tried. It is never changed: copies are, and their files are formatted first.
//
// # What is planted
//
// An operator plants one kind of fault. The comment of each says what it makes of what, such as
//
//	if err != nil { return x, err }  =>  if err != nil { return x, nil }
//
// Operators look at types and at the shape of the code, not at what awserrlint thinks of it. A mutant is a
// program with one fault in one place, where the error comes from a call of the SDK (direct), from a function
// of the module that returns the error of such a call (function), or from a method of an interface that such a
// function implements (interface). Generated files, tests, and mocks are left alone, and so are functions where
// one of the rules that should report the fault reports something already. A mutant counts only if its
// program compiles.
//
// -n limits the mutants of an operator in a module; they are then taken from all over the module.
//
// # What is demanded
//
// A mutant is found if one of the rules of its operator reports something in the function with the fault that
// it does not report in the original. If what it reports is an info, which users only see with -all, the mutant
// counts as an info. What is found elsewhere in a run, or by other rules, is noise, and is printed.
//
// A mutant is mended if -fix changes its function, nothing is found there any more, the module type-checks,
// and all files are formatted. -vet has the compiler and go vet look, too. A fix that does not hold counts as
// broken, and is printed. Where the finding has no fix, none is offered.
//
// Several mutants are tried in one run, each in a function of its own. Those that are not found
// are tried once more, alone.
//
// -v prints each mutant that is not found, as a diff, and -fixes each one that is mended, with what the fix makes
// of it. -record writes the table to a file, which docs/mutations.md is made of:
//
//	go run ./internal/tools/mutate -record internal/tools/mutate/testdata/unseen.txt CHECKOUT...
//	go test ./internal/tools/mutate -run TestPage -update
//
// The exit code is 0 if nothing is broken, 1 if something is, 2 if the command line is wrong or the command
// could not run.
package main
