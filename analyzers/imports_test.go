package analyzers_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/awserrlint/awserrlint/"

// mayImport says which packages of the module each package may import, by paths below the module's.
// There is a line for every package but the rules, which share one.
var mayImport = map[string]string{
	"analyzers":           "analyzers/* internal/crash internal/rule",
	"analyzers/*":         ruleParts + " internal/rule",
	"cmd/awserrlint":      "analyzers internal/cli",
	"plugin":              "analyzers internal/finding internal/ruleset",
	"nogo":                "analyzers internal/finding internal/rule internal/ruleset",
	"internal/awspath":    "",
	"internal/knowledge":  "internal/awspath internal/httpstatus internal/lazyregexp",
	"internal/httpstatus": "",
	"internal/lazyregexp": "",
	"internal/nearest":    "",
	"internal/option":     "",

	"internal/awssdk":             "internal/awspath internal/knowledge internal/lazyregexp",
	"internal/tools/failures":     "internal/awssdk",
	"internal/tools/faults":       "internal/tools/checkout",
	"internal/tools/fuzz":         "internal/tools/checkout internal/tools/fuzz/program internal/tools/fuzz/variant",
	"internal/tools/fuzz/program": "internal/awspath",
	"internal/tools/fuzz/variant": "",
	"internal/awssdk/model":       "internal/knowledge internal/lazyregexp internal/readfile",
	"internal/ssaflow":            "internal/knowledge",

	"internal/errflow":    "internal/awspath internal/awssdk internal/awssdk/model internal/knowledge internal/option internal/ssaflow",
	"internal/errmatch":   "internal/awspath internal/awssdk internal/awssdk/model internal/knowledge internal/lazyregexp internal/ssaflow",
	"internal/handler":    "internal/awspath internal/awssdk internal/httpstatus internal/knowledge internal/option",
	"internal/lambdaresp": "internal/awspath internal/awssdk internal/errflow internal/handler internal/httpstatus internal/knowledge internal/ssaflow internal/readfile",
	"internal/lambdadrop": "internal/awssdk internal/handler internal/knowledge internal/lambdaresp internal/ssaflow",
	"internal/remedy":     "internal/awspath internal/awssdk internal/awssdk/model internal/errflow internal/fix internal/knowledge internal/lazyregexp internal/nearest",
	"internal/fix":        "internal/awssdk internal/edit internal/handler internal/knowledge",
	"internal/lambdafix":  "internal/awspath internal/awssdk internal/fix internal/handler internal/httpstatus internal/knowledge internal/lambdaresp internal/lazyregexp",
	"internal/rule":       "internal/errflow internal/errmatch internal/finding internal/fix internal/handler internal/knowledge internal/lambdaresp internal/lazyregexp internal/option",

	"internal/load":         "internal/awspath internal/cache internal/crash internal/finding internal/knowledge internal/load/source internal/load/topdecl internal/readfile",
	"internal/load/source":  "internal/cache internal/knowledge internal/load/topdecl internal/readfile",
	"internal/load/topdecl": "",

	"internal/cache": "internal/program",
	"internal/engine": "internal/awspath internal/cache internal/edit internal/finding internal/knowledge internal/load internal/load/source internal/readfile " +
		"internal/load/topdecl internal/relpath internal/runner",
	"internal/crash":     "",
	"internal/program":   "internal/printable",
	"internal/relpath":   "",
	"internal/printable": "",
	"internal/readfile":  "",
	"internal/edit":      "internal/lazyregexp internal/relpath",
	"internal/finding":   "internal/edit internal/relpath internal/printable",
	"internal/output":    "internal/edit internal/finding internal/program internal/relpath internal/printable internal/readfile",
	"internal/runner":    "internal/crash internal/finding internal/rule",
	"internal/ruleset":   "internal/finding internal/nearest internal/option internal/rule",
	"internal/config":    "internal/ruleset internal/readfile",
	"internal/since":     "internal/edit internal/readfile",
	"internal/baseline":  "internal/edit internal/finding internal/relpath internal/readfile",
	"internal/scope":     "internal/config internal/finding internal/load/source internal/program internal/relpath internal/readfile",
	"internal/errorscmd": "internal/awspath internal/awssdk internal/awssdk/model internal/fix internal/knowledge internal/lazyregexp internal/nearest internal/option internal/printable internal/program",
	"internal/upgrade":   "internal/awspath internal/awssdk internal/awssdk/model internal/errmatch internal/remedy internal/rule",
	"internal/govet": "internal/awspath internal/config internal/crash internal/edit internal/finding internal/knowledge internal/load internal/output internal/program internal/printable internal/readfile " +
		"internal/rule internal/ruleset internal/runner",
	"internal/lsp": "internal/awssdk internal/awssdk/model internal/cache internal/config internal/crash internal/edit internal/engine internal/errorscmd internal/finding internal/fix internal/readfile " +
		"internal/lazyregexp internal/load internal/lsp/protocol internal/printable internal/program internal/ruleset internal/scope",
	"internal/lsp/protocol": "",
	"internal/cli": "internal/awspath internal/awssdk/model internal/baseline internal/cache internal/config internal/crash internal/edit internal/engine internal/errorscmd internal/finding internal/govet internal/load internal/load/source internal/lsp internal/nearest internal/printable internal/readfile " +
		"internal/option internal/output internal/program internal/relpath internal/rule internal/ruleset internal/scope internal/since internal/upgrade",

	// Tests and tools for development.
	"examples":                 "",
	"internal/action":          "",
	"internal/hostile":         "",
	"internal/tools/bench":     "internal/awspath internal/tools/checkout internal/tools/docs",
	"internal/lambdatest":      "",
	"internal/ruletest":        "internal/edit internal/load",
	"internal/tools/docs":      "internal/option internal/rule internal/ruleset",
	"internal/tools/checkout":  "",
	"internal/tools/mutate":    "internal/awspath internal/awssdk internal/awssdk/model internal/load internal/tools/checkout",
	"internal/tools/ecosystem": "internal/awspath internal/edit internal/tools/checkout",
}

