//go:build unix

package hostile

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// head begins a file with a function whose error is of AWS.
const head = `package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/smithy-go"
)

var client *sqs.Client
var input *sqs.SendMessageInput
var yes bool
var _ = errors.As
var _ = fmt.Errorf
var _ = strings.Contains
var _ smithy.APIError

func main() {}

func call(ctx context.Context) error {
	_, err := client.SendMessage(ctx, input)
	return err
}

`

// fault is a package with a finding that must be told whatever else is in the module.
const fault = `package fault

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func send(ctx context.Context, client *sqs.Client) {
	client.SendMessage(ctx, &sqs.SendMessageInput{})
}
`

// around returns n times open, then inner, then n times end.
func around(n int, open, inner, end string) string {
	return strings.Repeat(open, n) + inner + strings.Repeat(end, n)
}

// each joins what f makes of the numbers below n.
func each(n int, f func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(f(i))
	}
	return b.String()
}

// body is a function with the statements.
func body(statements string) string {
	return "func f(ctx context.Context) error {\n" + statements + "\n\treturn nil\n}\n"
}

// Shapes are source of one file, of size n.
var shapes = map[string]struct {
	n    int
	text func(n int) string
}{
	"parentheses around a call": {10000, func(n int) string {
		return body("_, _ = " + around(n, "(", "client.SendMessage(ctx, input)", ")"))
	}},
	"parentheses around an error": {10000, func(n int) string {
		return body("err := call(ctx); if " + around(n, "(", "err", ")") + " != nil { return " + around(n, "(", "err", ")") + "}; if strings.Contains(" + around(n, "(", "err", ")") + ".Error(), \"x\") { return err }")
	}},
	"parentheses around a type": {10000, func(n int) string {
		return "func g(ctx context.Context) " + around(n, "(", "error", ")") + " { return call(ctx) }\n"
	}},
	"closures that return": {2000, func(n int) string {
		return body("return " + around(n, "func() error {\nif _, err := client.SendMessage(ctx, input); yes { return err }\nreturn ", "nil", "\n}()"))
	}},
	"blocks": {30000, func(n int) string { // in lines of their own, as gofmt prints them, they are almost a gigabyte
		return body(around(n, "{", "client.SendMessage(ctx, input)", "}"))
	}},
	"else ifs": {5000, func(n int) string {
		return body("err := call(ctx)\n" + each(n, func(i int) string {
			return fmt.Sprintf("if ctx.Err() != nil && len(err.Error()) == %d { return err } else ", i)
		}) + "{}")
	}},
	"composite literals": {10000, func(n int) string {
		return body("_ = " + around(n, "[]any{", "client", "}") + "\nclient.SendMessage(ctx, input)")
	}},
	"method chain": {10000, func(n int) string {
		return "type t struct{}\nfunc (t) x() t { return t{} }\nfunc (t) err() error { return call(nil) }\n" + body("return t{}"+strings.Repeat(".x()", n)+".err()")
	}},
	"selectors": {10000, func(n int) string {
		return "type t struct{ x *t; err error }\n" + body("var v t; v.err = call(ctx); return v"+strings.Repeat(".x", n)+".err")
	}},
	"nested calls": {10000, func(n int) string {
		return "func same(err error) error { return err }\n" + body("return "+around(n, "same(", "call(ctx)", ")"))
	}},
	"nested wraps": {10000, func(n int) string {
		return body("return " + around(n, "fmt.Errorf(\"x: %w\", ", "call(ctx)", ")"))
	}},
	"wraps in a row": {10000, func(n int) string {
		return body("err := call(ctx)\n" + strings.Repeat("err = fmt.Errorf(\"x: %w\", err)\n", n) + "return err")
	}},
	"unary": {10000, func(n int) string {
		return body("if " + strings.Repeat("!", n) + "yes {\n client.SendMessage(ctx, input) }")
	}},
	"pointers": {10000, func(n int) string {
		return "var p " + strings.Repeat("*", n) + "error\n" + body("return "+strings.Repeat("*", n)+"p")
	}},
	"slices": {10000, func(n int) string {
		return "var p " + strings.Repeat("[]", n) + "error\n" + body("return p"+strings.Repeat("[0]", n))
	}},
	"cases": {10000, func(n int) string {
		return body("err := call(ctx); var api smithy.APIError; if errors.As(err, &api) { switch api.ErrorCode() {\n" + each(n, func(i int) string { return fmt.Sprintf("case \"Code%d\": return nil\n", i) }) + "}}")
	}},
	"cases of a text": {10000, func(n int) string {
		return body("err := call(ctx); switch err.Error() {\n" + each(n, func(i int) string { return fmt.Sprintf("case \"Code%d\": return nil\n", i) }) + "}")
	}},
	"long string": {1 << 20, func(n int) string {
		return body("err := call(ctx); if strings.Contains(err.Error(), \"" + strings.Repeat("x", n) + "\") { return nil }")
	}},
	"long comment": {1 << 20, func(n int) string {
		return body("client.SendMessage(ctx, input) // " + strings.Repeat("x", n))
	}},
	"long directive": {1 << 20, func(n int) string {
		return body("client.SendMessage(ctx, input) //lint:ignore discarded" + strings.Repeat(",x", n/2) + " x")
	}},
	"long identifier": {1 << 20, func(n int) string {
		x := strings.Repeat("x", n)
		return "func " + x + "(ctx context.Context) error { return call(ctx) }\n" + body("_ = "+x+"(ctx)")
	}},
	"gotos": {3000, func(n int) string {
		return body("var err error\n" + each(n, func(i int) string {
			return fmt.Sprintf("l%d:\n_, err = client.SendMessage(ctx, input)\nif err != nil { goto l%d }\n", i, (i*7919+1)%n)
		}) + "return err")
	}},
	"defers": {10000, func(n int) string {
		return "func g(ctx context.Context) (err error) {\n" + strings.Repeat("defer func() { if err == nil { err = call(ctx) } }()\n", n) + "return call(ctx)\n}\n"
	}},
	"ring": {10000, func(n int) string {
		return each(n, func(i int) string {
			return fmt.Sprintf("func f%d(ctx context.Context) error {\nif yes { return call(ctx) }\nreturn f%d(ctx)\n}\n", i, (i+1)%n)
		})
	}},
	"ring of three": {500, func(n int) string {
		return each(n, func(i int) string {
			return fmt.Sprintf("func f%d(ctx context.Context) error {\nif err := f%d(ctx); err != nil { return err }\nif err := f%d(ctx); yes { return err }\nif yes { return call(ctx) }\nreturn f%d(ctx)\n}\n",
				i, (i+1)%n, (i*7+3)%n, (i*31+5)%n)
		})
	}},
	"closures that run": {500, func(n int) string {
		return body(around(n, "go func() {\n", "client.SendMessage(ctx, input)", "\n}()"))
	}},
	"closures that discard": {500, func(n int) string {
		return body("return " + around(n, "func() error {\nclient.SendMessage(ctx, input)\nreturn ", "nil", "\n}()"))
	}},
	"functions that discard": {5000, func(n int) string {
		return each(n, func(i int) string {
			return fmt.Sprintf("func f%d(ctx context.Context) error {\n\tclient.SendMessage(ctx, input)\n\treturn nil\n}\n\n", i)
		})
	}},
	"discards": {3000, func(n int) string {
		return body(strings.Repeat("\tclient.SendMessage(ctx, input)\n", n))
	}},
	"discards with comments": {1000, func(n int) string {
		return body(strings.Repeat("\tclient.SendMessage(ctx, input) // send\n", n))
	}},
	"line": {10000, func(n int) string {
		return each(n, func(i int) string {
			return fmt.Sprintf("func f%d(ctx context.Context) error { return f%d(ctx) }\n", i, i+1)
		}) + fmt.Sprintf("func f%d(ctx context.Context) error { return call(ctx) }\n", n)
	}},
	"levels": {1000, func(n int) string { // paths through them double at each level
		return "func f0(ctx context.Context) error { return call(ctx) }\n" + each(n, func(i int) string {
			return fmt.Sprintf("func f%d(ctx context.Context) error {\nif yes { return f%d(ctx) }\nreturn fmt.Errorf(\"x: %%w\", f%d(ctx))\n}\n", i+1, i, i)
		})
	}},
	"implementations": {1000, func(n int) string {
		return "type sender interface { send(ctx context.Context) error }\n" + each(n, func(i int) string {
			return fmt.Sprintf("type t%d struct{ next sender }\nfunc (t *t%d) send(ctx context.Context) error {\nif err := t.next.send(ctx); err != nil { return err }\nreturn call(ctx)\n}\n", i, i)
		}) + body("var s sender = &t0{}\nreturn s.send(ctx)")
	}},
	"embedded structs": {1000, func(n int) string {
		return "type t0 struct{ *sqs.Client }\n" + each(n, func(i int) string { return fmt.Sprintf("type t%d struct{ t%d }\n", i+1, i) }) + body(fmt.Sprintf("var v t%d\nv.SendMessage(ctx, input)", n))
	}},
	"instance of itself": {500, func(n int) string {
		return "type p[T any] struct{ v T }\nfunc (p[T]) send(ctx context.Context) error { return call(ctx) }\n" + body("var v "+around(n, "p[", "int", "]")+"\nreturn v.send(ctx)")
	}},
	"instances of a function": {1000, func(n int) string {
		return each(n, func(i int) string {
			return fmt.Sprintf("func f%d[T any](ctx context.Context, v T) error {\nif yes { return call(ctx) }\nreturn f%d[struct{ x T }](ctx, struct{ x T }{v})\n}\n", i, i+1)
		}) + fmt.Sprintf("func f%d[T any](ctx context.Context, v T) error { return call(ctx) }\n", n) + body("return f0(ctx, 1)")
	}},
	"instances without end": {1, func(n int) string {
		return "func g[T any](ctx context.Context) error {\nif yes { return call(ctx) }\nreturn g[[]T](ctx)\n}\n" + body("return g[int](ctx)")
	}},
	"big array": {1, func(n int) string {
		return body("var v [1 << 40][1 << 20]error\nv[1][1] = call(ctx)\nreturn v[1][1]")
	}},
}

