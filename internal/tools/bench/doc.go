// The bench command compares awserrlint with its peers on Go modules, and prints a Markdown table
// for each. It can write them, with an image, to the documentation. See docs/benchmark.md.
package main
