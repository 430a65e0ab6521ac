package variant

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// source has what is hard about each kind: a shadowed name, a label, a named result, a type switch, a literal of a struct and one of a map,
// imports, raw texts, several variables called _.
const source = `// Package p is for tests.
package p

import (
	"errors"
	"strings"
)

type pair struct{ key, value string }

var _ error = errors.New("x")

var _ = pair{key: ` + "`a\nb`" + `}

func first(text string, flag bool) (n int, err error) {
	defer func() { n++ }()
next:
	for i, key := range strings.Split(text, ",") {
		if flag {
			continue next
		}
		err := check(pair{key: key, value: text}, map[string]int{key: i})
		if err != nil {
			return i, err
		}
	}
	return
}

func check(v any, counts map[string]int) error {
	switch v := v.(type) {
	case error:
		return v
	case pair:
		_, err := first(v.value, v.key != "")
		return err
	}
	return nil
}

func length(text string) (out int, failed bool) {
	if a := len(text); a > 0 {
		if b := a + 1; b > 0 {
			return
		}
	}
	return len(text), true
}
`

// seeds are how often each kind is tried.
const seeds = 120

// variantOf returns the variant of the source with this name, and what its locals are or were called.
func variantOf(t *testing.T, name string, seed uint64) (made []byte, names []string) {
	t.Helper()
	v := All[slices.IndexFunc(All, func(v Variant) bool { return v.Name == name })]
	made, names, err := v.Make(rand.New(rand.NewPCG(seed, 0)), []byte(source))
	if err != nil {
		t.Fatalf("%s %d: %v", name, seed, err)
	}
	return made, names
}

// TestMeaning checks that variants compile, and that each token means what it means in the source.
func TestMeaning(t *testing.T) {
	want := meanings(t, []byte(source))
	for _, v := range All {
		changed := 0
		for seed := range uint64(seeds) {
			made, _ := variantOf(t, v.Name, seed)
			if !bytes.Equal(made, []byte(source)) {
				changed++
			}
			if have := meanings(t, made); !slices.Equal(have, want) {
				t.Errorf("%s %d: identifiers mean\n%q\nwant\n%q\nin\n%s", v.Name, seed, have, want, made)
			}
		}
		if v.Name == "none" && changed > 0 || v.Name != "none" && changed < seeds/2 {
			t.Errorf("%s: %d of %d differ from the source", v.Name, changed, seeds)
		}
	}
}

var (
	fset    = token.NewFileSet()
	imports = importer.ForCompiler(fset, "source", nil) // which keeps what it has read
)

// meanings type-checks a file. It returns, for each declaration by its name, what the identifiers in it mean: the place in the
// declaration of what they name, or else the name.
func meanings(t *testing.T, src []byte) []string {
	t.Helper()
	file, err := parser.ParseFile(fset, "p.go", src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	info := &types.Info{Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object)}
	conf := types.Config{Importer: imports}
	if _, err := conf.Check("p", fset, []*ast.File{file}, info); err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	implicit := make(map[token.Pos]bool)
	for _, obj := range info.Implicits {
		implicit[obj.Pos()] = true
	}
	var all []string
	for _, d := range file.Decls {
		index := make(map[token.Pos]int)
		text := declKey(d) + ":"
		ast.Inspect(d, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			index[id.Pos()] = len(index)
			obj := info.ObjectOf(id)
			switch {
			case obj == nil && implicit[id.Pos()]:
				text += " ·"
			case obj == nil:
				text += " " + id.Name
			default:
				at, here := index[obj.Pos()]
				if here {
					text += " " + string(rune('A'+at))
				} else {
					text += " " + id.Name
				}
			}
			return true
		})
		all = append(all, text)
	}
	slices.Sort(all)
	return all
}

// TestLayout checks that the layout is another one, of the same tokens.
func TestLayout(t *testing.T) {
	for seed := range uint64(seeds) {
		made, _ := variantOf(t, "layout", seed)
		if have, want := texts(made), texts([]byte(source)); !slices.Equal(have, want) {
			t.Errorf("%d: tokens are\n%q\nwant\n%q", seed, have, want)
		}
		if formatted, err := format.Source(made); err != nil || bytes.Equal(formatted, made) {
			t.Errorf("%d: is formatted, or cannot be: %v\n%s", seed, err, made)
		}
	}
}

// texts returns the tokens of a file, without semicolons, which stand for line breaks.
func texts(src []byte) []string {
	var all []string
	for _, tok := range tokens(src) {
		if tok.kind != token.SEMICOLON {
			all = append(all, tok.text)
		}
	}
	return all
}

// TestCRLF checks that all lines end as on Windows, behind a byte order mark, and that no more is changed.
func TestCRLF(t *testing.T) {
	made, _ := variantOf(t, "crlf", 1)
	rest, ok := bytes.CutPrefix(made, []byte("\ufeff"))
	if !ok || bytes.Count(rest, []byte("\r\n")) != bytes.Count(rest, []byte("\n")) || string(bytes.ReplaceAll(rest, []byte("\r\n"), []byte("\n"))) != source {
		t.Errorf("made %q", made)
	}
}

