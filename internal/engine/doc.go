// Package engine runs the rules on the packages that a selection names, and keeps the results: a
// run in which nothing changed since an equal one looks at the files that one read and tells what
// it found, and a run in which something changed analyzes only the packages to which it matters.
//
// There are two kinds of results in the cache. That of a run holds as long as no file and no folder
// that was read has changed, which their times tell, see record. That of a package holds as long as
// the content of all that it depends on is the same, whatever the times are, see entry.
//
// A process that runs again and again, for an editor, also keeps results in its Memory: those of files that are not
// saved, of which there is one with each key that somebody presses.
package engine
