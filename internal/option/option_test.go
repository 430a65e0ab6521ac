package option

import (
	"flag"
	"strings"
	"testing"
)

func TestForms(t *testing.T) {
	for _, test := range []struct {
		form        *Form
		value, want string // what the error says; "" for none
	}{
		{Func, "", ""},
		{Func, "example.com/shop/queue.Publish", ""},
		{Func, "gopkg.in/queue.v3.Publish,shop/queue.Client.Publish", ""},
		{Func, "foo", `"foo" is no name of a function or type; write import/path.Name`},
		{Func, "example.com/shop/queue", `"example.com/shop/queue" is no name`},
		{Func, " example.com/shop/queue.A , example.com/shop/queue.B", ""},
		{Func, "a b.C", `"a b.C" is no name`},
		{Func, "a.B,", `"" is no name`},

		{Operations, "s3.DeleteObject", ""},
		{Operations, "manager.Uploader.Upload,aws.*.Retrieve", ""},
		{Operations, "manager.uploader.Upload", "did you mean manager.Uploader.Upload?"},
		{Operations, "xray.*,*,cloudwatch.Put*,*.Delete*,s3*", ""},
		{Operations, "S3.DeleteObject", `"S3.DeleteObject" matches no operation; did you mean s3.DeleteObject?`},
		{Operations, "s3.deleteObject", `did you mean s3.DeleteObject?`},
		{Operations, "dynamodb:PutItem", `did you mean dynamodb.PutItem?`},
		{Operations, "DeleteObject", `"DeleteObject" matches no operation; write service.Operation`},
		{Operations, "service/s3.DeleteObject", `matches no operation; write service.Operation`},
		{Operations, "s3 DeleteObject", `matches no operation; write service.Operation`},

		{Files, "internal/legacy/**", ""},
		{Files, "*.pb.go,x y/*,**/old/*.go,a.go,.hidden/**,zz_generated*", ""},
		{Files, "wide", `"wide" matches no Go file; did you mean "wide/**"?`},
		{Files, "wide/", `did you mean "wide/**"?`},
		{Files, "./wide/**", `did you mean "wide/**"?`},
		{Files, "./a.go", `did you mean "a.go"?`},
		{Files, "../wide/**", `did you mean "wide/**"?`},
		{Files, "a/../wide/**", `did you mean "wide/**"?`},
		{Files, `internal\legacy\**`, `did you mean "internal/legacy/**"?`},
		{Files, "a.go, b.go", ""},
		{Files, "*.proto", `did you mean "*.proto/**"?`},
		{Files, "/src/shop/**", "matches no Go file; write a glob such as internal/legacy/**"},
		{Files, "a[.go", "matches no Go file; write a glob"},
		{Files, "{a,b}/**", "matches no Go file; write a glob"},
		{Files, ".", "matches no Go file; write a glob"},
	} {
		err := NewList(test.form).Set(test.value)
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%q: have %v, want %s", test.value, err, test.want)
		}
	}
	// What is advised must be accepted.
	for _, meant := range []string{"wide/**", "a.go", "internal/legacy/**", "*.proto/**"} {
		if err := NewList(Files).Set(meant); err != nil {
			t.Error(err)
		}
	}
}

func TestWord(t *testing.T) {
	w := NewWord(Func)
	if err := w.Set("a/b.C,a/b.D"); err == nil {
		t.Error("two words are taken for one")
	}
	if err := w.Set("a/b.C"); err != nil || w.String() != "a/b.C" || w.Takes().List {
		t.Errorf("the word is %s: %v", w, err)
	}
	if err := w.Set(""); err != nil || w.String() != "" {
		t.Errorf("the word is %s: %v", w, err)
	}
}

func TestChoice(t *testing.T) {
	c := NewChoice("auto", "proxy", "nonproxy")
	if err := c.Set("both"); err == nil || err.Error() != "want auto, proxy or nonproxy" || c.String() != "auto" {
		t.Errorf("the choice is %s: %v", c, err)
	}
	if err := c.Set("proxy"); err != nil || c.String() != "proxy" {
		t.Errorf("the choice is %s: %v", c, err)
	}
}

func TestNames(t *testing.T) {
	n := &Names{"a", "b"}
	for _, value := range []string{"", ",", "c", "c,d,e"} {
		if err := n.Set(value); err == nil || err.Error() != "want 2 names, such as a,b" {
			t.Errorf("%q: %v", value, err)
		}
	}
	if err := n.Set(", c"); err != nil || n.String() != ",c" {
		t.Errorf("names are %s: %v", n, err)
	}
}

func TestOf(t *testing.T) {
	var flags flag.FlagSet
	flags.Bool("bool", false, "")
	flags.String("string", "", "")
	flags.Var(NewChoice("a", "b"), "choice", "")
	flags.Var(NewList(Func), "list", "")
	flags.Var(&Names{"a", "b"}, "names", "")
	for name, want := range map[string]Takes{
		"bool": {Bool: true}, "string": {}, "choice": {Choices: []string{"a", "b"}}, "list": {List: true, Word: Func.Word}, "names": {List: true, Count: 2},
	} {
		got := Of(flags.Lookup(name))
		if got.Bool != want.Bool || len(got.Choices) != len(want.Choices) || got.List != want.List || got.Count != want.Count || got.Word != want.Word {
			t.Errorf("%s takes %+v, want %+v", name, got, want)
		}
	}
}
