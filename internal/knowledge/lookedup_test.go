package knowledge

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestLookedUp checks that LookedUp has every name that the project looks up in types. If the name
// is not a literal, every literal in the function counts, and there must be one.
func TestLookedUp(t *testing.T) {
	asked := make(map[string]bool)
	for name, src := range sources(t) {
		names, problems := lookups(t, name, src)
		for _, problem := range problems {
			t.Error(problem)
		}
		for _, method := range names {
			asked[method] = true
			if !slices.Contains(LookedUp, method) {
				t.Errorf("%s looks for %s in types; add it to LookedUp", name, method)
			}
		}
	}
	for _, method := range []string{"Error", "Is", "Invoke", "MarshalJSON", "MarshalText", "Unwrap"} {
		if !asked[method] {
			t.Errorf("the test does not see who looks for %s", method)
		}
	}
}

// TestLookups checks what TestLookedUp relies on.
func TestLookups(t *testing.T) {
	const src = `package p

func a(t types.Type) { types.LookupFieldOrMethod(t, true, nil, "Plain") }

func b(t types.Type) {
	for _, name := range []string{"One", "Two"} {
		types.LookupFieldOrMethod(t, true, nil, name)
	}
	print("not a name")
}

func c(t types.Type) { types.NewMethodSet(t).Lookup(nil, "Set") }

func d(prog *ssa.Program) { prog.LookupMethod(t, nil, "SSA") }

func e(t types.Type, name string) { types.LookupFieldOrMethod(t, true, nil, name) }

func called(t types.Type, c *ssa.CallCommon) { types.LookupFieldOrMethod(t, true, nil, c.Method.Name()) }

func f(t *types.Named) { for m := range t.Methods() { print(m) } }

func g(scope *types.Scope) { scope.Lookup("Object") }
`
	names, problems := lookups(t, "p.go", src)
	slices.Sort(names)
	if want := []string{"One", "Plain", "SSA", "Set", "Two"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
	if len(problems) != 2 || !strings.HasPrefix(problems[0], "p.go:16:") || !strings.HasPrefix(problems[1], "p.go:20:") {
		t.Errorf("got the problems %q, want one in e and one in f", problems)
	}
}

var methodName = regexp.MustCompile(`^[A-Z]\w*$`)

// lookups returns the names that src looks up in types, and the lookups whose name is unknown.
func lookups(t *testing.T, name, src string) (names, problems []string) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, decl := range f.Decls {
		ast.Inspect(decl, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			switch sel.Sel.Name {
			case "LookupFieldOrMethod", "LookupSelection", "LookupMethod":
			case "Lookup": // of a method set; that of a scope takes no package, and that of an editor ends with a position
				if len(call.Args) != 2 || literals(call.Args[1]) == nil && !strings.Contains(src[call.Pos()-1:call.End()-1], "MethodSet") {
					return true
				}
			case "Methods", "Method", "ExplicitMethods", "ExplicitMethod":
				if sel.Sel.Name == "Method" && len(call.Args) == 0 {
					return true
				}
				problems = append(problems, fset.Position(call.Pos()).String()+": walks the methods of a type; look one up by its name")
				return true
			default:
				return true
			}
			last := call.Args[len(call.Args)-1]
			if strings.HasSuffix(src[last.Pos()-1:last.End()-1], ".Method.Name()") {
				return true // the method that a call of the program selects
			}
			found := literals(last)
			if found == nil {
				found = literals(decl)
			}
			if found == nil {
				problems = append(problems, fset.Position(call.Pos()).String()+": looks up a name that the function does not spell")
			}
			names = append(names, found...)
			return true
		})
	}
	return names, problems
}

// literals returns the string literals in n that may be names of methods.
func literals(n ast.Node) (names []string) {
	ast.Inspect(n, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil && methodName.MatchString(s) {
				names = append(names, s)
			}
		}
		return true
	})
	return names
}

// sources returns the Go files of the module, by name, except tests.
func sources(t *testing.T) map[string]string {
	t.Helper()
	const module = "../.."
	files := make(map[string]string)
	err := filepath.WalkDir(module, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			_, err := os.Stat(filepath.Join(name, "go.mod"))
			// runner looks for methods that have facts. Where one is called, its name is read.
			if d.Name() == "runner" || d.Name() == "testdata" || d.Name() == ".git" || err == nil && name != module {
				return filepath.SkipDir
			}
		case strings.HasSuffix(name, ".go") && !IsTestFile(name):
			src, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			files[name] = string(src)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
