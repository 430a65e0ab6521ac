// Package nearest guesses which name was meant by one that does not exist.
package nearest
