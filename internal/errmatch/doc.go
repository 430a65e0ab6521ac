// Package errmatch says what a program asks of its errors: whether they are, or wrap, one of a
// type, what their codes are, and what their texts hold. Each question carries its syntax. Whether
// an error comes from AWS is not asked here.
package errmatch
