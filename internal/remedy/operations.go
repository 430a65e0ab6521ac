package remedy

import (
	"errors"
	"go/types"
	"slices"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// Operations are those that an error comes from, and what is known of them.
type Operations struct {
	origins    []errflow.Origin
	known      []operation
	partial    bool // nothing is known of some operations
	mixed      bool // the error can come from elsewhere, too
	generation int  // the SDK's, 0 where the operations are of both
	besideV2   bool // they are of SDK v1, and the package imports SDK v2 as well
	names      fix.Names
}

// An operation is one whose errors are known.
type operation struct {
	errflow.Origin
	service *model.Service
	errors  []model.Error // modelled
	noBody  bool          // the code is made from the status
}

// Of returns what is known of the operations of o, of which there is one at least. names are those of
// packages where the error is asked.
func Of(flow *errflow.Package, o errflow.Origins, names fix.Names) Operations {
	ops := Operations{origins: o.Ops, mixed: o.Unknown, generation: o.Ops[0].Generation, names: names}
	for _, origin := range o.Ops {
		if origin.Generation != ops.generation {
			ops.generation = 0
		}
		for _, performed := range performedBy(origin) {
			if op, ok := newOperation(flow, performed); ok {
				ops.known = append(ops.known, op)
			} else {
				ops.partial = true
			}
		}
	}
	ops.besideV2 = ops.generation == 1 && slices.ContainsFunc(flow.Types.Imports(), func(imp *types.Package) bool {
		return awspath.Within(imp.Path(), awspath.V2)
	})
	return ops
}

// Complete reports whether all is known of what the error can be.
func (ops Operations) Complete() bool { return len(ops.known) > 0 && !ops.partial && !ops.mixed }

// OfSDK reports whether all of the operations are of that generation of the SDK.
func (ops Operations) OfSDK(generation int) bool { return ops.generation == generation }

// newOperation returns false where the source of the service cannot be read, and for what is no operation of a service.
func newOperation(flow *errflow.Package, o errflow.Origin) (operation, bool) {
	switch o.Form {
	case awssdk.Client, awssdk.Paginator, awssdk.Waiter, awssdk.Presign:
	default:
		return operation{}, false
	}
	op := operation{Origin: o, service: flow.Service(o)}
	if op.service == nil {
		return operation{}, false
	}
	if op.sendsNothing() {
		return op, true
	}
	var err1, err2 error
	op.errors, err1 = op.service.Errors(o.Name)
	op.noBody, err2 = op.service.NoBody(o.Name)
	return op, errors.Join(err1, err2) == nil
}

// performedBy returns the operations that a function of a feature package performs, and o itself
// where it is none whose operations are known.
func performedBy(o errflow.Origin) []errflow.Origin {
	names := knowledge.Performs(o.Service + "." + o.Name)
	if o.Form != awssdk.Feature || names == nil {
		return []errflow.Origin{o}
	}
	var all []errflow.Origin
	for _, name := range names {
		all = append(all, errflow.Origin{
			Package: awspath.Services + "/s3", Service: "s3", Name: name, Form: awssdk.Client, Generation: o.Generation, File: o.File,
		})
	}
	return all
}

// sendsNothing reports whether the operation is only presigned, so that no service responds.
func (op operation) sendsNothing() bool { return op.Form == awssdk.Presign }

// inTransaction reports whether typ is no error of the operation but a reason for its cancellation.
func (op operation) inTransaction(typ string) bool { return model.OnlyReason(op.Service, op.Name, typ) }

// models reports whether op models the error type.
func (op operation) models(typ string) bool {
	return !op.inTransaction(typ) && slices.ContainsFunc(op.errors, func(e model.Error) bool { return e.Type == typ })
}

// TypeName returns how messages name the error type of the service package at servicePath.
func (ops Operations) TypeName(servicePath, typ string) string {
	return "*" + ops.names(servicePath+"/types", "types") + "." + typ
}

// A modelled is an error that operations have a type for.
type modelled struct {
	path string // of the service package
	model.Error
}

// matchModelled is the remedy for an error that operations have a type for. Operations of several
// services have several packages of types: the advice says which one it is.
func (ops Operations) matchModelled(m modelled, certain bool) Remedy {
	r := ops.matchType(m.path, m.Type, m.Code, certain)
	if !ops.ofOneService() {
		r.Advice += " of " + awspath.Service(m.path)
	}
	return r
}

// modelled returns the modelled errors for which ok holds, and whether none of the operations can
// return one that it does not model.
func (ops Operations) modelled(ok func(model.Error) bool) (found []modelled, all bool) {
	all = !ops.partial
	for _, op := range ops.known {
		here := false
		for _, e := range op.errors {
			if !ok(e) {
				continue
			}
			here = true
			if !slices.ContainsFunc(found, func(m modelled) bool { return m.path == op.Package && m.Type == e.Type }) {
				found = append(found, modelled{op.Package, e})
			}
		}
		if !here && hasType(op.service, ok) {
			all = false
		}
	}
	return found, all
}

// hasType reports whether the service has, or may have, a type for which ok holds.
func hasType(svc *model.Service, ok func(model.Error) bool) bool {
	all, err := svc.AllErrors()
	return err != nil || slices.ContainsFunc(all, ok)
}
