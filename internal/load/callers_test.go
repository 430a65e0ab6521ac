package load

import (
	"errors"
	"slices"
	"testing"
)

func TestErrorFuncs(t *testing.T) {
	read := func(name string) ([]byte, error) {
		if name != "a.go" {
			return nil, errors.New("no file")
		}
		return []byte(`package a

import "context"

func Save(ctx context.Context) error { return nil }
func (s *Store[T]) Load(ctx context.Context, name string) (n int, err error) {
	return func() (int, error) { return 0, nil }()
}
func Many(
	ctx context.Context,
) (
	int,
	error,
) {
	return 0, nil
}

func New(name string) (*Store[int], error) { return nil, nil }
func Count(ctx context.Context) int        { return 0 }
func Custom(ctx context.Context) my.error  { return nil }
func Kind(ctx context.Context) apierror    { return nil }
func save(ctx context.Context) error       { return nil }

type Saver interface{ Put(ctx context.Context) error }

func Status(err error) int { return 0 }
`), nil
	}
	if got, want := ErrorFuncs([]string{"a.go", "none.go"}, read), []string{"Save", "Load", "Many"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestErrorFuncsLayout has signatures that gofmt would not write, and other names for package context.
func TestErrorFuncsLayout(t *testing.T) {
	for _, test := range []struct{ imports, signature string }{
		{`import std "context"`, "func Save(ctx std.Context) error"},
		{`import . "context"`, "func Save(ctx Context) error"},
		{`import "context"`, "func Save(ctx   context .\n\tContext)\terror"},
		{`import "context"`, "func Save (\n\nctx context.\tContext ,\n) ( n int , err\nerror )"},
	} {
		read := func(string) ([]byte, error) {
			return []byte("package a\n\n" + test.imports + "\n\n" + test.signature + " { return nil }\n"), nil
		}
		if got := ErrorFuncs([]string{"a.go"}, read); !slices.Equal(got, []string{"Save"}) {
			t.Errorf("%s, %s: got %q", test.imports, test.signature, got)
		}
	}
}

// TestStatusFuncs has functions that return numbers, some for errors, in a package that asks for HTTP statuses.
func TestStatusFuncs(t *testing.T) {
	read := func(name string) ([]byte, error) {
		if name == "b.go" {
			return []byte("package a\n\nfunc status(err error) int { return err.(responded).HTTPStatusCode() }\n"), nil
		}
		return []byte(`package a

func Status(err error) int                               { return status(err) }
func Describe(err error) (status int, code string)       { return status(err), "" }
func Count(items []string) int                           { return len(items) }
func Print(err error) string                             { return "" }
func Sprint(n int) error                                 { return nil }
func asked(err error) int                                { return 0 }
`), nil
	}
	if got, want := ErrorFuncs([]string{"a.go", "b.go"}, read), []string{"Status", "Describe"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCallsAny(t *testing.T) {
	funcs := func(path string) []string {
		if path == "example.com/store" {
			return []string{"Save"}
		}
		return nil
	}
	const imports = "package a\n\nimport \"example.com/store\"\n\n"
	for _, test := range []struct {
		name  string
		files []string
		want  bool
	}{
		{"call", []string{imports + "func f() { store.Save(ctx) }"}, true},
		{"method of a field", []string{imports + "func f() { a.b.Save(ctx) }"}, true},
		{"another file", []string{imports, "package a\n\nfunc f() { s.Save(ctx) }"}, true},
		{"space", []string{imports + "func f() { store .\n\tSave (ctx) }"}, true},
		{"type argument", []string{imports + "func f() { store.Save[int](ctx) }"}, true},
		{"longer name", []string{imports + "func f() { store.SaveAll(ctx); x.AutoSave(ctx) }"}, false},
		{"no call", []string{imports + "var f = store.Save"}, false},
		{"other import", []string{"package a\n\nimport \"example.com/store/v2\"\n\nfunc f() { store.Save(ctx) }"}, false},
	} {
		read := func(name string) ([]byte, error) { return []byte(name), nil } // names are sources here
		if got := CallsAny(test.files, read, funcs); got != test.want {
			t.Errorf("%s: got %t", test.name, got)
		}
	}
}
