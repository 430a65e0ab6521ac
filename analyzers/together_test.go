package analyzers_test

import (
	"cmp"
	"fmt"
	"go/format"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// snippets are faults of all rules about errors, as statements of a function that returns an error. In
// each, ERR is the name of an error, and DEF is := or =.
var snippets = []string{
	"objects.DeleteObject(ctx, nil)",
	"defer objects.DeleteObject(ctx, nil)",
	"head, _ := objects.HeadObject(ctx, nil)\nuse(head)",
	"var head *s3.HeadObjectOutput\nhead, _ = objects.HeadObject(ctx, nil)\nuse(head)",
	"if _, ERR := objects.HeadObject(ctx, nil); ERR != nil {\n\treturn nil\n}",
	"_, ERR DEF objects.HeadObject(ctx, nil)\nif ERR != nil {\n\treturn nil\n}",
	"_, ERR DEF queues.SendMessageBatch(ctx, nil)\nif ERR != nil {\n\treturn ERR\n}",
	"if _, ERR DEF streams.PutRecords(ctx, nil); ERR != nil {\n\treturn ERR\n}",
	"_, ERR DEF objects.GetObject(ctx, nil)\nif ERR != nil && strings.Contains(ERR.Error(), \"NoSuchKey\") {\n\treturn errNone\n}",
	"_, ERR DEF tables.GetItem(ctx, nil)\nif ERR != nil && strings.Contains(ERR.Error(), \"AccessDenied\") {\n\treturn errNone\n}",
	"_, ERR DEF objects.GetObject(ctx, nil)\nif apiErr, ok := ERR.(smithy.APIError); ok {\n\treturn apiErr\n}",
	"_, ERR DEF objects.GetObject(ctx, nil)\nif _, ok := ERR.(*types.NoSuchKey); ok {\n\treturn errNone\n}",
	"_, ERR DEF objects.GetObject(ctx, nil)\nif errors.Is(ERR, &types.NoSuchKey{}) {\n\treturn errNone\n}",
	"_, ERR DEF objects.GetObject(ctx, nil)\nswitch ERR.(type) {\ncase *types.NoSuchKey:\n\treturn errNone\ncase *types.NoSuchBucket:\n\treturn ERR\n}",
	"_, ERR DEF objects.GetObject(ctx, nil)\nif errors.Is(errors.New(\"get: \"+ERR.Error()), context.Canceled) {\n\treturn errNone\n}",
	"var object *s3.GetObjectOutput\nobject, ERR DEF objects.GetObject(ctx, nil)\ndefer object.Body.Close()\nif ERR != nil {\n\treturn ERR\n}",
}

// ending follows in each second function: the names that fixes like best, for something else.
const ending = "apiErr, noSuchKey, notFound, out, err2, types := 1, 2, 3, 4, 5, 6\nuse(apiErr, noSuchKey, notFound, out, err2, types)"

// A spelling is how a generated file names the packages that fixes need.
type spelling struct {
	name   string
	names  map[string]string // of imports, by path
	hidden []string          // parameters of the function, which hide packages
}

const (
	s3Types    = "github.com/aws/aws-sdk-go-v2/service/s3/types"
	smithyPath = "github.com/aws/smithy-go"
)

var spellings = []spelling{
	{"plain", nil, nil},
	{"aliased", map[string]string{"errors": "stderrors", "strings": "fmt", s3Types: "aws", smithyPath: "types"}, nil},
	{"dotted", map[string]string{"errors": ".", smithyPath: "."}, nil},
	{"hidden", nil, []string{"fmt", "aws", "apiErr", "smithy"}},
	{"hiding", map[string]string{s3Types: "s3types"}, []string{"types", "errors", "smithy", "err2"}},
}

// imports are what snippets use, by the name before the dot.
var imports = map[string]string{
	"context": "context", "errors": "errors", "strings": "strings", "smithy": smithyPath, "types": s3Types,
	"s3": "github.com/aws/aws-sdk-go-v2/service/s3", "sqs": "github.com/aws/aws-sdk-go-v2/service/sqs",
	"kinesis": "github.com/aws/aws-sdk-go-v2/service/kinesis", "dynamodb": "github.com/aws/aws-sdk-go-v2/service/dynamodb",
}

// file returns a file with a function that holds the texts, one after the other in one block, and
// false where the spelling hides what they use.
func (s spelling) file(texts ...string) (string, bool) {
	body := strings.Join(texts, "\n")
	params := "ctx context.Context, objects *s3.Client, queues *sqs.Client, streams *kinesis.Client, tables *dynamodb.Client"
	var specs, renamed []string
	for _, name := range slices.Sorted(maps.Keys(imports)) {
		path := imports[name]
		if !strings.Contains(params+body, name+".") {
			continue
		}
		alias := cmp.Or(s.names[path], name)
		if slices.Contains(s.hidden, alias) {
			return "", false
		}
		spec := fmt.Sprintf("%q", path)
		if s.names[path] != "" {
			spec = alias + " " + spec
		}
		specs = append(specs, spec)
		renamed = append(renamed, name+".", strings.TrimPrefix(alias+".", ".."))
	}
	body = strings.NewReplacer(renamed...).Replace(body)
	if len(s.hidden) > 0 {
		params += ", " + strings.Join(s.hidden, ", ") + " int"
	}
	return "import (\n\t" + strings.Join(specs, "\n\t") + "\n)\n\nfunc NAME(" + params + ") error {\n\t" +
		strings.ReplaceAll(body, "\n", "\n\t") + "\n\treturn nil\n}\n", true
}

// TestTogether applies the fixes of all rules at once, as editors and go vet do, to functions that
// have two faults each, and demands that the result compiles.
func TestTogether(t *testing.T) {
	for _, version := range []string{"1.25.0", "1.26.0"} { // without and with errors.AsType
		t.Run(version, func(t *testing.T) {
			dir := t.TempDir()
			for _, name := range []string{"go.mod", "go.sum"} {
				data, err := os.ReadFile(filepath.Join(ruletest.Fixtures(t), name))
				if err != nil {
					t.Fatal(err)
				}
				writeFile(t, filepath.Join(dir, name), strings.Replace(string(data), "\ngo 1.26.0\n", "\ngo "+version+"\n", 1))
			}
			for _, s := range spellings {
				s.write(t, filepath.Join(dir, s.name), false)
				s.write(t, filepath.Join(dir, s.name+"shared"), true)
			}
			fixTogether(t, dir)
		})
	}
	t.Run("fixtures", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(ruletest.Fixtures(t))); err != nil {
			t.Fatal(err)
		}
		fixTogether(t, dir)
	})
}