// TestComments checks that there are comments, each once, that the file is formatted, and that nothing is left of a file without them.
func TestComments(t *testing.T) {
	for seed := range uint64(seeds) {
		made, _ := variantOf(t, "comments", seed)
		comments := Comments(made)
		slices.Sort(comments)
		if len(comments) < 5 || len(slices.Compact(slices.Clone(comments))) < len(comments) {
			t.Errorf("%d: comments are %q", seed, comments)
		}
		if !slices.Contains(comments, "// Package p is for tests.") {
			t.Errorf("%d: the first comment is gone: %q", seed, comments)
		}
		if imports, _, _ := bytes.Cut(made, []byte("\n)")); len(Comments(imports)) != 1 {
			t.Errorf("%d: imports have comments\n%s", seed, imports)
		}
		if formatted, err := format.Source(made); err != nil || !bytes.Equal(formatted, made) {
			t.Errorf("%d: is not formatted: %v\n%s", seed, err, made)
		}
		if plain, err := Plain(made); err != nil || len(Comments(plain)) != 1 || !slices.Equal(texts(plain), texts([]byte(source))) {
			t.Errorf("%d: plain, it is: %v\n%s", seed, err, plain)
		}
	}
}

// TestOrder checks that declarations of all kinds change places, and that those of one key do not change theirs.
func TestOrder(t *testing.T) {
	firsts := make(map[string]bool)
	for seed := range uint64(seeds) {
		made, _ := variantOf(t, "order", seed)
		decls, err := declarations(made)
		if err != nil {
			t.Fatal(err)
		}
		if decls[0].key != "import/1" {
			t.Errorf("%d: the imports are not first\n%s", seed, made)
		}
		firsts[decls[1].key] = true
		if a, b := bytes.Index(made, []byte("var _ error")), bytes.Index(made, []byte("var _ = pair")); a < 0 || b < a {
			t.Errorf("%d: the variables have changed places\n%s", seed, made)
		}
	}
	if len(firsts) < 4 {
		t.Errorf("only these come first: %v", firsts)
	}
}

// TestNames checks that each local has a name of its own, and nothing else another one.
func TestNames(t *testing.T) {
	made, names := variantOf(t, "names", 1)
	for _, local := range []string{"text", "flag", "n", "err", "next", "i", "key", "v", "counts"} {
		if !slices.Contains(names, local) {
			t.Errorf("%s is not in %q", local, names)
		}
		if local != "key" && slices.Contains(texts(made), local) { // key is a field, too
			t.Errorf("%s is still there\n%s", local, made)
		}
	}
	if n := strings.Count(string(made), "key:"); n != 2 { // those of pairs
		t.Errorf("%d keys are left\n%s", n, made)
	}
}

// TestShadows checks that locals hide packages and predeclared names.
func TestShadows(t *testing.T) {
	hidden := make(map[string]bool)
	for seed := range uint64(seeds) {
		made, _ := variantOf(t, "shadows", seed)
		for _, text := range texts(made) {
			if slices.Contains(hostile, text) && !slices.Contains(texts([]byte(source)), text) {
				hidden[text] = true
			}
		}
	}
	if len(hidden) < len(hostile)/2 {
		t.Errorf("only these are used: %v", hidden)
	}
}

// TestUnchecked checks that locals get their names also where the checker, which knows nothing of what is imported, gives up.
func TestUnchecked(t *testing.T) {
	const source = "package p\n\nimport \"os\"\n\nfunc f(arg string) {\n\ttext := os.Args[0]\n\t_ = map[string]func() string{text: func() string { return pair{arg: arg}.arg }}\n}\n"
	made, _, err := rename(nil, []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	const want = "package p\n\nimport \"os\"\n\nfunc f(zq0x string) {\n\tzq1x := os.Args[0]\n\t_ = map[string]func() string{zq1x: func() string { return pair{arg: zq0x}.arg }}\n}\n"
	if string(made) != want {
		t.Errorf("made\n%s\nwant\n%s", made, want)
	}
}

// TestPlaces checks that a place of a variant is the same as that of the source.
func TestPlaces(t *testing.T) {
	want, err := NewMap([]byte(source))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range All {
		made, _ := variantOf(t, v.Name, 3)
		have, err := NewMap(made)
		if err != nil {
			t.Fatal(err)
		}
		for _, once := range []string{"defer", "Split", "range", "switch", "\"x\""} {
			at, there := want.At(strings.Index(source, once)), have.At(bytes.Index(made, []byte(once)))
			if at != there || at.Decl == "" || at.Token == 0 {
				t.Errorf("%s: %s is at %v, want %v", v.Name, once, there, at)
			}
		}
	}
}