// TestShapes demands that every shape is analyzed in time and in bounds of memory, and with it
// the package beside it. The bounds are ten times what the worst shape took.
func TestShapes(t *testing.T) {
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			dir := tree{"main.go": head + shape.text(shape.n), "fault/fault.go": fault}.write(t)
			r := run(t, dir, "awserrlint", "-cache=off", "./...")
			t.Log(r)
			if !strings.Contains(r.stdout, "fault/fault.go:10:2: ") || r.code == 0 {
				t.Errorf("the fault beside it is not found: %.500s", r.stderr)
			}
			if r.cpu > 30*time.Second || r.peak > 2000 {
				t.Errorf("it took too much: %v", r)
			}
		})
	}
}

// TestVet demands the same of go vet, whose parser refuses scopes that nest more than a thousand deep.
func TestVet(t *testing.T) {
	t.Setenv("GOCACHE", goEnv(t, "GOCACHE")) // for what the shapes import
	linter, err := exec.LookPath("awserrlint")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"blocks":                 "exceeded max scope depth",
		"functions that discard": "main.go:29:2: ",
	} {
		t.Run(name, func(t *testing.T) {
			dir := tree{"main.go": head + shapes[name].text(shapes[name].n), "fault/fault.go": fault}.write(t)
			r := run(t, dir, "go", "vet", "-vettool="+linter, "./fault") // compiles what both import
			if !strings.Contains(r.stderr, "fault.go:10:2: ") {
				t.Errorf("the fault beside it is not found: %.500s", r.stderr)
			}
			r = run(t, dir, "go", "vet", "-vettool="+linter, ".")
			t.Log(r)
			if !strings.Contains(r.stderr, want) || r.code == 0 {
				t.Errorf("there is no %q: %.500s", want, r.stderr)
			}
			if r.cpu > time.Minute || r.peak > 2000 {
				t.Errorf("it took too much: %v", r)
			}
		})
	}
}

