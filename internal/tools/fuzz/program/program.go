package program

import (
	"fmt"
	"go/format"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// Generate returns the only file of a package, without comments and formatted by gofmt. All depends on what r draws. It imports
// packages of the SDK, of v1 as well, aws-lambda-go, smithy-go, golang.org/x/sync and github.com/pkg/errors.
func Generate(r *rand.Rand) ([]byte, error) {
	p := &prog{r: r, imports: make(map[string][]string), helpers: make(map[string]string), interfaces: make(map[string]string)}
	p.lambda = r.IntN(3) == 0
	p.chooseNames()
	for range 1 + r.IntN(5) {
		p.function()
	}
	if p.chance(10) {
		p.server()
	}
	if p.lambda {
		p.handlers()
	}
	src := []byte(p.text())
	formatted, err := format.Source(src)
	if err != nil {
		return src, fmt.Errorf("the generated program cannot be parsed: %w", err)
	}
	return formatted, nil
}

// Draws returns a source of random numbers that draws one byte of data for each number, until there are no more.
func Draws(data []byte) *rand.Rand { return rand.New(&draws{data, rand.NewPCG(0, 0)}) }

type draws struct {
	left []byte
	then rand.Source // a constant would have package rand wait for another number
}

func (d *draws) Uint64() uint64 {
	if len(d.left) == 0 {
		return d.then.Uint64()
	}
	b := d.left[0]
	d.left = d.left[1:]
	return uint64(b) << 56
}

// A prog is a program that is being generated.
type prog struct {
	r          *rand.Rand
	lambda     bool                // it is a Lambda function
	imports    map[string][]string // names by path
	dots       []string            // paths of packages that are imported by a dot
	taken      string              // a name that the package declares itself
	decls      []string
	helpers    map[string]string // declarations by name
	interfaces map[string]string // name of the interface with just an operation, by its method
	funcs      []callee          // functions that return errors
	fields     []string          // services of the struct store
	embedded   string            // service whose client the struct wide embeds
	n          int               // of names given away
}

// A callee is a function of the program that can be called.
type callee struct {
	name    string
	results []string
}

// text returns the file.
func (p *prog) text() string {
	var b strings.Builder
	name := "p"
	if p.lambda {
		name = "main"
	}
	body := strings.Join(p.everything(), "\n\n") // before the imports, which it adds to
	fmt.Fprintf(&b, "package %s\n\nimport (\n", name)
	b.WriteString(p.importLines(body))
	b.WriteString(")\n\n" + p.undotted(body) + "\n")
	return b.String()
}

// everything returns all declarations.
func (p *prog) everything() []string {
	var all []string
	if len(p.fields) > 0 {
		text := "type store struct {\n"
		for _, service := range p.fields {
			text += "\t" + service + "Client *" + p.sdk(service) + ".Client\n"
		}
		all = append(all, text+"\tlast error\n\tname string\n}")
	}
	if p.embedded != "" {
		all = append(all, "type wide struct {\n\t*"+p.sdk(p.embedded)+".Client\n\tlast error\n}")
	}
	for _, name := range slices.Sorted(maps.Keys(p.helpers)) {
		all = append(all, p.helpers[name])
	}
	return append(all, p.decls...)
}

// fresh returns a name that the program does not have yet.
func (p *prog) fresh(name string) string {
	p.n++
	return fmt.Sprintf("%s%d", name, p.n)
}

// chance reports true once in n times.
func (p *prog) chance(n int) bool { return p.r.IntN(n) == 0 }

func oneOf[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }
