// Package program generates small Go packages that compile, over the real SDK: AWS calls in every statement that Go has, their errors
// checked, lost, wrapped and matched in many ways, and Lambda handlers of every event source. Most are programs that nobody would
// write. What a program means is the concern of nobody here.
package program
