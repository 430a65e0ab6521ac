// The bench command compares awserrlint with its peers on Go modules, and prints a Markdown table
// for each module. See docs/benchmark.md.
package main
