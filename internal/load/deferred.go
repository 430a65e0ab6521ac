package load

import (
	"go/token"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// Nine tenths of a service of the SDK are in files that need not be read unless a
// name says so: those that (de)serialize and validate, which only function bodies
// refer to, and those of single operations.

// deferred are the files of a package that have not been read.
type deferred struct {
	operations map[string]string // file names, by operation
	others     []string
}

// put notes the file if it is one to read later.
func (d *deferred) put(path, file string) bool {
	if !awspath.Within(path, awspath.Services) {
		return false
	}
	switch file {
	case "serializers.go", "deserializers.go", "validators.go":
		d.others = append(d.others, file)
		return true
	}
	operation, ok := strings.CutPrefix(strings.TrimSuffix(file, ".go"), "api_op_")
	if !ok || knowledge.IsTestFile(file) {
		return false
	}
	if d.operations == nil {
		d.operations = make(map[string]string)
	}
	d.operations[operation] = file
	return true
}

// deferMethods lets the methods that clients have for operations stand for the
// files that declare them.
func (p *pkg) deferMethods() {
	f := &file{pkg: p}
	for operation := range p.deferred.operations {
		for recv, name := range map[string]string{"Client": operation, "PresignClient": "Presign" + operation} {
			d := &decl{Decl: topdecl.Decl{Keyword: token.FUNC, Names: []string{name}}, file: f, operation: operation}
			p.methods[recv] = append(p.methods[recv], d)
		}
	}
}

// readFor reads the deferred files that may declare a name, and reports whether
// there are any. A name that another package asks for is declared somewhere.
func (k *keeper) readFor(name string, fromOutside bool) (bool, error) {
	d := &k.pkg.deferred
	if len(d.operations)+len(d.others) == 0 {
		return false, nil
	}
	operation := strings.TrimPrefix(name, "New")
	for ; operation != ""; operation = operation[:len(operation)-1] {
		if d.operations[operation] != "" {
			return true, k.readOperation(operation)
		}
	}
	if !fromOutside && (!strings.HasPrefix(name, "aws") || name == "aws") {
		return false, nil // not of those files, whose names are like awsRestxml_serializeOpX
	}
	for operation := range d.operations {
		if err := k.readOperation(operation); err != nil {
			return false, err
		}
	}
	others := d.others
	d.others = nil
	for _, file := range others {
		if err := k.read(file); err != nil {
			return false, err
		}
	}
	return true, nil
}

// readOperation reads the file of an operation, if that has not been done.
func (k *keeper) readOperation(operation string) error {
	file, ok := k.pkg.deferred.operations[operation]
	if !ok {
		return nil
	}
	delete(k.pkg.deferred.operations, operation)
	return k.read(file)
}

// read indexes a deferred file, and asks for the methods it adds to kept types.
func (k *keeper) read(name string) error {
	src, err := k.tree.File(k.pkg.loc.Dir, name)
	if err != nil || src == nil {
		return err
	}
	for _, d := range k.pkg.add(src).decls {
		if recv := k.pkg.decls[d.Recv]; d.Recv != "" && recv != nil && recv.kept {
			k.out.methods = append(k.out.methods, d)
		}
	}
	return nil
}
