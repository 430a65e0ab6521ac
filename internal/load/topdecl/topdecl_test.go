package topdecl

import (
	"fmt"
	"go/build"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tricky is source that is easily split at the wrong byte.
const tricky = `// Package p is tricky. package q

//go:build x || !x

/* package q */ package /* q */ p; import ( "a"; b "b"
	. "c" ; _ ` + "`d`" + ` // import "e"
); import f /* "g" */ "f"

func A() { if '{' == '\'' || "\"}" == ` + "`}\n\\`" + ` { } /* } */ // }
}; func B() (struct{ x int }) { return struct{ x int }{} }
func C() struct{ x func() } { panic(0) }
func D(func() interface{ M() }) map[string]interface{} { return nil }
func E()
func (r *F[K, _]) G(a, b int, c ...struct{ d int }) (e error) { return }
func (F[K, V]) H() func() func(int) chan<- interface{}
func (*I) /* { */ J() []struct {
	k int ` + "`json:\"{\"`" + `
} /* { */ {
	for {
	} } ; var K, L = func() int { return 1 }(), '"'
func init() { }
func _() {}
func M[T interface{ ~[]N; int }](t T) [2]T { var _ = 1 +
	2; return t }
type O struct{ P int }; type ( Q = O; R[T any] []T // type S int
	T struct {
		U int }
	W = x.Y
	Z = R[int] )
type AA[T any] = R[T]
type BB [2]int
type CC interface {
	DD()
	EE
}
type _ int
var FF int = 1; var ( GG, HH []struct{ x int } = nil,
	nil
	_ = 1
	II = map[string]int{
		"}": 1,
	}
	JJ /* = */ int )
const KK = 1 << iota
const ( LL, MM = iota, "a"
	NN, OO
)
const ( PP = 1; QQ int = 2 /*
*/ RR = 3 )
const ( SS = 1
	TT )
var UU = ` + "`" + `
func XX() {}
` + "`" + `
func VV() ( int,
	error,
) {
	type notTop struct{}
	goto x
x:
	return 0, nil
}
const WW = 1.
var ünï = 1.5e+3i`

func TestTricky(t *testing.T) {
	checkFile(t, "tricky.go", tricky)
	h, more, err := ParseHeader(tricky)
	if err != nil || more {
		t.Fatalf("ParseHeader: more %t, error %v", more, err)
	}
	var got []string
	for _, d := range Split(tricky, h.End) {
		got = append(got, fmt.Sprintf("%s %s%s", d.Keyword, prefixed(d.Recv, "."), strings.Join(d.Names, ",")))
		if d.Alias != "" {
			got[len(got)-1] += "=" + d.Alias
		}
	}
	want := []string{
		"func A", "func B", "func C", "func D", "func E", "func F.G", "func F.H", "func I.J", "var K,L", "func M",
		"type O", "type Q=O", "type R", "type T", "type W", "type Z", "type AA", "type BB", "type CC",
		"var FF", "var GG,HH", "var II", "var JJ", "const KK", "const LL,MM,NN,OO", "const PP", "const QQ", "const RR",
		"const SS,TT", "var UU", "func VV", "const WW", "var ünï",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func prefixed(s, sep string) string {
	if s == "" {
		return ""
	}
	return s + sep
}

// TestStandardLibrary compares Split with the parser on a thousand files.
func TestStandardLibrary(t *testing.T) {
	root := filepath.Join(build.Default.GOROOT, "src")
	files := 0
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() && (e.Name() == "testdata" && !strings.Contains(name, "types") || e.Name() == "cmd" || e.Name() == "vendor") {
			return filepath.SkipDir
		}
		if e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if checkFile(t, name, string(src)) {
			files++
		}
		return nil
	})
	if err != nil || files < 1000 {
		t.Errorf("compared %d files; error %v", files, err)
	}
}

// FuzzSplit checks that Split agrees with the parser on all source that the parser accepts,
// and never panics.
func FuzzSplit(f *testing.F) {
	f.Add(tricky)
	for i := range len(tricky) {
		if i%7 == 0 {
			f.Add(tricky[:i])
			f.Add("package p;" + tricky[i:])
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !checkFile(t, "fuzz.go", src) {
			h, _, _ := ParseHeader(src)
			for _, d := range Split(src, h.End) {
				Refs(src[d.Start:d.End], func(Ref) {})
				Strip(nil, src[d.Start:d.End])
			}
		}
	})
}
