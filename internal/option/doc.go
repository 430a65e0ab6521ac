// Package option has kinds of flags that check their values, and can say what they take: to the
// JSON schema of the settings, to shells that complete them, and to pages.
package option
