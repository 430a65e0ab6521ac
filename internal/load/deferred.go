package load

import (
	"go/token"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// Nine tenths of a service package of the SDK are in files that are read only if a
// name in them is needed: deserializers.go and its like, which only function bodies
// refer to, and api_op_GetObject.go, one file for each operation.

// deferred are the files of a service package that have not been read yet.
type deferred struct {
	operations map[string]string // file names, by operation
	others     []string
}

// put records the file, and reports whether it did: other files are read at once.
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

// deferMethods adds a declaration for each method that a deferred file of an operation
// declares: Client.GetObject, PresignClient.PresignGetObject. To keep one is to read the file.
func (p *pkg) deferMethods() {
	f := &file{pkg: p}
	for operation := range p.deferred.operations {
		for recv, name := range map[string]string{"Client": operation, "PresignClient": "Presign" + operation} {
			d := &decl{Decl: topdecl.Decl{Keyword: token.FUNC, Names: []string{name}}, file: f, operation: operation}
			p.methods[recv] = append(p.methods[recv], d)
		}
	}
}

// readFor reads the deferred files that may declare name, and reports whether there
// were any. A name that another package uses (fromOutside) must be declared in one of the files.
func (m *marker) readFor(name string, fromOutside bool) (bool, error) {
	d := &m.pkg.deferred
	if len(d.operations)+len(d.others) == 0 {
		return false, nil
	}
	operation := strings.TrimPrefix(name, "New")
	for ; operation != ""; operation = operation[:len(operation)-1] {
		if d.operations[operation] != "" {
			return true, m.readOperation(operation)
		}
	}
	if !fromOutside && (!strings.HasPrefix(name, "aws") || name == "aws") {
		return false, nil // the deferred files declare names such as awsRestxml_serializeOpGetObject
	}
	for operation := range d.operations {
		if err := m.readOperation(operation); err != nil {
			return false, err
		}
	}
	others := d.others
	d.others = nil
	for _, file := range others {
		if err := m.read(file); err != nil {
			return false, err
		}
	}
	return true, nil
}

// readOperation reads the file of an operation, unless it has been read.
func (m *marker) readOperation(operation string) error {
	file, ok := m.pkg.deferred.operations[operation]
	if !ok {
		return nil
	}
	delete(m.pkg.deferred.operations, operation)
	return m.read(file)
}

// read indexes a deferred file, and asks for the methods that it adds to kept types.
func (m *marker) read(name string) error {
	src, err := m.tree.File(m.pkg.loc.Dir, name)
	if err != nil || src == nil {
		return err
	}
	for _, d := range m.pkg.add(src, m.tree.Decls(src)).decls {
		if recv := m.pkg.decls[d.Recv]; d.Recv != "" && recv != nil && recv.kept {
			m.out.methods = append(m.out.methods, d)
		}
	}
	return nil
}
