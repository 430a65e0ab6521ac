// Package finding has the one value that all outputs print and that fixing starts from.
// It is free of syntax and types.
package finding
