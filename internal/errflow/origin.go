package errflow

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// An Origin is an AWS operation that an error can come from. It is comparable and
// can be written to a file, so that it travels in facts.
type Origin struct {
	Package, Service, Name, Func string
	Form                         awssdk.Form
	Generation                   int

	// File is a source file of the package, as positions have it: it leads to the
	// version of the SDK that the program compiles against. It is "" where the
	// operation has neither input nor output.
	File string
}

// String returns the name that messages use.
func (o Origin) String() string {
	return (&awssdk.Operation{Service: o.Service, Name: o.Name, Func: o.Func}).String()
}

// IsSent reports whether o is a request to a service, and not what a program does before or after one on its own
// machine: load configuration, find credentials, encode and decode items.
func (o Origin) IsSent() bool {
	switch o.Form {
	case awssdk.Presign, awssdk.Config, awssdk.Credentials:
		return false
	case awssdk.Feature:
		return len(knowledge.Performs(o.Service+"."+o.Name)) > 0
	}
	return true
}

// newOrigin returns the origin that op is.
func newOrigin(op *awssdk.Operation, fset *token.FileSet) Origin {
	return Origin{
		Package: op.Package, Service: op.Service, Name: op.Name, Func: op.Func,
		Form: op.Form, Generation: op.Generation, File: fileOf(op, fset),
	}
}

func fileOf(op *awssdk.Operation, fset *token.FileSet) string {
	for _, t := range []types.Type{op.Input, op.Output} {
		if ptr, ok := t.(*types.Pointer); ok {
			if named, ok := types.Unalias(ptr.Elem()).(*types.Named); ok {
				if file := fset.File(named.Obj().Pos()); file != nil {
					return file.Name()
				}
			}
		}
	}
	return ""
}

// Origins is what is known of where an error comes from.
type Origins struct {
	// Ops are the operations that the error can come from, in order.
	Ops []Origin

	// Unknown says that it can come from elsewhere, too: from what the
	// analysis cannot see, or through code that may have replaced it.
	Unknown bool

	// Other says that it can be an error that is certainly none of AWS: one that the program or the
	// standard library makes.
	Other bool

	// Texts are the texts, or formats of them, of errors that the program makes itself, in order.
	// Retold says that such an error can repeat what AWS says: the text of an error, a member of an
	// output. What it repeats has no type and no code.
	Texts  []string
	Retold bool

	// Wrapped says that on some way it was wrapped.
	Wrapped bool

	// Bare says that it can be an error type of the SDK itself, which the program
	// made, or unwrapped before.
	Bare bool

	// Cuts are the errors of operations that the error holds the text of, and does not unwrap to.
	Cuts []Cut

	sites []*Site // the first calls of the package that it can come from; facts leave them out
}

// AWS reports whether the error can come from an AWS operation.
func (o Origins) AWS() bool { return len(o.Ops) > 0 }

// String lists the operations as messages do: "s3.GetObject", "s3.GetObject or
// s3.HeadObject", "s3.GetObject or another operation".
func (o Origins) String() string {
	switch names := o.names(); len(names) {
	case 0:
		return "AWS"
	case 1:
		return names[0]
	case 2:
		return names[0] + " or " + names[1]
	default:
		return names[0] + " or another operation"
	}
}

// Behind returns how messages name a call of the function called name, whose error o are the
// origins of: "store.save (from s3.PutObject)". It does not list many operations, nor repeat the name.
func (o Origins) Behind(name string) string {
	if from := o.names(); len(from) > 2 || len(from) == 1 && from[0] == name {
		return name
	}
	return name + " (from " + o.String() + ")"
}

// names returns the names of the operations, each once: first those of requests, of which readers want to know.
func (o Origins) names() []string {
	var sent, others []string
	for _, op := range o.Ops {
		if op.IsSent() {
			sent = append(sent, op.String())
		} else {
			others = append(others, op.String())
		}
	}
	slices.Sort(sent)
	slices.Sort(others)
	return slices.Compact(append(sent, others...))
}

// union returns what holds if an error has the origins o or p.
func (o Origins) union(p Origins) Origins {
	u := Origins{Ops: o.Ops, Unknown: o.Unknown || p.Unknown, Other: o.Other || p.Other, Wrapped: o.Wrapped || p.Wrapped, Bare: o.Bare || p.Bare}
	u.Texts, u.Retold = unionTexts(o.Texts, p.Texts), o.Retold || p.Retold
	u.sites = unionSites(o.sites, p.sites)
	u.Cuts = unionCuts(o.Cuts, p.Cuts)
	if len(p.Ops) > 0 {
		u.Ops = slices.Concat(o.Ops, p.Ops)
		slices.SortFunc(u.Ops, compareOrigin)
		u.Ops = slices.Compact(u.Ops)
	}
	return u
}

func compareOrigin(a, b Origin) int {
	return cmp.Or(
		cmp.Compare(a.Package, b.Package), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Func, b.Func),
		cmp.Compare(a.Form, b.Form), cmp.Compare(a.File, b.File),
	)
}
