// Package httpstatus has the names of HTTP statuses. net/http has them, too, but would link TLS and
// cgo into a program that go vet starts for every package.
package httpstatus
