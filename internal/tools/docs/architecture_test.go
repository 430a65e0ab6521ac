package docs

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/ruletest"
)

const modulePath = "github.com/awserrlint/awserrlint/"

// TestArchitecture checks that the tables in docs/architecture.md have exactly the packages of the
// module, and that no package imports one above it in the same table.
func TestArchitecture(t *testing.T) {
	type row struct{ table, line int }
	rows := make(map[string]row)
	for i, table := range tables(section(t, "docs/architecture.md", "The house")) {
		for j, cells := range table {
			name := strings.Trim(cells[0], "`")
			if name == cells[0] {
				continue // the header
			}
			if _, ok := rows[name]; ok {
				t.Errorf("%s stands there twice", name)
			}
			rows[name] = row{i, j}
		}
	}

	cmd := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	// All rules share a row.
	rowOf := func(pkg string) string {
		if strings.HasPrefix(pkg, "analyzers/") {
			return "analyzers/<rule>"
		}
		return pkg
	}
	there := make(map[string]bool)
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		name := rowOf(strings.TrimPrefix(fields[0], modulePath))
		there[name] = true
		at, ok := rows[name]
		if !ok {
			t.Errorf("%s has no row", name)
			continue
		}
		for _, imported := range fields[1:] {
			imported, ok := strings.CutPrefix(imported, modulePath)
			if other := rows[rowOf(imported)]; ok && other.table == at.table && other.line < at.line {
				t.Errorf("%s imports %s, which stands above it", name, imported)
			}
		}
	}
	for name := range rows {
		if !there[name] {
			t.Errorf("there is no package %s", name)
		}
	}
}

// TestWalk runs the command on the program in docs/architecture.md, and compares what it prints with the output shown there.
func TestWalk(t *testing.T) {
	text := section(t, "docs/architecture.md", "One error, from the load to the report")
	dir := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum"} {
		content, err := os.ReadFile(filepath.Join(ruletest.Fixtures(t), name))
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, name), content)
	}
	writeFile(t, filepath.Join(dir, "cart.go"), []byte(block(t, text, "go")))

	tool := buildTool(t)
	for _, test := range []struct{ flag, language string }{{"-format=text", "text"}, {"-diff", "diff"}} {
		cmd := exec.Command(tool, test.flag, ".")
		cmd.Dir = dir
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.ExitCode() != 1 {
			t.Fatalf("awserrlint %s ended with %v, want exit code 1\n%s", test.flag, err, stderr.String())
		}
		if want := block(t, text, test.language); string(out) != want {
			t.Errorf("awserrlint %s prints\n%swhere docs/architecture.md has\n%s", test.flag, out, want)
		}
	}
}

// decisionSections are the sections of each decision, in this order.
var decisionSections = []string{"Context", "Decision", "Consequences", "Measured", "Check again"}

// TestDecisions checks that decisions are numbered without gaps, have the same sections, and are listed.
func TestDecisions(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(root, "docs", "decisions", "[0-9]*.md"))
	if err != nil {
		t.Fatal(err)
	}
	heading := regexp.MustCompile(`(?m)^(##?) (.*)$`)
	var list []string
	for i, file := range files {
		name := filepath.Base(file)
		number, _, _ := strings.Cut(name, "-")
		if want := fmt.Sprintf("%03d", i+1); number != want {
			t.Fatalf("%s is the decision after %03d", name, i)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var title string
		var sections []string
		for _, m := range heading.FindAllStringSubmatch(string(text), -1) {
			if m[1] == "#" {
				title = m[2]
			} else {
				sections = append(sections, m[2])
			}
		}
		title, ok := strings.CutPrefix(title, number+": ")
		if !ok || !slices.Equal(sections, decisionSections) {
			t.Errorf("%s: want the title %q and the sections %q, have %q", name, "# "+number+": ...", decisionSections, sections)
		}
		list = append(list, fmt.Sprintf("[%s](%s) %s", number, name, title))
	}
	var listed []string
	for _, table := range tables(readDoc(t, "docs/decisions/README.md")) {
		for _, cells := range table {
			if strings.HasPrefix(cells[0], "[") {
				listed = append(listed, cells[0]+" "+cells[1])
			}
		}
	}
	if len(list) == 0 || !slices.Equal(listed, list) {
		t.Errorf("docs/decisions/README.md lists\n%s\nwant\n%s", strings.Join(listed, "\n"), strings.Join(list, "\n"))
	}
}

// TestGlossary checks that the packages and names in docs/glossary.md exist.
func TestGlossary(t *testing.T) {
	quoted := regexp.MustCompile("(rule )?`([^`]*)`")
	for _, table := range tables(readDoc(t, "docs/glossary.md")) {
		for _, cells := range table {
			if len(cells) < 3 {
				continue
			}
			var declared map[string]bool // by the package named last
			for _, m := range quoted.FindAllStringSubmatch(cells[2], -1) {
				name := m[2]
				switch {
				case m[1] != "":
					name = "analyzers/" + name
					fallthrough
				case strings.HasPrefix(name, "internal/"):
					dir := filepath.Join(root, filepath.FromSlash(name))
					if _, err := os.Stat(dir); err != nil {
						t.Errorf("%s: %v", cells[0], err)
					}
					declared = names(t, dir)
				case ast.IsExported(name) && !declared[name]:
					t.Errorf("%s: the package declares no %s", cells[0], name)
				}
			}
		}
	}
}

// names returns the names that the package in dir declares, and T.F for each field F of a type T.
func names(t *testing.T, dir string) map[string]bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]bool)
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range f.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				all[decl.Name.Name] = true
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					addNames(all, spec)
				}
			}
		}
	}
	return all
}

// addNames adds the names that spec declares to all.
func addNames(all map[string]bool, spec ast.Spec) {
	switch spec := spec.(type) {
	case *ast.ValueSpec:
		for _, id := range spec.Names {
			all[id.Name] = true
		}
	case *ast.TypeSpec:
		all[spec.Name.Name] = true
		if s, ok := spec.Type.(*ast.StructType); ok {
			for _, field := range s.Fields.List {
				for _, id := range field.Names {
					all[spec.Name.Name+"."+id.Name] = true
				}
			}
		}
	}
}

func readDoc(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// section returns the section of a file with the heading.
func section(t *testing.T, name, heading string) string {
	t.Helper()
	_, text, ok := strings.Cut(readDoc(t, name), "\n## "+heading+"\n")
	if !ok {
		t.Fatalf("%s has no section %q", name, heading)
	}
	text, _, _ = strings.Cut(text, "\n## ")
	return text
}

// block returns the first block of code in text with the language.
func block(t *testing.T, text, language string) string {
	t.Helper()
	_, code, ok := strings.Cut(text, "\n```"+language+"\n")
	code, _, closed := strings.Cut(code, "\n```\n")
	if !ok || !closed {
		t.Fatalf("there is no block of %s", language)
	}
	return code + "\n"
}

func writeFile(t *testing.T, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(name, content, 0o666); err != nil {
		t.Fatal(err)
	}
}
