// Package awssdk says what is an AWS call, which operation it performs, and what
// its results are. It decides by types alone, so that calls are found no matter
// how they are written: through a client, an interface, a function value.
package awssdk
