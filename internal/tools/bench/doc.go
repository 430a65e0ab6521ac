// The bench command compares awserrlint with its peers on Go modules, and prints
// a Markdown table for each of them. See docs/benchmark.md.
package main