// ruleParts are what rules are made of.
const ruleParts = "internal/awspath internal/awssdk internal/awssdk/model internal/errflow internal/errmatch internal/fix internal/handler " +
	"internal/httpstatus internal/knowledge internal/lambdadrop internal/lambdafix internal/lambdaresp internal/lazyregexp internal/remedy internal/ssaflow"

// TestImports demands that packages import what they may, that each has a line, and that no line
// allows more than is needed.
func TestImports(t *testing.T) {
	cmd := exec.Command("go", "list", "-e", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	needed := make(map[string]map[string]bool) // imports by line
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		importer, ok := strings.CutPrefix(fields[0], module)
		if !ok {
			continue
		}
		importer = lineOf(importer)
		allowed, listed := mayImport[importer]
		if !listed {
			t.Errorf("%s has no line that says what it may import", importer)
		}
		if needed[importer] == nil {
			needed[importer] = make(map[string]bool)
		}
		for _, imported := range fields[1:] {
			imported, ok := strings.CutPrefix(imported, module)
			if !ok {
				continue
			}
			imported = lineOf(imported)
			needed[importer][imported] = true
			if !slices.Contains(strings.Fields(allowed), imported) {
				t.Errorf("%s must not import %s", importer, imported)
			}
		}
	}
	for importer, allowed := range mayImport {
		if needed[importer] == nil {
			t.Errorf("there is no %s any more", importer)
			continue
		}
		for imported := range strings.FieldsSeq(allowed) {
			if !needed[importer][imported] {
				t.Errorf("%s does not import %s any more", importer, imported)
			}
			if imported == importer {
				t.Errorf("%s may import itself", importer)
			}
		}
	}
}

// lineOf returns the line that holds for the package.
func lineOf(pkg string) string {
	if strings.HasPrefix(pkg, "analyzers/") {
		return "analyzers/*"
	}
	return pkg
}
