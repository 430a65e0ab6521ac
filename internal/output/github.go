package output

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/printable"
)

// printGitHub prints workflow commands, which GitHub Actions shows as annotations of lines:
//
//	::error file=a.go,line=3,endLine=3,col=9,endColumn=14,title=discarded::...
func printGitHub(out Output, r *Report) error {
	w := bufio.NewWriter(out)
	for _, f := range r.Findings {
		level := string(f.Severity)
		if f.Severity == finding.Info {
			level = "notice"
		}
		properties := []string{
			"file=" + escapeProperty(printable.Line(slashed(f.Pos))),
			fmt.Sprintf("line=%d", f.Pos.Line),
			fmt.Sprintf("endLine=%d", f.End.Line),
		}
		if f.End.Line == f.Pos.Line { // GitHub accepts columns only within a line
			properties = append(properties, fmt.Sprintf("col=%d", f.Pos.Column), fmt.Sprintf("endColumn=%d", f.End.Column))
		}
		properties = append(properties, "title="+escapeProperty(f.Rule))
		message := printable.Line(f.Message)
		if f.URL != "" {
			message += "\n" + f.URL
		}
		fmt.Fprintf(w, "::%s %s::%s\n", level, strings.Join(properties, ","), escapeData(message))
	}
	return w.Flush()
}

// The runner of GitHub Actions decodes exactly these.
var (
	dataEscaper     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscaper = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func escapeData(s string) string     { return dataEscaper.Replace(s) }
func escapeProperty(s string) string { return propertyEscaper.Replace(s) }
