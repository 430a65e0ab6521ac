// Package httpstatus says what HTTP statuses are called. net/http does, too, but would
// bring TLS and cgo into a program that go vet starts for every package.
package httpstatus