// write writes a package that holds two snippets in each function, one per file: every second
// pair, so that the packages with a shared error and those without have all of them.
func (s spelling) write(t *testing.T, dir string, shared bool) {
	t.Helper()
	writeFile(t, filepath.Join(dir, "use.go"), "package p\n\nfunc use(...any) {}\n\nvar errNone error\n")
	for i, first := range snippets {
		for j, second := range snippets {
			if (i+j)%2 == 0 != shared {
				continue
			}
			texts := pair(first, second, shared)
			if i%2 == 0 {
				texts = append(texts, ending)
			}
			text, ok := s.file(texts...)
			if !ok {
				continue
			}
			name := fmt.Sprintf("f%dx%d", i, j)
			src, err := format.Source([]byte("package p\n\n" + strings.ReplaceAll(text, "NAME", name)))
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			writeFile(t, filepath.Join(dir, name+".go"), string(src))
		}
	}
}

// fixTogether applies all fixes for the packages of dir that do not conflict, and checks that the
// packages still compile.
func fixTogether(t *testing.T, dir string) {
	before := ruletest.Analyze(t, dir, analyzersOf(analyzers.All()), "./...")
	for _, p := range before.Problems {
		t.Fatalf("does not compile before the fixes: %s", p)
	}
	fixed := 0
	merge := make(generous)
	for _, d := range before.Diagnostics {
		for _, f := range d.SuggestedFixes {
			if merge.add(editsOf(before, f)) {
				fixed++
			}
		}
	}
	if fixed < len(before.Diagnostics)/4 {
		t.Errorf("only %d fixes for %d findings", fixed, len(before.Diagnostics))
	}
	names := make(map[string]string)
	for _, pkg := range before.Packages {
		edit.ImportNames(names, pkg.Types)
	}
	files, err := edit.Merge(merge).Rewrite(os.ReadFile, names)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		writeFile(t, name, string(text))
	}
	for _, p := range ruletest.Analyze(t, dir, nil, "./...").Problems {
		name, _, _ := strings.Cut(p.Pos, ":")
		t.Errorf("does not compile after the fixes: %s\n%s", p, files[name])
	}
}

// pair returns the texts of two snippets that stand in one function, where they share an error
// variable or have one each.
func pair(first, second string, shared bool) []string {
	second = strings.NewReplacer("head", "head2", "object,", "object2,", "object.", "object2.", "object *", "object2 *").Replace(second)
	if shared {
		r := strings.NewReplacer("ERR", "err", "DEF", "=")
		return []string{"var err error", r.Replace(first), r.Replace(second), "use(err)"}
	}
	return []string{strings.NewReplacer("ERR", "err", "DEF", ":=").Replace(first), strings.NewReplacer("ERR", "nextErr", "DEF", ":=").Replace(second)}
}

func editsOf(res *ruletest.Result, f analysis.SuggestedFix) []edit.Edit {
	var edits []edit.Edit
	for _, e := range f.TextEdits {
		pos, end := res.Fset.PositionFor(e.Pos, false), res.Fset.PositionFor(e.End, false)
		edits = append(edits, edit.Edit{Pos: pos, End: end, New: string(e.NewText)})
	}
	return edits
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
