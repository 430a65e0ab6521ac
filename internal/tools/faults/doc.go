// The faults command attacks awserrlint where it writes: it kills, interrupts and doubles runs of the real program on a
// module that it makes, and looks at what they leave. In the root of the repository:
//
//	go run ./internal/tools/faults -n 1000
//
// runs each attack so often and prints how often what was hit: before anything was written, while new contents were
// prepared beside the files, between the first rename and the last, or after that. The tests of the package run the
// same attacks a few times.
//
// What has to hold after each attack:
//   - Each source file is byte for byte what it was, or what an undisturbed -fix makes of it, with its mode. Nothing else
//     is in the module but temporary files of a run that was killed.
//   - Each package compiles, whatever mix of old and fixed files is left.
//   - A run without -fix, with the cache that is left, finds what a run without a cache finds.
//   - The next -fix ends where an undisturbed one ends, and no temporary file is left.
//
// A run that was interrupted leaves all files old, or all fixed, and no temporary file. It says so in one line, and
// exits with 2, unless the signal came before the program could know of signals or after all was written.
//
// Of several runs at once, each ends as if it were alone, or refuses in a line and exits with 2. In the end the files are
// those of one run.
package main
