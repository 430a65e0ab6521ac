// Package nogo makes all rules one analyzer, for nogo, the linter of Bazel's rules_go, see docs/bazel.md.
package nogo
