// The fuzz command attacks awserrlint with programs that nobody would write, and checks what must hold for every program.
//
//	go run ./internal/tools/fuzz [-n programs] [-seed number]
//	go run ./internal/tools/fuzz -module DIR
//
// It generates packages over the real SDK, see package program, a few hundred to a module. Of each module it makes a variant that means
// the same, see package variant, of the next module the next one. Of a module that is there it makes all. What must hold:
//
//   - sound: the tool analyzes everything, and prints findings, never a panic or a problem
//   - variant: findings do not depend on layout, line ends, comments, the order of declarations, and names of locals
//   - cache: findings are the same with kept results, of this program or of a variant
//   - vet: go vet prints the same lines
//   - diff: -diff prints what -fix does
//   - compile: what -fix leaves type-checks, and go build compiles it
//   - gofmt: what was formatted by gofmt still is
//   - comments: every comment is still there
//   - converge: a second -fix has nothing to do
//   - new: nothing is found where a fix has written that was not found before
//
// go vet and go build take longer than all else, so that they look at a share of the programs.
//
// What does not hold is printed with the program that shows it. Program number N of a seed is always the same one, and so is its variant:
// with the same -seed and -batch, -from F -n BATCH repeats the module that begins with program F, and -keep leaves it. The exit code is 0 if all holds, 1 if not, and 2 if the command could not run.
package main
