package program

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// dotted are packages that can be imported by a dot at once: no two declare the same.
var dotted = [][]string{
	{"errors"},
	{"fmt"},
	{"errors", "fmt", "context"},
	{"fmt", "strings"},
	{"log"},
	{awspath.Services + "/s3", "fmt"},
	{awspath.Services + "/sqs", awspath.Services + "/sqs/types"},
	{awspath.Services + "/dynamodb", awspath.Services + "/dynamodb/types", "fmt", "strings"},
	{awspath.Services + "/s3/types"},
	{awspath.Services + "/dynamodb/types", "errors", "fmt"},
	{awspath.Services + "/iam/types", awspath.Smithy, "errors"},
	{awspath.Events, awspath.Lambda},
	{awspath.Events, awspath.Lambda, "context", "errors", "fmt"},
}

// declared are names of packages that programs use for something of their own.
var declared = map[string]string{
	"errors": "var errors []error",
	"fmt":    "func fmt(format string) string { return format }",
	"types":  "type types struct{ name string }",
	"log":    "var log = func(text string) {}",
	"http":   "const http = \"http\"",
	"aws":    "var aws struct{ Region string }",
	"smithy": "type smithy = string",
	"len":    "func len(v any) int { return 0 }",
	"any":    "type any = interface{}",
	"true":   "const true = 1 == 1",
	"min":    "func min(a, b int) int { return a }",
}

// chooseNames chooses what is imported by a dot, and what the package declares that has the name of a package or a predeclared one.
func (p *prog) chooseNames() {
	if p.chance(6) {
		p.dots = oneOf(p.r, dotted...)
	}
	if p.chance(8) {
		p.taken = oneOf(p.r, slices.Sorted(maps.Keys(declared))...)
		p.decls = append(p.decls, declared[p.taken])
	}
}

// pkg returns the name by which the file has the package at a path, or one of two. Some have another name than their own. One that is
// imported by a dot has a name until the file is written.
func (p *prog) pkg(at string) string {
	names := p.imports[at]
	if len(names) > 0 && !(len(names) == 1 && p.chance(200)) {
		return oneOf(p.r, names...)
	}
	name := base(at)
	if name == "v4" {
		name = "signer" // variables are called v4
	}
	switch {
	case slices.Contains(p.dots, at):
		name = "dot" + name
	case strings.HasSuffix(at, "/types"):
		name = path.Base(path.Dir(at)) + "types"
		if p.chance(4) {
			name = "types"
		}
	case p.chance(6):
		name = oneOf(p.r, "my", "std", "x") + name
	}
	for name == p.taken || p.isImported(name) {
		name += "2"
	}
	p.imports[at] = append(names, name)
	return name
}

func (p *prog) isImported(name string) bool {
	for _, names := range p.imports {
		if slices.Contains(names, name) {
			return true
		}
	}
	return false
}

func (p *prog) sdk(service string) string { return p.pkg(awspath.Services + "/" + service) }
func (p *prog) types(service string) string {
	return p.pkg(awspath.Services + "/" + service + "/types")
}

// roots are the short forms of paths.
var roots = map[string]string{"v2": awspath.Services, "v1": awspath.V1, "sdk": awspath.V2, "lib": awspath.LambdaLib}

// expand puts the names of packages into a text: «errors» is that of package errors, «v2/s3» that of package s3 of SDK v2.
func (p *prog) expand(text string) string {
	return between.ReplaceAllStringFunc(text, func(at string) string {
		at = strings.Trim(at, "«»")
		if root, rest, ok := strings.Cut(at, "/"); ok && roots[root] != "" {
			at = roots[root] + "/" + rest
		}
		return p.pkg(at)
	})
}

var between = regexp.MustCompile("«[^»]*»")

// base returns the name of the package at a path.
func base(at string) string {
	return strings.ReplaceAll(path.Base(at), "-go", "")
}

// importLines returns the imports that body needs, and some for their effects alone.
func (p *prog) importLines(body string) string {
	var b strings.Builder
	for _, std := range []bool{true, false} {
		for _, at := range slices.Sorted(maps.Keys(p.imports)) {
			if std == strings.Contains(at, ".") {
				continue
			}
			for _, name := range p.imports[at] {
				switch {
				case !regexp.MustCompile(`\b` + name + `\.[A-Z]`).MatchString(body): // asked for by an alternative that was not chosen
				case slices.Contains(p.dots, at) && name == p.imports[at][0]:
					fmt.Fprintf(&b, "\t. %q\n", at)
				case name == base(at):
					fmt.Fprintf(&b, "\t%q\n", at)
				default:
					fmt.Fprintf(&b, "\t%s %q\n", name, at)
				}
			}
			if p.chance(60) {
				fmt.Fprintf(&b, "\t_ %q\n", at)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// undotted returns body without the names of packages that are imported by a dot.
func (p *prog) undotted(body string) string {
	for _, at := range p.dots {
		if names := p.imports[at]; len(names) > 0 {
			body = regexp.MustCompile(`\b`+names[0]+`\.`).ReplaceAllString(body, "")
		}
	}
	return body
}
