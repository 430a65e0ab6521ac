package swallowed

import (
	"go/ast"
	"slices"
	"strconv"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// A notFound is the error by which the operations of a drop say that what they look up does not exist.
type notFound struct {
	model.NotFound
	pkg string // import path of the service package
}

// notFoundOf returns the error by which all of ops say so, false where that is not one, or not known.
func notFoundOf(flow *errflow.Package, ops []errflow.Origin) (notFound, bool) {
	var found notFound
	for _, op := range ops {
		svc := flow.Service(op)
		if svc == nil || !looksUp(op) {
			return notFound{}, false
		}
		nf, ok := svc.NotFound(op.Name)
		this := notFound{nf, op.Package}
		if !ok || found != (notFound{}) && found != this {
			return notFound{}, false
		}
		found = this
	}
	return found, found != (notFound{})
}

// mayBeMissing reports whether the operation can say that something does not exist: one of the errors that it
// models sounds so, or it models none, as all of S3's and EC2's do for some things.
func mayBeMissing(flow *errflow.Package, op errflow.Origin) bool {
	svc := flow.Service(op)
	if svc == nil {
		return true
	}
	errs, err := svc.Errors(op.Name)
	return err != nil || len(errs) == 0 || slices.ContainsFunc(errs, func(e model.Error) bool { return knowledge.NotFoundWords().MatchString(e.Type) })
}

// name returns how messages about the file name the error.
func (nf notFound) name(pass *rule.Pass, file *ast.File) string {
	if nf.Type == "" {
		return "the code " + strconv.Quote(nf.Code)
	}
	return "*" + pass.Fixes.NamesAt(file.Package)(nf.pkg+"/types", "types") + "." + nf.Type
}