// TestFixes demands the same where all of the shape is fixed.
func TestFixes(t *testing.T) {
	for _, name := range []string{"closures that discard", "functions that discard", "discards with comments"} {
		t.Run(name, func(t *testing.T) {
			shape := shapes[name]
			dir := tree{"main.go": head + shape.text(shape.n)}.write(t)
			shown := run(t, dir, "awserrlint", "-cache=off", "-diff", "./...")
			if n := strings.Count(shown.stdout, "\n+"); n < shape.n || shown.stderr != "" {
				t.Errorf("-diff adds %d lines: %v, %.500s", n, shown, shown.stderr)
			}
			r := run(t, dir, "awserrlint", "-cache=off", "-fix", "./...")
			t.Log(shown, r)
			if !strings.Contains(r.stderr, fmt.Sprintf("fixed %d findings", shape.n)) || r.stdout != "" || r.code != 0 {
				t.Errorf("%v: %.500s%.500s", r, r.stderr, r.stdout)
			}
			if again := run(t, dir, "awserrlint", "-cache=off", "./..."); again.code != 0 {
				t.Errorf("%v: %.500s%.500s", again, again.stderr, again.stdout)
			}
			if max(shown.cpu, r.cpu) > time.Minute || max(shown.peak, r.peak) > 2000 {
				t.Errorf("it took too much: %v, %v", shown, r)
			}
		})
	}
}
