// Package cache keeps results in files, by key, from one run of the program to the next. A key is a
// hash of everything that changes the result, so that nothing has to be declared out of date.
//
// Any number of processes may use a cache at once, and each may be killed at any time, for an entry
// is written to a file of its own and renamed when it is whole. An entry that is damaged all the
// same is as one that is not there.
//
// Others would not do: the cache of cmd/go, which go-internal and staticcheck copy, is trimmed by
// age alone, writes in place, and panics under GODEBUG=gocacheverify=1.
package cache
