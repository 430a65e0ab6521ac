package engine

import (
	"crypto/sha256"
	"go/token"
	"path"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// declarations returns a hash of what importers can see of a file: its declarations without the
// bodies of functions that cannot return just a text, without comments, and wherever they stand. A
// file that cannot be read as Go is hashed as it is.
func declarations(src string) sum {
	header, _, err := topdecl.ParseHeader(src)
	if err != nil {
		return sha256.Sum256([]byte(src))
	}
	d := newDigest("declarations")
	d.add(header.Package)
	if header.Constrained {
		d.add(src[:header.Clause])
	}
	qualifiers := make(map[string]bool)
	for _, decl := range topdecl.Split(src, header.End) {
		if decl.Keyword == token.FUNC && decl.Recv == "" && decl.Names[0] == "main" {
			continue
		}
		text := string(topdecl.Strip(nil, src[decl.Start:decl.End]))
		if decl.Keyword == token.FUNC && decl.Recv == "" && mayMakeText(text) {
			text = string(topdecl.Strip(nil, src[decl.Start:decl.BodyEnd]))
		}
		d.add(decl.Keyword.String(), strings.TrimSpace(text))
		topdecl.Refs(text, func(ref topdecl.Ref) {
			if ref.Qualifier != "" {
				qualifiers[ref.Qualifier] = true
			}
		})
	}
	for _, imp := range header.Imports {
		if name := importName(imp); name == "" || name == "." || qualifiers[name] {
			d.add("import", imp.Name, imp.Path)
		}
	}
	return sum(d.key())
}

// mayMakeText reports whether a function with the header may be one that returns a single string
// without a name, whose body package lambdaresp reads.
func mayMakeText(header string) bool {
	return strings.HasSuffix(strings.TrimRight(header, ") \t\n"), "string")
}

// importName returns the name that an import has in its file, "" if only the package itself tells.
func importName(imp topdecl.Import) string {
	switch base := path.Base(imp.Path); {
	case imp.Name != "":
		return imp.Name
	case !knowledge.IsStd(imp.Path):
		return ""
	case base == "v2": // as in math/rand/v2
		return path.Base(path.Dir(imp.Path))
	default:
		return base
	}
}
