package lsp

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/awserrlint/awserrlint/internal/errorscmd"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/program"
)

// maxRows is how many errors of an operation the table shows. A client shows a hover in a small window.
const maxRows = 20

// markdown returns what an operation can return, those errors first that mean something.
func markdown(op *errorscmd.Operation) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s** in `%s` %s\n", op, op.Package, cmp.Or(op.Version, "of unknown version"))
	var meaning, others []errorscmd.Error
	for _, e := range op.Errors {
		if len(e.Means) > 0 {
			meaning = append(meaning, e)
		} else {
			others = append(others, e)
		}
	}
	errs := append(meaning, others...)
	shown := min(len(errs), maxRows)
	if shown > 0 {
		rows := [][]string{{"error", "means", "status", "retried", "code"}}
		for _, e := range errs[:shown] {
			rows = append(rows, cells(e))
		}
		b.WriteString("\n" + table(rows))
	}
	if rest := errs[shown:]; len(rest) > 0 {
		var names []string
		for _, e := range rest {
			names = append(names, "`"+e.Words().Match+"`")
		}
		fmt.Fprintf(&b, "\nand %s.\n", strings.Join(names, ", "))
	}
	if len(op.Partial) > 0 {
		fmt.Fprintf(&b, "\nIt can fail in part with a nil error: look at `%s` of the output.\n", strings.Join(op.Partial, "`, `"))
	}
	for _, note := range op.Notes {
		fmt.Fprintf(&b, "\n%s\n", typeNames().ReplaceAllString(strings.Replace(note, "* ", "\\* ", 1), "`$0`"))
	}
	fmt.Fprintf(&b, "\n`%s errors %s`\n", program.Name, op)
	return b.String()
}

// typeNames matches the types that notes name. As code, their asterisks are no markup.
var typeNames = lazyregexp.New(`\*?\b(smithy|types)\.[A-Z]\w*`)

// table returns rows, the header first, as a table that is also one where a client shows Markdown as it is written, as
// terminals do. Nothing is behind the last column to align.
func table(rows [][]string) string {
	last := len(rows[0]) - 1
	widths := make([]int, last)
	for _, row := range rows {
		for i := range widths {
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
	}
	var b strings.Builder
	for n, row := range rows {
		for i, width := range widths {
			fmt.Fprintf(&b, "| %-*s ", width, row[i])
		}
		fmt.Fprintf(&b, "| %s |\n", row[last])
		if n == 0 {
			for _, width := range widths {
				fmt.Fprintf(&b, "| %s ", strings.Repeat("-", width))
			}
			b.WriteString("| --- |\n")
		}
	}
	return b.String()
}

// cells returns the row of e. Its code is "same" where the type has that name, as most do: both would not fit side by side.
func cells(e errorscmd.Error) []string {
	w := e.Words()
	code := w.Code
	if e.Code == e.Type {
		code = "same" + strings.TrimPrefix(code, e.Code)
	}
	return []string{"`" + w.Match + "`", cmp.Or(w.Means, "-"), w.Status, w.Retried, strings.Replace(code, " *", ` \*`, 1)}
}
