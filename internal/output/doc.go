// Package output prints findings. Each format is one file here, and one line in the table Formats.
// The package knows findings and the pages of rules, but not how findings are made.
package output
