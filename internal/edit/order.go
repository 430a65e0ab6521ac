package edit

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
)

// Order returns changes in the order in which they have to be written, so that the packages compile after each: first the
// files that get declarations, which others may use from then on, and last those that lose some.
func Order(changes []Change) []Change {
	rank := func(ch Change) int {
		before, after := declared(ch.Old), declared(ch.Fixed)
		switch {
		case !contains(before, after):
			return 0
		case contains(after, before):
			return 1
		}
		return 2
	}
	ranks := make(map[string]int)
	for _, ch := range changes {
		ranks[ch.Name] = rank(ch)
	}
	return slices.SortedStableFunc(slices.Values(changes), func(x, y Change) int { return cmp.Compare(ranks[x.Name], ranks[y.Name]) })
}

func contains(set, subset map[string]bool) bool {
	for name := range subset {
		if !set[name] {
			return false
		}
	}
	return true
}

// declared returns the names that a file declares, those of methods with the type before them.
func declared(src []byte) map[string]bool {
	names := make(map[string]bool)
	f, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
	if err != nil {
		return names // no fix makes such a file, and none is made in one
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			names[receiver(d)+d.Name.Name] = true
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					names[spec.Name.Name] = true
				case *ast.ValueSpec:
					for _, id := range spec.Names {
						names[id.Name] = true
					}
				}
			}
		}
	}
	return names
}

// receiver returns the type of which d is a method, with a dot, "" for a function.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return ""
	}
	name := ""
	ast.Inspect(d.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && name == "" {
			name = id.Name + "."
		}
		return name == ""
	})
	return name
}
