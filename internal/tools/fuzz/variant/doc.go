// Package variant rewrites Go files into others that mean the same: laid out otherwise, with comments anywhere, with the
// declarations in another order, with other names of locals. What a linter finds in one it must find in the other; [Map]
// says which place of one is which of the other.
package variant
