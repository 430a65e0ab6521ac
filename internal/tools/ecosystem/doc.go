// The ecosystem command judges a change of awserrlint by what it does to real
// programs. It runs awserrlint on every Go module below checkouts of their
// repositories, by itself and under go vet, and prints findings, what the two
// drivers disagree on, and time and memory.
//
//	go run ./internal/tools/ecosystem [flags] CHECKOUT...
//
// # What goes in
//
// A CHECKOUT is the root folder of a repository, called owner+name, after which its
// findings are filed as owner/name. A folder without a plus is filed under its name.
// The commit is that of HEAD, or "-" where the folder is no Git repository.
// testdata/repositories.txt lists the repositories and commits that
// testdata/findings.txt holds the findings of. This fetches them:
//
//	while read -r repository commit; do
//		git init -q "$DIR/${repository/\//+}" && cd "$DIR/${repository/\//+}" &&
//		git fetch -q --depth 1 "https://github.com/$repository" "$commit" && git checkout -q FETCH_HEAD
//	done < internal/tools/ecosystem/testdata/repositories.txt
//
// Modules in folders that the go command ignores (vendor, testdata, those starting
// with "." or "_"), and in node_modules, are left out. A checkout is never changed.
//
// The tool under test is built from the module in the current folder, unless -tool
// names another binary. Findings are compared with one of
//
//   - -golden FILE: the findings in a file, which -update writes
//   - -base BINARY: those of another awserrlint, run in turn with the first one
//   - nothing: then all of them are printed
//
// # What comes out
//
// Findings are lines of file, line and column, and rule, separated by tabs, below a
// line that names the repository, its commit, and the folder of the module. The file
// is relative to that folder. Such lines are the same on every machine. Messages are
// left out, since they are reworded often, unless -messages is given.
//
// A module of which awserrlint could not analyze all is marked as incomplete in that
// line. It has a row in the table with the exit code and the first problem.
//
// A comparison prints the lines that went (-) and came (+), by module, and how many
// they are by rule. Where drivers disagree, - is what only awserrlint by itself
// finds and + what only go vet has it find; here messages count. Differences in a
// module that one of the two could not load in full are shown, but are nobody's
// fault: they do not count as disagreements.
//
// The table has a row for each module. Times and memory are those of awserrlint by
// itself: wall clock, CPU of user and system, and the memory of the largest process.
// They are medians over -rounds, of which three or more make a comparison that can be
// relied on. The columns after them are the ratios of the tool to the base, medians of
// the ratios within a round; who runs first changes with each round and module.
// The row of the total has sums, and the largest memory. Build and module caches stay
// as they are found, so a first run may be slow because it downloads. The base does
// not run under go vet: what changes there and not by itself is a disagreement.
//
// With -fix the fixes are applied to a copy of the checkout. Everything that does
// not hold is printed: files that are no longer formatted, packages that no longer
// compile or that go vet reports more in, findings that were not there before, and
// anything that a second run still changes.
//
// With -states awserrlint must find the same whatever it has kept of runs before: of
// none, of one after which nothing changed, of one after which a file was edited. That
// is a file with findings; its lines move, then a function of it panics at once, so that no
// error comes out of it. What is found with -cache=off is right. Edits are made in a copy.
// With -go as well, such as -go go1.27.3, the findings must be the same with that Go in
// use, in a tool built with it, and in both cases together; also under go vet, unless
// -vet=false. Go vet compiles everything once more for each Go: that takes long, and gigabytes.
//
// With -verdicts FILE findings are compared with those that somebody has read, those of severity
// info included. FILE has, below a line with repository, commit and folder of the module, a line for
// each finding, with tabs between position, rule, severity, verdict, verdict on the fix, message and,
// where not all is well, the reason. A verdict is right (the fault is real, the message true, the advice good), advice (the
// fault is real, but not every word is right) or false. That on a fix is merge or refuse, with a hash
// of the diff that was read, or - if there is no fix.
//
// What nobody has read has a question mark in the place of the verdict; where the message or the fix is
// no longer the same, the old verdict follows it. These are printed with the lines around them, the old
// message, and the diff of the fix, and so is what is no longer found. With -update they are written to
// FILE, to be read and edited. Where only the words of a rule changed, and for the better, this
// confirms its verdicts:
//
//	sed -i -E '/\tdiscarded\t/s/\t\?(right|advice|false)\t/\t\1\t/' internal/tools/ecosystem/testdata/verdicts.txt
//
// docs/precision.md is made of four files in testdata, with tabs between the fields of a line:
//
//   - corpus.txt: repository, commit, kind, and "new" or, if rules were tried on it before, "used"
//   - verdicts.txt
//   - places.txt: faults that were searched for without awserrlint; below a line as in verdicts.txt, for
//     each of them file:line, rule, what is wrong, and why it is not reported, if it is not
//   - classes.txt: what was learnt, the file that holds it, and a text in that file
//
// This writes the page: go test ./internal/tools/ecosystem -run TestPrecision -update
//
// With -ways nothing is compared. Each module is analyzed as it is, with empty module and
// build caches. Modules come from the module cache of the user or, if they are not there,
// from the user's proxy. A table has, for each module, which way its packages were found
// (see awserrlint -x): modelled, as the go command would find them; asked, what the go
// command was asked for; last resort, what it had to compile for; failed, if there is no
// result. Time includes the downloads that awserrlint made, which are counted. Some
// answers of the go command are kept in the build cache.
//
// The exit code is 0 if nothing changed, drivers and states agree, fixes hold, all findings
// are read, and no module took the last resort or failed; 1 if not; 2 if the command line
// is wrong or the command could not run.
package main
