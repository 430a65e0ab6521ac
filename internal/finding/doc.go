// Package finding has the type Finding, which all formats print and -fix applies. Findings are
// plain data, without syntax and types.
package finding
