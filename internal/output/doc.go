// Package output prints findings: a file, and a line in the table of formats, for each form.
// It knows findings and the pages of rules, and nothing of how findings come about.
package output
