package errflow

import (
	"errors"
	"go/types"
	"path/filepath"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// reader keeps what was read of the SDK's source for the whole process. It is a cache
// of files that do not change, so it is no state that an analysis could see.
var reader = model.NewReader()

// Service returns what the source of the service package of o says, in the version
// that the program compiles against. It returns nil where no source can be read.
func (p *Package) Service(o Origin) *model.Service {
	if o.File == "" || o.Generation != 2 {
		return nil
	}
	dir, err := reader.Dir(o.File, p.dir)
	if err != nil {
		return nil
	}
	svc, err := reader.Load(dir)
	if err != nil {
		return nil
	}
	return svc
}

// ServiceOf returns the same for the service of the operation that s performs.
func (p *Package) ServiceOf(s *Site) *model.Service { return p.Service(newOrigin(s.Op, p.Fset)) }

// An Answer is what an operation can answer with when it fails.
type Answer struct {
	Origin  Origin
	Service *model.Service
	Errors  []model.Error // modelled
	NoBody  bool          // the code is made from the status
}

// Answers returns the answers of all operations of o, false where something is not
// known of one of them: its source, or which operation it performs.
func (p *Package) Answers(o Origins) ([]Answer, bool) {
	var answers []Answer
	for _, op := range performed(o.Ops) {
		switch op.Form {
		case awssdk.Client, awssdk.Paginator, awssdk.Waiter, awssdk.Presign:
		default:
			return nil, false
		}
		svc := p.Service(op)
		if svc == nil {
			return nil, false
		}
		a := Answer{Origin: op, Service: svc}
		if op.Form != awssdk.Presign { // nothing is sent, so nothing is answered
			var err1, err2 error
			a.Errors, err1 = svc.Errors(op.Name)
			a.NoBody, err2 = svc.NoBody(op.Name)
			if errors.Join(err1, err2) != nil {
				return nil, false
			}
		}
		answers = append(answers, a)
	}
	return answers, len(answers) > 0
}

// performed returns ops with the operations that they perform in place of functions of
// feature packages, where these are known.
func performed(ops []Origin) []Origin {
	var all []Origin
	for _, op := range ops {
		names := knowledge.Performs(op.Service + "." + op.Name)
		if op.Form != awssdk.Feature || names == nil {
			all = append(all, op)
			continue
		}
		for _, name := range names {
			all = append(all, Origin{
				Package: awspath.Services + "/s3", Service: "s3", Name: name,
				Form: awssdk.Client, Generation: op.Generation, File: op.File,
			})
		}
	}
	return all
}

// Imported returns the service package that pkg is, or whose types it holds, nil if it
// is none of SDK v2 or its source cannot be read.
func (p *Package) Imported(pkg *types.Package) *model.Service {
	path := strings.TrimSuffix(pkg.Path(), "/types")
	if awspath.Generation(path) != 2 {
		return nil
	}
	for _, name := range pkg.Scope().Names() {
		file := p.Fset.File(pkg.Scope().Lookup(name).Pos())
		if file == nil {
			continue
		}
		dir, err := reader.Dir(file.Name(), p.dir)
		if err != nil {
			return nil
		}
		if path != pkg.Path() {
			dir = filepath.Dir(dir)
		}
		svc, err := reader.Load(dir)
		if err != nil {
			return nil
		}
		return svc
	}
	return nil
}
