package output

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// printGitHub prints workflow commands, which GitHub Actions shows as annotations
// of the lines they are about.
func printGitHub(out *os.File, r *Report) error {
	w := bufio.NewWriter(out)
	for _, f := range r.Findings {
		level := string(f.Severity)
		if f.Severity == finding.Info {
			level = "notice"
		}
		properties := []string{
			"file=" + escapeProperty(slashed(f.Pos)),
			fmt.Sprintf("line=%d", f.Pos.Line),
			fmt.Sprintf("endLine=%d", f.End.Line),
		}
		if f.End.Line == f.Pos.Line { // GitHub refuses columns of several lines
			properties = append(properties, fmt.Sprintf("col=%d", f.Pos.Column), fmt.Sprintf("endColumn=%d", f.End.Column))
		}
		properties = append(properties, "title="+escapeProperty(f.Rule))
		message := f.Message
		if f.URL != "" {
			message += "\n" + f.URL
		}
		fmt.Fprintf(w, "::%s %s::%s\n", level, strings.Join(properties, ","), escapeData(message))
	}
	return w.Flush()
}

// What the runner of GitHub Actions decodes, and nothing else.
var (
	dataEscaper     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscaper = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func escapeData(s string) string     { return dataEscaper.Replace(s) }
func escapeProperty(s string) string { return propertyEscaper.Replace(s) }
