// Package readfile reads files that somebody else chose: regular ones of a size that has an end. A
// named pipe would never answer, a device never end, and a huge file take all memory.
package readfile
